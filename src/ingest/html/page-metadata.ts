/**
 * The facts about an article, chosen from all that its page says: one title, one date, one address, the declared
 * language, the other versions. Owns the order of trust; must not read markup. Pure.
 */
import { normaliseLabel } from '../../lib/normalise.ts';
import { intersectionSize, sortedUnique } from '../../lib/sorted-set.ts';
import { tokenise } from '../../lib/tokens.ts';
import type { Alternate } from '../../model/article.ts';
import { normaliseDate } from '../dates/index.ts';
import { readLanguageTag } from './language-tag.ts';
import type { PageFacts } from './page-facts.ts';
import type { ArticleData } from './structured-data.ts';

export interface PageMetadata {
  readonly title?: string;
  /** As the page writes it, but one that can be read where there is such a one. */
  readonly date?: string;
  /** Absolute canonical address. */
  readonly url?: string;
  /** BCP 47 as declared, which is often wrong. */
  readonly language?: string;
  readonly alternates?: readonly Alternate[];
}

const DATES = [
  'meta:article:published_time',
  'meta:datepublished',
  'meta:date',
  'meta:dc.date',
  'meta:dc.date.issued',
  'meta:dcterms.created',
  'time',
];

export function chooseMetadata(facts: PageFacts, data: ArticleData): PageMetadata {
  const { named } = facts;
  const base = baseOf(named);
  const url = firstAddress([named.get('link:canonical'), named.get('meta:og:url')], base);
  const dates = [data.datePublished, ...DATES.map((name) => named.get(name))].filter(isKnown);
  const alternates = alternatesOf(facts, base);
  return {
    ...optional('title', chooseTitle(facts, data)),
    ...optional('date', dates.find((date) => normaliseDate(date) !== undefined) ?? dates[0]),
    ...optional('url', url),
    ...optional('language', declaredLanguage(named, data)),
    ...(alternates.length === 0 ? {} : { alternates }),
  };
}

/**
 * The heading that the reader sees, where what the page declares confirms it: shared titles are shortened or spiced.
 * Else the shared title, the headline of the structured data, the title without the name of the site, the heading.
 */
function chooseTitle(facts: PageFacts, data: ArticleData): string | undefined {
  const shared = facts.named.get('meta:og:title');
  const site = facts.named.get('meta:og:site_name') ?? data.publisher;
  const own = facts.titleElement === undefined ? undefined : withoutSite(facts.titleElement, site);
  const declared = [shared, data.headline, own].filter(isKnown);
  const heading = facts.headings.find((text) => declared.some((title) => isSameTitle(text, title)));
  if (heading !== undefined) return heading;
  return (
    (shared === undefined ? undefined : withoutSite(shared, site)) ??
    data.headline ??
    own ??
    facts.headings[0]
  );
}

/** Share of the longer title's distinct tokens that both must have to be one title in two wordings. */
const SAME_TITLE = 0.5;

/** Whether two titles are one, give or take a few words. */
export function isSameTitle(a: string, b: string): boolean {
  const [left, right] = [a, b].map((title) => sortedUnique(tokenise(title).hashes));
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return false;
  return intersectionSize(left, right) >= SAME_TITLE * Math.max(left.length, right.length);
}

/** ` | `, ` - `, ` » ` and their kin, between a title and the name of its site. */
const SEPARATOR = /\s(?:[|\-–—·•»:/]|::)\s/g;
/** A last part that names no known site is one only if the rest is so many times longer. */
const MUCH_LONGER = 2;

function withoutSite(title: string, site: string | undefined): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return title;
  const head = title.slice(0, last.index).trim();
  const tail = title.slice(last.index + last[0].length).trim();
  const name = site === undefined ? '' : normaliseLabel(site);
  if (name !== '' && normaliseLabel(title.slice(0, first.index)) === name) {
    return title.slice(first.index + first[0].length).trim();
  }
  const isSite = name !== '' && normaliseLabel(tail) === name;
  return head !== '' && (isSite || head.length > MUCH_LONGER * tail.length) ? head : title;
}

function declaredLanguage(named: ReadonlyMap<string, string>, data: ArticleData): string | undefined {
  const written = [
    named.get('html'),
    named.get('meta:content-language'),
    named.get('meta:og:locale'),
    data.language,
  ];
  for (const tag of written) {
    const language = tag === undefined ? undefined : readLanguageTag(tag);
    if (language !== undefined) return language;
  }
  return undefined;
}

function alternatesOf(facts: PageFacts, base: string | undefined): readonly Alternate[] {
  const found = new Map<string, Alternate>();
  for (const { language: written, href } of facts.alternates) {
    // `x-default` names no language: it is the page that asks for one.
    const language = readLanguageTag(written);
    const url = absolute(href, base);
    if (language !== undefined && url !== undefined) found.set(`${language} ${url}`, { language, url });
  }
  return [...found.values()];
}

/** What relative addresses are relative to: the declared base, else the address that the page gives itself. */
function baseOf(named: ReadonlyMap<string, string>): string | undefined {
  const candidates = [named.get('base'), named.get('meta:og:url'), named.get('link:canonical')];
  return firstAddress(candidates, undefined);
}

function firstAddress(
  written: readonly (string | undefined)[],
  base: string | undefined,
): string | undefined {
  for (const address of written) {
    const url = address === undefined ? undefined : absolute(address, base);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** The address as written where it is absolute; only http and https lead to articles. */
function absolute(address: string, base: string | undefined): string | undefined {
  if (/^https?:\/\//i.test(address)) return URL.canParse(address) ? address : undefined;
  if (base === undefined || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function isKnown(value: string | undefined): value is string {
  return value !== undefined;
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [N in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in K]?: string });
}
