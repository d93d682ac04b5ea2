/**
 * The stories over time: a line each while they are few, columns of days, weeks, months or years when they are many.
 * Must not filter; a click on a column asks for its days.
 */

import { counted } from '../../../../lib/figures.ts';
import type { ListRow } from '../../shape.ts';
import { apart, drawn, element } from '../dom.ts';
import { KIND_WORDS, KINDS } from '../words.ts';
import { columnChart } from './columns.ts';
import { figure } from './figure.ts';
import { dayNumber, dayText, nextStart, startOf, type Unit, unitFor } from './scale.ts';

/** Lines that fit a screen. */
const MOST_LINES = 30;
/** Columns that are wide enough to be told apart. */
const MOST_COLUMNS = 48;
const LINE_HEIGHT = 22;

interface Story {
  readonly row: ListRow;
  readonly days: readonly number[];
}

export interface TimelineActs {
  open(group: string): void;
  between(from: string, to: string): void;
}

export function drawTimeline(rows: readonly ListRow[], width: number, acts: TimelineActs): HTMLElement {
  const stories = rows.flatMap((row): Story[] => {
    const days = row.dated.flatMap(([day]) => dayNumber(day) ?? []);
    return days.length === 0 ? [] : [{ row, days }];
  });
  const undated = rows.length - stories.length;
  const title = 'Stories over time';
  const without = undated > 0 ? ` ${counted(undated, 'story', 'stories')} without a date.` : '';
  if (stories.length === 0)
    return figure({ title, note: `No dates are known.${without}`, drawing: undefined });
  const first = Math.min(...stories.map(({ days }) => days[0] ?? 0));
  const last = stories.reduce((latest, { days }) => Math.max(latest, days[days.length - 1] ?? 0), first);
  return stories.length <= MOST_LINES
    ? lines(stories, first, last, width, acts, title, without)
    : columns(stories, first, last, width, acts, title, without);
}

/** Each story from its first to its last article; a dot is a day, its size the number of articles. */
function lines(
  stories: readonly Story[],
  first: number,
  last: number,
  width: number,
  acts: TimelineActs,
  title: string,
  without: string,
): HTMLElement {
  const labelWidth = Math.min(260, Math.round(width * 0.4));
  const track = Math.max(80, width - labelWidth - 12);
  const margin = 12;
  const x = (day: number): number =>
    last === first ? track / 2 : margin + ((day - first) / (last - first)) * (track - 2 * margin);
  const ordered = [...stories].sort((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0));
  const items = ordered.map(({ row, days }) => {
    const label = element(
      'button',
      { type: 'button', dir: 'auto', on: { click: () => acts.open(row.id) } },
      apart(row.title === '' ? row.id : row.title, row.language),
    );
    return element('li', {}, label, storyLine(row, days, x, track));
  });
  const list = element(
    'ol',
    { class: 'lines' },
    ...items,
    element('li', { 'aria-hidden': 'true' }, element('span', {}), axis(first, last, x, track)),
  );
  list.style.setProperty('--label', `${labelWidth}px`);
  const table = ordered.map(({ row, days }) => [
    row.title,
    dayText(days[0] ?? 0),
    dayText(days[days.length - 1] ?? 0),
    String(row.size),
  ]);
  const span = first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
  return figure({
    title,
    note: `${span}; a dot is a day with articles.${without}`,
    drawing: list,
    table: [['Story', 'First', 'Last', 'Articles'], ...table],
  });
}

function storyLine(
  row: ListRow,
  days: readonly number[],
  x: (day: number) => number,
  width: number,
): SVGElement {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [from = 0, to = from] = [days[0], days[days.length - 1]];
  const middle = LINE_HEIGHT / 2;
  return drawn(
    'svg',
    { width, height: LINE_HEIGHT, role: 'img', 'aria-label': `${dayText(from)} to ${dayText(to)}` },
    drawn('line', {
      x1: x(from),
      x2: x(to),
      y1: middle,
      y2: middle,
      class: `stroke-${row.kind}`,
      'stroke-width': 2,
    }),
    ...[...counts].map(([day, count]) =>
      drawn(
        'circle',
        {
          cx: x(day),
          cy: middle,
          r: Math.min(9, 3 + Math.sqrt(count) * 1.4).toFixed(1),
          class: `fill-${row.kind}`,
        },
        drawn('title', {}, `${dayText(day)}: ${counted(count, 'article')}`),
      ),
    ),
  );
}

function axis(first: number, last: number, x: (day: number) => number, width: number): SVGElement {
  // At the edges a date would stick out of the picture.
  const anchor = (day: number): string =>
    last === first ? 'middle' : day === first ? 'start' : day === last ? 'end' : 'middle';
  const marks = last === first ? [first] : ticks(first, last, Math.max(2, Math.floor(width / 110)));
  return drawn(
    'svg',
    { width, height: 20, class: 'axis' },
    ...marks.map((day) => drawn('text', { x: x(day), y: 14, 'text-anchor': anchor(day) }, dayText(day))),
  );
}

function ticks(first: number, last: number, most: number): readonly number[] {
  const count = Math.max(2, Math.min(most, last - first + 1));
  const days = Array.from({ length: count }, (_, i) =>
    Math.round(first + (i * (last - first)) / (count - 1)),
  );
  return [...new Set(days)];
}

/** A story counts once, on its first day. */
function columns(
  stories: readonly Story[],
  first: number,
  last: number,
  width: number,
  acts: TimelineActs,
  title: string,
  without: string,
): HTMLElement {
  const unit: Unit = unitFor(first, last, MOST_COLUMNS);
  const starts: number[] = [];
  for (let start = startOf(first, unit); start <= last; start = nextStart(start, unit)) starts.push(start);
  const counts = new Map(starts.map((start) => [start, new Map<string, number>()]));
  for (const { row, days } of stories) {
    const column = counts.get(startOf(days[0] ?? first, unit));
    column?.set(row.kind, (column.get(row.kind) ?? 0) + 1);
  }
  const used = KINDS.filter((kind) => stories.some(({ row }) => row.kind === kind));
  const label = (start: number): string =>
    unit === 'year'
      ? dayText(start).slice(0, 4)
      : unit === 'month'
        ? dayText(start).slice(0, 7)
        : dayText(start);
  return figure({
    title,
    note: `Stories by the ${unit} of their first article; choose a column to see them.${without}`,
    drawing: columnChart({
      label: title,
      width,
      columns: starts.map((start) => ({
        label: label(start),
        values: used.map((kind) => counts.get(start)?.get(kind) ?? 0),
        choose: () => acts.between(dayText(start), dayText(nextStart(start, unit) - 1)),
      })),
      series: used.map((kind) => ({ className: `fill-${kind}`, word: KIND_WORDS[kind] })),
    }),
    table: [
      [unit, ...used.map((kind) => KIND_WORDS[kind])],
      ...starts.map((start) => [
        label(start),
        ...used.map((kind) => String(counts.get(start)?.get(kind) ?? 0)),
      ]),
    ],
  });
}
