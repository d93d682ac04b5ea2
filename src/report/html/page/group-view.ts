/** The page of one group: what it is and why, its members, its links, its texts. Owns their order on the page. */
import type { GroupData, ListRow, MemberData } from '../shape.ts';
import type { App } from './app.ts';
import { type CompareView, createCompare } from './compare-view.ts';
import { apart, button, element, fill } from './dom.ts';
import { drawGraph } from './pictures/graph.ts';
import { relatedItem } from './related-view.ts';
import { type Answer, answered, type GroupDecision, madeCanonical, takenOut } from './review.ts';
import { CANONICAL_WORDS, counted, dateText, KIND_WORDS, RELATION_WORDS, scoreText } from './words.ts';

export interface GroupView {
  readonly node: HTMLElement;
  /** After a decision. */
  update(): void;
  readonly compare: CompareView | undefined;
}

/** Rows of the table of members before the others are folded. */
const MEMBERS_SHOWN = 25;

export function createGroup(app: App, row: ListRow, group: GroupData): GroupView {
  const compare = group.members.length > 1 ? createCompare(group, app.data.head.hasTexts) : undefined;
  const bar = element('div', { class: 'review', role: 'group', 'aria-label': 'Your decision' });
  const members = element('div', {});
  const showPair = (a: number, b: number): void => {
    compare?.show(a, b);
    compare?.node.scrollIntoView({ block: 'start' });
  };
  const update = (): void => {
    const decision = app.review.decisions().get(row.id) ?? {};
    fill(bar, ...reviewButtons(app, row, decision));
    const focused = document.activeElement?.getAttribute('data-act');
    fill(members, ...memberTables(app, group, decision, showPair));
    if (focused !== null && focused !== undefined)
      [...members.querySelectorAll<HTMLElement>('[data-act]')]
        .find((node) => node.getAttribute('data-act') === focused)
        ?.focus();
  };
  update();
  const node = element(
    'article',
    { class: 'group', 'aria-labelledby': 'group-title' },
    heading(row, group),
    bar,
    element(
      'section',
      { 'aria-labelledby': 'members-title' },
      element('h3', { id: 'members-title' }, 'Articles'),
      members,
    ),
    element(
      'section',
      { 'aria-labelledby': 'links-title' },
      element('h3', { id: 'links-title' }, 'Links'),
      drawGraph(group, showPair),
    ),
    compare?.node,
    group.related === undefined ? undefined : relatedSection(group.related),
  );
  return { node, update, compare };
}

function heading(row: ListRow, group: GroupData): HTMLElement {
  const weakest = [...group.links].sort((x, y) => x.score - y.score)[0];
  const canonical = group.members[group.canonical];
  const language = row.language === 'und' ? undefined : row.language;
  return element(
    'header',
    {},
    element(
      'h2',
      { id: 'group-title', dir: 'auto', lang: language, tabindex: -1 },
      row.title === '' ? row.id : row.title,
    ),
    element(
      'p',
      { class: 'facts' },
      element('span', { class: `kind ${row.kind}` }, KIND_WORDS[row.kind]),
      element('span', {}, counted(row.size, 'article')),
      element('span', {}, counted(row.languages.length, 'language')),
      element('span', {}, `confidence ${scoreText(row.confidence)}`),
      row.isNew === true ? element('span', { class: 'badge' }, 'new') : undefined,
      element('code', {}, row.id),
    ),
    element(
      'p',
      { class: 'why' },
      'Canonical is ',
      apart(canonical?.id ?? ''),
      `: ${CANONICAL_WORDS[group.canonicalReason]}. `,
      ...(weakest === undefined || weakest.score === 1 ? [] : weakestWords(group, weakest)),
      group.formerIds === undefined ? undefined : `Formerly ${group.formerIds.join(', ')}. `,
      group.left === undefined
        ? undefined
        : `${counted(group.left, 'more article')} are not in this file; the JSON report names them all.`,
    ),
  );
}

function weakestWords(
  group: GroupData,
  { a, b, score, relation }: GroupData['links'][number],
): readonly Node[] {
  const id = (member: number): HTMLElement => apart(group.members[member]?.id ?? '');
  return [
    document.createTextNode(`The weakest link is ${scoreText(score)}, ${RELATION_WORDS[relation]}: `),
    id(a),
    document.createTextNode(' and '),
    id(b),
    document.createTextNode('. '),
  ];
}

const ANSWERS: readonly (readonly [answer: Answer, word: string, letter: string])[] = [
  ['same', 'Same story', 's'],
  ['different', 'Not the same', 'x'],
  ['skip', 'Skip', 'z'],
];

function reviewButtons(
  app: App,
  row: ListRow,
  decision: GroupDecision,
): readonly (HTMLElement | undefined)[] {
  const answers = ANSWERS.map(([answer, word, letter]) =>
    button(word, () => app.decide(row.id, (old) => answered(old, answer)), {
      class: `answer ${answer}`,
      'aria-pressed': decision.answer === answer ? 'true' : 'false',
      'aria-keyshortcuts': letter,
    }),
  );
  const undo = button('Undo', () => app.undo(), {
    disabled: !app.review.canUndo(),
    'aria-keyshortcuts': 'u',
  });
  const edits = [
    decision.out === undefined ? undefined : `${counted(decision.out.length, 'article')} taken out`,
    decision.canonical === undefined ? undefined : 'another canonical',
  ].filter((edit) => edit !== undefined);
  return [
    element('span', { class: 'label' }, 'Are these the same story?'),
    ...answers,
    undo,
    edits.length > 0 ? element('span', { class: 'edits' }, edits.join(', ')) : undefined,
  ];
}

/** Columns that are there for one member at least. */
interface Columns {
  readonly date: boolean;
  readonly source: boolean;
}

function memberTables(
  app: App,
  group: GroupData,
  decision: GroupDecision,
  showPair: (a: number, b: number) => void,
): readonly (HTMLElement | undefined)[] {
  const columns = {
    date: group.members.some(({ date }) => date !== undefined),
    source: group.members.some(({ source }) => source !== undefined),
  };
  const rows = group.members.map((_, i) => memberRow(app, group, i, decision, columns, showPair));
  const rest = rows.slice(MEMBERS_SHOWN);
  return [
    memberTable(rows.slice(0, MEMBERS_SHOWN), columns),
    rest.length === 0
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, counted(rest.length, 'more article')),
          memberTable(rest, columns),
        ),
  ];
}

function memberTable(rows: readonly HTMLElement[], columns: Columns): HTMLElement {
  const head = [
    'Article',
    'Relation',
    'Score',
    'Language',
    ...(columns.date ? ['Date'] : []),
    ...(columns.source ? ['Source'] : []),
    'Review',
  ];
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Articles of this story' },
    element(
      'table',
      { class: 'members' },
      element('thead', {}, element('tr', {}, ...head.map((word) => element('th', { scope: 'col' }, word)))),
      element('tbody', {}, ...rows),
    ),
  );
}

function memberRow(
  app: App,
  group: GroupData,
  position: number,
  decision: GroupDecision,
  columns: Columns,
  showPair: (a: number, b: number) => void,
): HTMLElement {
  const member = group.members[position] as MemberData;
  const isCanonical = position === group.canonical;
  const isOut = decision.out?.includes(member.id) === true;
  const stands = decision.canonical === undefined ? isCanonical : decision.canonical === member.id;
  const via =
    member.via === undefined || member.via === group.canonical ? undefined : group.members[member.via];
  const title = element('span', { class: 'title', dir: 'auto' }, apart(member.title, member.language));
  const other = member.via ?? group.canonical;
  return element(
    'tr',
    { class: isOut ? 'out' : undefined },
    element(
      'td',
      {},
      isCanonical
        ? title
        : button(title, () => showPair(other, position), { class: 'open', title: 'Show side by side' }),
      element('span', { class: 'place' }, apart(member.id)),
    ),
    element(
      'td',
      {},
      RELATION_WORDS[member.relation],
      via === undefined ? undefined : element('span', { class: 'place' }, 'through ', apart(via.id)),
    ),
    element('td', { class: 'number' }, isCanonical ? '' : scoreText(member.score)),
    element('td', {}, member.language),
    columns.date
      ? element('td', { class: 'number' }, member.date === undefined ? '' : dateText(member.date))
      : undefined,
    columns.source ? element('td', {}, member.source === undefined ? '' : apart(member.source)) : undefined,
    element(
      'td',
      { class: 'acts' },
      button(isOut ? 'Put back' : 'Take out', () => app.decide(group.id, (old) => takenOut(old, member.id)), {
        'aria-pressed': isOut ? 'true' : 'false',
        'aria-label': `${isOut ? 'Put back' : 'Take out'} ${member.id}`,
        'data-act': `out ${member.id}`,
      }),
      button(
        stands ? 'Canonical' : 'Make canonical',
        () => app.decide(group.id, (old) => madeCanonical(old, member.id)),
        {
          'aria-pressed': stands ? 'true' : 'false',
          'aria-label': `${stands ? 'Canonical:' : 'Make canonical:'} ${member.id}`,
          'data-act': `canonical ${member.id}`,
          disabled: isCanonical && decision.canonical === undefined,
        },
      ),
    ),
  );
}

function relatedSection(related: NonNullable<GroupData['related']>): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': 'related-title' },
    element('h3', { id: 'related-title' }, 'On the same event'),
    element('ul', { class: 'related' }, ...related.map((brief) => relatedItem(brief))),
  );
}
