/** The page of one group: what it is and why, its members, its links, its texts. Owns their order on the page. */

import { counted, scoreText } from '../../../lib/figures.ts';
import type { GroupData, ListRow } from '../shape.ts';
import type { App } from './app.ts';
import { type CompareView, createCompare } from './compare-view.ts';
import { apart, element, fill } from './dom.ts';
import { memberTables } from './members-view.ts';
import { drawGraph } from './pictures/graph.ts';
import { relatedItem } from './related-view.ts';
import { reviewButtons } from './review-bar.ts';
import { CANONICAL_WORDS, KIND_WORDS, RELATION_WORDS } from './words.ts';

export interface GroupView {
  readonly node: HTMLElement;
  /** After a decision. */
  update(): void;
  readonly compare: CompareView | undefined;
}

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

function relatedSection(related: NonNullable<GroupData['related']>): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': 'related-title' },
    element('h3', { id: 'related-title' }, 'On the same event'),
    element('ul', { class: 'related' }, ...related.map((brief) => relatedItem(brief))),
  );
}
