/** The search field and the filters. Owns its controls; what they mean stands in `filter.ts`. */

import { scoreText } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { button, element, fill } from './dom.ts';
import { type Filter, NO_FILTER, ORDERS, type Order } from './filter.ts';
import { KIND_WORDS, KINDS } from './words.ts';

const ORDER_WORDS: Readonly<Record<Order, string>> = {
  report: 'as in the report',
  doubtful: 'weakest link first',
  largest: 'largest first',
  newest: 'newest first',
  oldest: 'oldest first',
};

/** Milliseconds of silence before a search runs: typing a word is one search. */
const SEARCH_DELAY = 120;

export interface FilterView {
  readonly node: HTMLElement;
  /** After the filter was changed elsewhere: by a picture, or by taking a filter back. */
  update(): void;
  focusSearch(): void;
}

export function createFilters(app: App): FilterView {
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search titles, names, ids, addresses',
    'aria-label': 'Search titles, names, ids and addresses',
    autocomplete: 'off',
    spellcheck: 'false',
    dir: 'auto',
  });
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => app.setFilter({ search: search.value }), SEARCH_DELAY);
  });
  /** What was typed counts at once when another filter is chosen. */
  const apply = (change: Partial<Filter>): void => {
    clearTimeout(timer);
    app.setFilter({ search: search.value, ...change });
  };
  const kind = choice('Kind', [['', 'any kind'], ...kindsIn(app)], (value) =>
    apply({ kind: KINDS.find((known) => known === value) ?? '' }),
  );
  const language = choice('Language', [['', 'any language'], ...languagesIn(app)], (value) => {
    const { languages } = app.filter;
    apply({
      languages: value === '' || languages.includes(value) ? languages : [...languages, value],
    });
  });
  const source = choice('Source', [['', 'any source'], ...sourcesIn(app)], (value) =>
    apply({ source: value }),
  );
  const from = bound('date', 'From', (value) => apply({ from: value }));
  const to = bound('date', 'To', (value) => apply({ to: value }));
  const least = bound('number', 'Score from', (value) => apply({ least: share(value, 0) }));
  const most = bound('number', 'Score to', (value) => apply({ most: share(value, 1) }));
  const decided = choice(
    'Review',
    [
      ['any', 'decided or not'],
      ['open', 'not decided'],
      ['decided', 'decided'],
    ],
    (value) => apply({ decided: value === 'open' || value === 'decided' ? value : 'any' }),
  );
  const order = choice(
    'Order',
    ORDERS.map((name) => [name, ORDER_WORDS[name]] as const),
    (value) => app.setOrder(ORDERS.find((name) => name === value) ?? 'report'),
  );
  const chips = element('p', { class: 'chips' });
  const more = element(
    'details',
    { class: 'more' },
    element('summary', {}, 'Filters and order'),
    element(
      'div',
      { class: 'controls' },
      ...[language, kind, source, order, from, to, least, most, decided].map(({ node }) => node),
    ),
  );
  const node = element('search', {}, search, more, chips);

  const update = (): void => {
    const { filter } = app;
    if (document.activeElement !== search) search.value = filter.search;
    kind.control.value = filter.kind;
    language.control.value = '';
    source.control.value = filter.source;
    from.control.value = filter.from;
    to.control.value = filter.to;
    least.control.value = filter.least === 0 ? '' : String(filter.least);
    most.control.value = filter.most === 1 ? '' : String(filter.most);
    decided.control.value = filter.decided;
    order.control.value = app.order;
    fill(chips, ...chipsOf(app));
  };
  update();
  return {
    node,
    update,
    focusSearch: () => {
      search.focus();
      search.select();
    },
  };
}

interface Labelled<Control extends HTMLElement> {
  readonly node: HTMLElement;
  readonly control: Control;
}

function choice(
  label: string,
  options: readonly (readonly [value: string, word: string])[],
  choose: (value: string) => void,
): Labelled<HTMLSelectElement> {
  const control = element(
    'select',
    {},
    ...options.map(([value, word]) => element('option', { value }, word)),
  );
  control.addEventListener('change', () => choose(control.value));
  return { node: element('label', {}, element('span', {}, label), control), control };
}

function bound(
  type: 'date' | 'number',
  label: string,
  choose: (value: string) => void,
): Labelled<HTMLInputElement> {
  const range = type === 'number' ? { min: 0, max: 1, step: 0.01, inputmode: 'decimal' } : {};
  const control = element('input', { type, ...range });
  control.addEventListener('change', () => choose(control.value));
  return { node: element('label', {}, element('span', {}, label), control), control };
}

function share(value: string, missing: number): number {
  const number = Number.parseFloat(value);
  return Number.isNaN(number) ? missing : Math.max(0, Math.min(1, number));
}

function kindsIn(app: App): readonly (readonly [string, string])[] {
  const there = new Set(app.data.rows.map(({ kind }) => kind));
  return KINDS.filter((kind) => there.has(kind)).map((kind) => [kind, KIND_WORDS[kind]]);
}

function languagesIn(app: App): readonly (readonly [string, string])[] {
  return mostFirst(app.data.rows.flatMap(({ languages }) => languages.map(([language]) => language)));
}

function sourcesIn(app: App): readonly (readonly [string, string])[] {
  return mostFirst(app.data.rows.flatMap(({ sources }) => [...sources]));
}

/** Value and words: how many stories there are. */
function mostFirst(values: readonly string[]): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .map(([value, count]) => [value, `${value} (${count})`]);
}

/** The filters that are on, each with a way to turn it off. */
function chipsOf(app: App): readonly HTMLElement[] {
  const { filter } = app;
  const chip = (word: string, change: Partial<Filter>): HTMLElement =>
    button(`${word} ×`, () => app.setFilter(change), {
      class: 'chip',
      'aria-label': `Remove filter ${word}`,
    });
  const on: HTMLElement[] = filter.languages.map((language) =>
    chip(language, { languages: filter.languages.filter((other) => other !== language) }),
  );
  if (filter.kind !== '') on.push(chip(KIND_WORDS[filter.kind], { kind: '' }));
  if (filter.source !== '') on.push(chip(filter.source, { source: '' }));
  if (filter.from !== '') on.push(chip(`from ${filter.from}`, { from: '' }));
  if (filter.to !== '') on.push(chip(`to ${filter.to}`, { to: '' }));
  if (filter.least > 0) on.push(chip(`score from ${scoreText(filter.least)}`, { least: 0 }));
  if (filter.most < 1) on.push(chip(`score to ${scoreText(filter.most)}`, { most: 1 }));
  if (filter.onlyNew) on.push(chip('new', { onlyNew: false }));
  if (filter.decided !== 'any')
    on.push(chip(filter.decided === 'open' ? 'not decided' : 'decided', { decided: 'any' }));
  if (on.length > 1) on.push(button('Clear all', () => app.setFilter(NO_FILTER), { class: 'chip clear' }));
  return on;
}
