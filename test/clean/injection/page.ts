/**
 * A page as a site would show it, dumped to text: menu, title, byline, share bar, picture, text, boxes inside it,
 * comments, related articles, newsletter, banner, footer. Owns the order of the parts and how often each occurs; knows
 * nothing of the cleaner. The words come from phrase lists, the sentences from this file, `banners.ts` and other articles.
 */
import { type Lexicon, phrasesOf } from '../../../src/clean/phrases/phrase-list.ts';
import type { CleanText } from './articles.ts';
import { BANNERS } from './banners.ts';
import type { Random } from './random.ts';

/** What a line of a page is; everything but `article` was injected. */
export type Part =
  | 'article'
  | 'navigation'
  | 'duplicate'
  | 'byline'
  | 'share'
  | 'caption'
  | 'generated-label'
  | 'credit'
  | 'read-more'
  | 'advertisement'
  | 'transparency'
  | 'newsletter'
  | 'comments'
  | 'closer'
  | 'teaser'
  | 'consent'
  | 'footer';

export interface PageLine {
  readonly text: string;
  readonly part: Part;
  /** The phrase the line is made of, where it is made of one. */
  readonly phrase?: string;
  /** Hangs under the line above without a blank line. */
  readonly isTight?: boolean;
  /** A break between the sections of the page stands above it. */
  readonly isSection?: boolean;
}

/** `portal`: everything a news site shows. `blog`: some of it. `bare`: pictures, related articles, banner, no menu. */
export const PAGE_KINDS = ['portal', 'blog', 'bare'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface PagePlan {
  readonly kind: PageKind;
  /** Of the chrome; the article and the teasers may be in others. */
  readonly language: string;
  readonly article: CleanText;
  readonly others: readonly CleanText[];
}

const NAMES = [
  'Ada Brand',
  'Jonas Ode',
  'Mira Kovač',
  '山田太郎',
  'Олена Бондар',
  'سارة حداد',
  'Leïla Petit',
];
const SITES = [
  'The Harbour Post',
  'Hafenblatt',
  'Puerto Hoy',
  '港新聞',
  'Портовый вестник',
  'Liman Gazetesi',
];
const DATES = ['12.03.2024 14:05', '2024-05-03', '3/5/2024', '03.11.2023, 7:40', '2024年5月3日 14:05'];
const PICTURES = [
  'A crowd stands on the old pier of the town and looks at the plan for the new one',
  'Ein Leuchtturmwärter winkt an einem windigen Nachmittag vom Balkon des Turms',
  'Deux femmes réparent un filet devant une cabane peinte en bleu au bord du quai.',
  'Un velero entra en la bahía al anochecer mientras los vecinos miran desde el muro',
  '夕暮れの港で、漁師たちが網を片づけながら若い見習いに手順を教えている。',
  'Рабочие в оранжевых жилетах осматривают деревянные сваи под старым причалом',
  'صياد مسن يجلس على صندوق خشبي أمام القوارب ويصلح شبكته في الصباح الباكر',
];
const REMARKS = [
  'I have lived there for thirty years and nobody ever asked us.',
  'Endlich mal eine gute Nachricht aus der Gegend!',
  'Et qui va payer tout cela, encore une fois ?',
  'Ya era hora, llevamos años esperando esto...',
  'Всё правильно сделали, давно пора было.',
  'これは本当に良い決定だと思います。',
];

export function buildPage(plan: PagePlan, lexicon: Lexicon, random: Random): readonly PageLine[] {
  const site = createSite(plan, lexicon, random);
  const often = plan.kind === 'portal' ? 0.85 : 0.5;
  const isBare = plan.kind === 'bare';
  const maybe = (probability: number, part: () => readonly PageLine[]) =>
    random.chance(probability) ? part() : [];
  const bannerFirst = random.chance(0.25);
  const banner = () => maybe(isBare ? 0.9 : 0.6, () => site.banner());
  return [
    ...(bannerFirst ? banner() : []),
    ...(isBare ? [] : maybe(often, () => site.menu(random.between(5, 16)))),
    ...site.picture(isBare ? 0.8 : 0.2),
    ...(isBare ? [] : maybe(0.3, () => [{ text: plan.article.title, part: 'duplicate' }])),
    { text: plan.article.title, part: 'article' },
    ...maybe(isBare ? 0.4 : 0.7, () => site.byline()),
    ...(isBare ? [] : maybe(often, () => site.share())),
    ...maybe(0.3, () => site.summary()),
    ...site.body(isBare ? 0.1 : often),
    ...maybe(0.2, () => site.lines('transparency', 1)),
    ...(isBare ? [] : maybe(0.4 * often, () => site.share())),
    ...(isBare ? [] : maybe(0.5 * often, () => site.newsletter())),
    ...(isBare ? [] : maybe(0.5 * often, () => site.comments())),
    ...maybe(isBare ? 1 : often, () => site.related()),
    ...(isBare ? [] : maybe(0.4 * often, () => site.newsletter())),
    ...(bannerFirst ? [] : banner()),
    ...(isBare ? [] : maybe(often, () => site.footer())),
  ];
}

/** The parts of one site: it uses the same labels on all its pictures and cards. */
function createSite({ language, article, others }: PagePlan, lexicon: Lexicon, random: Random) {
  const phrases = (name: keyof Lexicon): readonly string[] => {
    const own = lexicon[name].map(({ phrases, ...list }) => ({
      ...list,
      phrases: phrases[language] === undefined ? {} : { [language]: phrases[language] },
    }));
    return phrasesOf(own);
  };
  const one = (name: keyof Lexicon, part: Part): PageLine => {
    const all = phrases(name);
    if (all.length === 0) throw new Error(`no ${name} in ${language}`);
    return lineOf(random.pick(all), part, random);
  };
  const date = () =>
    random.chance(0.5)
      ? random.pick(DATES)
      : new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
          dateStyle: 'long',
          timeStyle: random.chance(0.5) ? 'short' : undefined,
          timeZone: 'UTC',
        }).format(new Date(Date.UTC(2024, random.between(0, 11), random.between(1, 28), 14, 5)));
  const lines = (name: keyof Lexicon & Part, count: number) =>
    random.sample(phrases(name), count).map((phrase) => lineOf(phrase, name, random));
  const picture = one('generated', 'generated-label');
  const report = one('generated', 'generated-label');
  const isLabelled = random.chance(0.6);
  const hasTitles = random.chance(0.5);
  const isCut = random.chance(0.3);
  const more = random.chance(0.25) ? one('read-more', 'read-more') : undefined;

  const card = (other: CleanText): readonly PageLine[] => {
    const lead = other.paragraphs[0] ?? '';
    const pictured = isLabelled && random.chance(0.7);
    return [
      ...(pictured && random.chance(0.4)
        ? [{ text: random.pick(PICTURES), part: 'caption' } as const, { ...picture, isTight: true }]
        : []),
      ...(hasTitles ? [{ text: other.title, part: 'teaser' } as const] : []),
      { text: isCut ? `${lead.slice(0, Math.ceil(lead.length * 0.6))}…` : lead, part: 'teaser' },
      ...(pictured ? [report] : []),
      ...(more === undefined ? [] : [more]),
    ];
  };

  return {
    lines,
    menu: (count: number) => lines('navigation', count),
    picture: (probability: number): readonly PageLine[] => {
      if (!random.chance(probability)) return [];
      const caption: PageLine = { text: random.pick(PICTURES), part: 'caption' };
      return [caption, { ...picture, isTight: true }];
    },
    byline: (): readonly PageLine[] => [
      ...(isLabelled ? [report] : []),
      one('byline', 'byline'),
      ...(random.chance(0.4) ? [{ text: random.pick(NAMES), part: 'byline' } as const] : []),
      ...(random.chance(0.4) ? [{ text: date(), part: 'byline' } as const] : []),
    ],
    share: () => lines('share', random.between(2, 5)),
    summary: (): readonly PageLine[] => [{ text: article.paragraphs[0] ?? '', part: 'duplicate' }],
    body: (probability: number): readonly PageLine[] => {
      const box = (): readonly PageLine[] => {
        if (!random.chance(0.4 * probability)) return [];
        const other = random.pick(others);
        const kinds: readonly (() => PageLine)[] = [
          () => one('advertisement', 'advertisement'),
          () => headed(random.pick(phrases('read-also-prefix')), other.title, 'read-more'),
          () =>
            headed(
              random.pick([...phrases('picture-prefix'), ...phrases('source-prefix')]),
              random.pick(NAMES),
              'credit',
            ),
        ];
        return [random.pick(kinds)()];
      };
      return article.paragraphs.flatMap((text): readonly PageLine[] => [{ text, part: 'article' }, ...box()]);
    },
    newsletter: () => lines('newsletter', random.between(1, 3)),
    comments: (): readonly PageLine[] => [
      ...lines('comments', random.between(1, 3)),
      ...(random.chance(0.3)
        ? random.sample(REMARKS, random.between(1, 3)).flatMap((text): readonly PageLine[] => [
            { text: random.pick(NAMES), part: 'comments' },
            { text, part: 'comments' },
          ])
        : []),
    ],
    related: (): readonly PageLine[] => [
      one('closer', 'closer'),
      ...random.sample(others, random.between(3, 8)).flatMap(card),
    ],
    banner: (): readonly PageLine[] => {
      const banner = BANNERS[language];
      if (banner === undefined) return [];
      const buttons = random.sample(phrases('consent-button'), random.between(1, 3));
      return [
        { text: banner[0], part: 'consent', isSection: random.chance(0.5) },
        { text: banner[1], part: 'consent' },
        ...buttons.map((phrase): PageLine => ({ ...lineOf(phrase, 'consent', random), isTight: true })),
      ];
    },
    footer: (): readonly PageLine[] => [
      ...lines('navigation', random.between(3, 9)).map((line): PageLine => ({ ...line, part: 'footer' })),
      { text: `© 2024 ${random.pick(SITES)}`, part: 'footer' },
    ],
  };
}

/** A phrase as a site prints it: with a name, date or site where the line goes on, and a capital letter. */
function lineOf(phrase: string, part: Part, random: Random): PageLine {
  const isOpen = phrase.endsWith('*') || phrase.endsWith('#');
  const base = isOpen ? phrase.slice(0, -1) : phrase;
  const wantsDate = phrase.endsWith('#');
  const tail = wantsDate ? random.pick(DATES) : random.pick(part === 'byline' ? NAMES : SITES);
  const text = isOpen ? `${base} ${tail}` : base;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), part, phrase };
}

function headed(prefix: string, text: string, part: Part): PageLine {
  return { text: `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}: ${text}`, part, phrase: prefix };
}

/** How a page is dumped: `spaced` parts its blocks by blank lines, `dense` puts every block on the next line. */
export const LAYOUTS = ['spaced', 'dense'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Lines of lists stand close to each other; everything else is parted. */
const LISTED: ReadonlySet<Part> = new Set(['navigation', 'footer', 'share']);
const SECTION_BREAK = '\n\n\u00a0\n\u00a0\n\u00a0\n\n';

/** The text of a page, and where each of its lines begins (UTF-16 units). */
export function printPage(
  page: readonly PageLine[],
  layout: Layout,
): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  page.forEach((line, i) => {
    const above = page[i - 1];
    if (above !== undefined) {
      const isListed = LISTED.has(line.part) && above.part === line.part;
      if (line.isSection === true) text += SECTION_BREAK;
      else text += layout === 'dense' || line.isTight === true || isListed ? '\n' : '\n\n';
    }
    starts.push(text.length);
    text += line.text;
  });
  return { text, starts };
}
