/** The members of a group as a table, with what can be decided on each. Must not show texts. */

import { counted, scoreText } from '../../../lib/figures.ts';
import type { GroupData, MemberData } from '../shape.ts';
import type { App } from './app.ts';
import { apart, button, type Child, element, type Properties } from './dom.ts';
import { type GroupDecision, madeCanonical, takenOut } from './review.ts';
import { dateText, RELATION_WORDS } from './words.ts';

/** Rows before the others are folded. */
const MEMBERS_SHOWN = 25;

/** Columns that are there for one member at least. */
interface Columns {
  readonly date: boolean;
  readonly source: boolean;
}

export function memberTables(
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
      // Rows become cards where the page is narrow: what is no table in style would be none to a screen reader.
      { class: 'members', role: 'table' },
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          ...head.map((word) => element('th', { scope: 'col', role: 'columnheader' }, word)),
        ),
      ),
      element('tbody', { role: 'rowgroup' }, ...rows),
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
  const title = element(
    'span',
    { class: 'title', dir: 'auto' },
    member.title === '' ? apart(member.id) : apart(member.title, member.language),
  );
  const other = member.via ?? group.canonical;
  return element(
    'tr',
    { class: isOut ? 'out' : undefined, role: 'row' },
    cell(
      {},
      isCanonical
        ? title
        : button(title, () => showPair(other, position), { class: 'open', title: 'Show side by side' }),
      member.title === '' ? undefined : element('span', { class: 'place' }, apart(member.id)),
    ),
    cell(
      {},
      RELATION_WORDS[member.relation],
      via === undefined ? undefined : element('span', { class: 'place' }, 'through ', apart(via.id)),
    ),
    cell({ class: 'number' }, isCanonical ? '' : scoreText(member.score)),
    cell({}, member.language),
    columns.date
      ? cell({ class: 'number' }, member.date === undefined ? '' : dateText(member.date))
      : undefined,
    columns.source ? cell({}, member.source === undefined ? '' : apart(member.source)) : undefined,
    cell(
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

function cell(properties: Properties, ...children: readonly Child[]): HTMLElement {
  return element('td', { role: 'cell', ...properties }, ...children);
}
