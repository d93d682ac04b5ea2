/** How sure the links are: stories by their weakest link. Must not filter; a click on a column asks for its scores. */
import type { ListRow } from '../../shape.ts';
import { KIND_WORDS, KINDS } from '../words.ts';
import { columnChart } from './columns.ts';
import { figure } from './figure.ts';

/**
 * Lower bounds. Scores are probabilities and most of them are near 1, so the columns are about equal steps of the odds:
 * in equal steps of the score all would stand in the last one.
 */
const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999] as const;

export function drawScores(
  rows: readonly ListRow[],
  width: number,
  between: (least: number, most: number) => void,
): HTMLElement {
  const used = KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const counts = BOUNDS.map(() => new Map<string, number>());
  for (const { weakest, kind } of rows) {
    const column = counts[columnOf(weakest)];
    column?.set(kind, (column.get(kind) ?? 0) + 1);
  }
  // Below the lowest score there is nothing to see.
  const lowest = Math.max(
    0,
    Math.min(
      counts.findIndex((column) => column.size > 0),
      BOUNDS.length - 6,
    ),
  );
  const columns = BOUNDS.map((bound, i) => ({
    label: bound === 0 ? '<.5' : shortNumber(bound),
    values: used.map((kind) => counts[i]?.get(kind) ?? 0),
    choose: () => between(bound, upperOf(i)),
  })).slice(lowest);
  return figure({
    title: 'Scores',
    note: 'Stories by the score of their weakest link, each column from its label up to the next; choose one to see its stories.',
    drawing: columnChart({
      label: 'Scores of the weakest links',
      width,
      columns,
      series: used.map((kind) => ({ className: `fill-${kind}`, word: KIND_WORDS[kind] })),
    }),
    table: [
      ['from', ...used.map((kind) => KIND_WORDS[kind])],
      ...columns.map(({ label, values }) => [label, ...values.map(String)]),
    ],
  });
}

function columnOf(score: number): number {
  let column = 0;
  BOUNDS.forEach((bound, i) => {
    if (score >= bound) column = i;
  });
  return column;
}

/** The next bound is the next column's: scores have four digits. */
function upperOf(column: number): number {
  const next = BOUNDS[column + 1];
  return next === undefined ? 1 : Math.round((next - 0.0001) * 1e4) / 1e4;
}

function shortNumber(bound: number): string {
  return String(bound).replace(/^0/, '');
}
