/** Stacked columns with an axis of counts: the histogram of scores and the timeline of many stories are drawn so. */

import { counted, wholeNumber } from '../../../../lib/figures.ts';
import { drawn, element } from '../dom.ts';
import { niceStep } from './scale.ts';

export interface ColumnChart {
  readonly label: string;
  readonly width: number;
  readonly columns: readonly {
    readonly label: string;
    /** One for each series, in its order. */
    readonly values: readonly number[];
    choose(): void;
  }[];
  readonly series: readonly { readonly className: string; readonly word: string }[];
}

const HEIGHT = 200;
const LEFT = 40;
const TOP = 18;
const BOTTOM = 24;

export function columnChart({ label, width, columns, series }: ColumnChart): HTMLElement {
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(1, ...totals);
  const step = niceStep(most, 4);
  const top = Math.ceil(most / step) * step;
  const y = (value: number): number => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const room = (width - LEFT - 4) / columns.length;
  // Labels of about seven units a character must not touch.
  const longest = Math.max(...columns.map((column) => column.label.length));
  const every = Math.max(1, Math.ceil((longest * 7 + 8) / room));
  const lines: SVGElement[] = [];
  for (let value = 0; value <= top; value += step) {
    lines.push(
      drawn('line', { x1: LEFT, x2: width, y1: y(value), y2: y(value), class: 'grid' }),
      drawn('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, wholeNumber(value)),
    );
  }
  const bars = columns.map((column, i) => {
    const x = LEFT + i * room;
    const total = totals[i] ?? 0;
    let below = 0;
    const parts = column.values.map((value, s) => {
      const rect = drawn('rect', {
        x: x + room * 0.12,
        width: room * 0.76,
        y: y(below + value),
        height: Math.max(0, y(below) - y(below + value)),
        class: series[s]?.className,
      });
      below += value;
      return rect;
    });
    const words = series.map(({ word }, s) => `${column.values[s] ?? 0} ${word}`).join(', ');
    return drawn(
      'g',
      { class: 'column', on: { click: () => (total > 0 ? column.choose() : undefined) } },
      drawn('title', {}, `${column.label}: ${words}`),
      drawn('rect', { x, width: room, y: TOP, height: HEIGHT - TOP - BOTTOM, class: 'touch' }),
      ...parts,
      total > 0 && room >= 26
        ? drawn(
            'text',
            { x: x + room / 2, y: y(total) - 4, 'text-anchor': 'middle', class: 'count' },
            wholeNumber(total),
          )
        : undefined,
      i % every === 0
        ? drawn('text', { x: x + room / 2, y: HEIGHT - 8, 'text-anchor': 'middle' }, column.label)
        : undefined,
    );
  });
  const drawing = drawn(
    'svg',
    {
      width,
      height: HEIGHT,
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: 'img',
      'aria-label': summary(label, columns, totals),
    },
    ...lines,
    ...bars,
  );
  return element('div', {}, drawing, legend(series));
}

function summary(label: string, columns: ColumnChart['columns'], totals: readonly number[]): string {
  const highest = totals.indexOf(Math.max(...totals));
  const all = totals.reduce((sum, total) => sum + total, 0);
  return `${label}: ${counted(all, 'story', 'stories')}, most (${totals[highest] ?? 0}) at ${columns[highest]?.label ?? ''}`;
}

function legend(series: ColumnChart['series']): HTMLElement | undefined {
  if (series.length < 2) return undefined;
  return element(
    'p',
    { class: 'legend' },
    ...series.map(({ className, word }) =>
      element(
        'span',
        {},
        drawn(
          'svg',
          { width: 10, height: 10, 'aria-hidden': 'true' },
          drawn('rect', { width: 10, height: 10, class: className }),
        ),
        ` ${word}`,
      ),
    ),
  );
}
