/** The list of groups, a page at a time. Owns which page is shown and where the focus is; must not filter. */

import { counted, scoreText, wholeNumber } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { apart, button, element, fill } from './dom.ts';
import type { Listed } from './filter.ts';
import { hashOf } from './place.ts';
import { KIND_WORDS } from './words.ts';

/** Rows that a browser lays out without a pause, and that a reader can scan. */
const ROWS_ON_PAGE = 50;
const LANGUAGES_SHOWN = 6;

export interface ListView {
  readonly node: HTMLElement;
  /** After the filter or the order changed. */
  refill(): void;
  /** After a decision or another place. */
  update(): void;
  /** To this group, or to the first one that is shown. */
  focus(group: string | undefined): void;
  /** Moves by so many groups from the open or focused one; `open` follows. */
  step(by: number, open: boolean): void;
}

export function createList(app: App): ListView {
  let first = 0;
  const list = element('ol', { class: 'stories' });
  const count = element('p', { class: 'count', 'aria-live': 'polite' });
  const pager = element('nav', { class: 'pager', 'aria-label': 'Pages of the list' });
  const node = element('section', { class: 'list', 'aria-label': 'Stories' }, count, list, pager);

  const show = (from: number): void => {
    first = Math.max(0, Math.min(from, Math.max(0, app.listed.length - 1)));
    first -= first % ROWS_ON_PAGE;
    const rows = app.listed.slice(first, first + ROWS_ON_PAGE);
    list.setAttribute('start', String(first + 1));
    const focused = list.contains(document.activeElement) ? groupOf(document.activeElement) : undefined;
    fill(list, ...rows.map((listed) => listItem(app, listed)));
    if (focused !== undefined) focus(focused);
    fill(count, ...countWords(app));
    fill(pager, ...pagerButtons(first, app.listed.length, (to) => showAndFocus(to)));
  };
  const showAndFocus = (from: number): void => {
    show(from);
    node.scrollTop = 0;
    list.querySelector('a')?.focus();
  };
  const focus = (group: string | undefined): void => {
    const items = [...list.querySelectorAll<HTMLElement>('li[data-group]')];
    (items.find((item) => item.dataset['group'] === group) ?? items[0])?.querySelector('a')?.focus();
  };
  const positionNow = (): number => {
    const id = groupOf(document.activeElement) ?? (app.place.view === 'group' ? app.place.group : undefined);
    return app.listed.findIndex(({ row }) => row.id === id);
  };
  return {
    node,
    refill: () => show(0),
    update: () => {
      const at = app.place.view === 'group' ? positionOf(app, app.place.group) : -1;
      show(at >= 0 ? at : first);
      list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    },
    focus,
    step: (by, open) => {
      const now = positionNow();
      const next = Math.max(0, Math.min(app.listed.length - 1, now < 0 ? first : now + by));
      const row = app.listed[next]?.row;
      if (row === undefined) return;
      if (open) {
        app.go({ view: 'group', group: row.id });
        return;
      }
      if (next < first || next >= first + ROWS_ON_PAGE) show(next);
      list.querySelectorAll('a')[next - first]?.focus();
    },
  };
}

function groupOf(node: Element | null): string | undefined {
  return node?.closest<HTMLElement>('li[data-group]')?.dataset['group'];
}

function positionOf(app: App, id: string): number {
  return app.listed.findIndex(({ row }) => row.id === id);
}

function countWords(app: App): readonly (string | HTMLElement)[] {
  const [shown, all] = [app.listed.length, app.data.rows.length];
  if (shown === all) return [counted(all, 'story', 'stories')];
  return [element('strong', {}, wholeNumber(shown)), ` of ${counted(all, 'story', 'stories')}`];
}

function listItem(app: App, { row }: Listed): HTMLElement {
  const isOpen = app.place.view === 'group' && app.place.group === row.id;
  const decision = app.review.decisions().get(row.id);
  const title = apart(row.title === '' ? row.id : row.title, row.language);
  const languages = row.languages.slice(0, LANGUAGES_SHOWN).map(([language]) => language);
  const more = row.languages.length - languages.length;
  const days = row.dated;
  const link = element(
    'a',
    { href: hashOf({ view: 'group', group: row.id }), 'aria-current': isOpen ? 'true' : undefined },
    element('span', { class: 'title', dir: 'auto' }, title),
    element(
      'span',
      { class: 'facts' },
      element('span', { class: `kind ${row.kind}` }, KIND_WORDS[row.kind]),
      element('span', {}, counted(row.size, 'article')),
      element('span', { class: 'languages' }, languages.join(' ') + (more > 0 ? ` +${more}` : '')),
      days[0] === undefined ? undefined : element('span', {}, days[0][0]),
      element('span', { class: 'score' }, scoreText(row.weakest)),
      row.isNew === true ? element('span', { class: 'badge' }, 'new') : undefined,
      decision === undefined
        ? undefined
        : element('span', { class: `badge ${decision.answer ?? 'edited'}` }, decisionWord(decision.answer)),
    ),
  );
  return element('li', { 'data-group': row.id }, link);
}

function decisionWord(answer: 'same' | 'different' | 'skip' | undefined): string {
  switch (answer) {
    case 'same':
      return 'same';
    case 'different':
      return 'not the same';
    case 'skip':
      return 'skipped';
    case undefined:
      return 'edited';
    default:
      return answer satisfies never;
  }
}

function pagerButtons(
  first: number,
  all: number,
  show: (from: number) => void,
): readonly (HTMLElement | string)[] {
  if (all === 0) return [element('span', {}, 'No story passes these filters.')];
  if (all <= ROWS_ON_PAGE) return [];
  const last = Math.min(first + ROWS_ON_PAGE, all);
  return [
    button('‹', () => show(first - ROWS_ON_PAGE), { 'aria-label': 'Previous page', disabled: first === 0 }),
    element('span', {}, `${wholeNumber(first + 1)}–${wholeNumber(last)} of ${wholeNumber(all)}`),
    button('›', () => show(first + ROWS_ON_PAGE), { 'aria-label': 'Next page', disabled: last >= all }),
  ];
}
