/** Pairs on the same event that are not one story, a page at a time. Must not decide what is related. */

import { counted, scoreText, wholeNumber } from '../../../lib/figures.ts';
import type { RelatedBrief, RelatedRow } from '../shape.ts';
import type { App } from './app.ts';
import { apart, button, element, fill } from './dom.ts';
import { hashOf } from './place.ts';
import { dateText } from './words.ts';

const PAIRS_ON_PAGE = 40;

export function relatedView(app: App): HTMLElement {
  const rows = app.data.related();
  const list = element('ul', { class: 'pairs' });
  const pager = element('nav', { class: 'pager', 'aria-label': 'Pages of pairs' });
  const show = (from: number): void => {
    const shown = rows.slice(from, from + PAIRS_ON_PAGE);
    fill(list, ...shown.map(pairItem));
    if (rows.length <= PAIRS_ON_PAGE) return;
    fill(
      pager,
      button('‹', () => show(from - PAIRS_ON_PAGE), { 'aria-label': 'Previous page', disabled: from === 0 }),
      element(
        'span',
        {},
        `${wholeNumber(from + 1)}–${wholeNumber(from + shown.length)} of ${wholeNumber(rows.length)}`,
      ),
      button('›', () => show(from + PAIRS_ON_PAGE), {
        'aria-label': 'Next page',
        disabled: from + PAIRS_ON_PAGE >= rows.length,
      }),
    );
  };
  show(0);
  return element(
    'article',
    { class: 'sheet', 'aria-labelledby': 'sheet-title' },
    element('h2', { id: 'sheet-title', tabindex: -1 }, 'Related'),
    element(
      'p',
      { class: 'note' },
      rows.length === 0
        ? 'No two articles of this report tell of the same event in texts of their own.'
        : `${counted(rows.length, 'pair')} of articles on the same event, each in a text of its own.`,
    ),
    list,
    pager,
  );
}

function pairItem({ a, b, score, names, numbers }: RelatedRow): HTMLElement {
  const words = [...names, ...numbers].map(([left, right]) =>
    element(
      'span',
      { class: 'word' },
      apart(left),
      left === right ? undefined : ' ↔ ',
      left === right ? undefined : apart(right),
    ),
  );
  return element(
    'li',
    {},
    element('span', { class: 'score' }, scoreText(score)),
    element('ul', { class: 'related' }, relatedItem(a), relatedItem(b)),
    words.length > 0 ? element('p', { class: 'shared' }, ...words) : undefined,
  );
}

export function relatedItem({ id, title, language, date, source, score, group }: RelatedBrief): HTMLElement {
  const words = apart(title === '' ? id : title, language);
  const facts = [language, source, date === undefined ? undefined : dateText(date)].filter(
    (fact) => fact !== undefined,
  );
  return element(
    'li',
    {},
    score === undefined ? undefined : element('span', { class: 'score' }, scoreText(score)),
    group === undefined
      ? element('span', { class: 'title' }, words)
      : element('a', { class: 'title', href: hashOf({ view: 'group', group }) }, words),
    element('span', { class: 'facts' }, ...facts.map((fact) => element('span', {}, apart(fact)))),
    title === '' ? undefined : element('span', { class: 'place' }, apart(id)),
  );
}
