/** Which languages tell the same stories: a cell for each two of them. Must not filter; a click asks for both. */

import { counted } from '../../../../lib/figures.ts';
import type { ListRow } from '../../shape.ts';
import { drawn, element } from '../dom.ts';
import { figure } from './figure.ts';

/** Languages whose codes can be read at a glance; the rarest are left out, and counted. */
const MOST_LANGUAGES = 24;
/** A cell is as wide as the room leaves it, between what a digit needs and what is pleasant. */
const NARROWEST_CELL = 18;
const WIDEST_CELL = 30;
/** Of a character of a code, generous, so that none sticks out. */
const CHARACTER = 7.5;
/** Height of a label of length 1 that is slanted by 50 degrees. */
const SLANTED = Math.sin((50 * Math.PI) / 180);
/** Where dark letters are read better than light ones in the dark page, and light ones better than dark in the light page. */
const MIDDLE = 0.58;
const STRONG = 0.85;

export function drawLanguages(
  rows: readonly ListRow[],
  width: number,
  choose: (languages: readonly string[]) => void,
): HTMLElement {
  const title = 'Languages';
  const stories = new Map<string, number>();
  for (const { languages } of rows)
    for (const [language] of languages) stories.set(language, (stories.get(language) ?? 0) + 1);
  const ordered = [...stories]
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .map(([language]) => language);
  const { shown, cellWidth, left: labelWidth } = layout(ordered, stories, width);
  const counts = pairCounts(rows, new Map(shown.map((language, i) => [language, i])));
  const left = ordered.length - shown.length;
  const note =
    'Stories told in both languages; on the edge, those with several articles in one.' +
    (left > 0 ? ` ${counted(left, 'rarer language')} left out.` : '');
  return figure({
    title,
    note,
    drawing: element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix of languages' },
      matrix(shown, counts, { cellWidth, left: labelWidth }, choose),
    ),
    table: [
      ['', ...shown],
      ...shown.map((language, row) => [
        language,
        ...shown.map((_, column) => String(counts.get(cellOf(row, column)) ?? 0)),
      ]),
    ],
  });
}

interface Layout {
  readonly cellWidth: number;
  /** Where the first column begins, behind the codes of the rows. */
  readonly left: number;
}

/** As many languages as are read in this width, the most frequent first. */
function layout(
  ordered: readonly string[],
  stories: ReadonlyMap<string, number>,
  width: number,
): Layout & { readonly shown: readonly string[] } {
  const longest = Math.max(4, ...ordered.slice(0, MOST_LANGUAGES).map((language) => language.length));
  const left = Math.ceil(CHARACTER * longest) + 12;
  const largest = shortCount(Math.max(0, ...stories.values()));
  const least = Math.max(NARROWEST_CELL, Math.ceil(largest.length * CHARACTER) + 4);
  const shown = ordered.slice(0, Math.max(1, Math.min(MOST_LANGUAGES, Math.floor((width - left) / least))));
  const cellWidth = Math.min(WIDEST_CELL, Math.max(least, Math.floor((width - left) / shown.length)));
  return { shown, cellWidth, left };
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

function cellOf(row: number, column: number): number {
  return Math.max(row, column) * MOST_LANGUAGES + Math.min(row, column);
}

function pairCounts(
  rows: readonly ListRow[],
  positions: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const add = (cell: number): void => {
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  for (const { languages } of rows) {
    const own = languages.flatMap(([language, members]) => {
      const position = positions.get(language);
      return position === undefined ? [] : [{ position, members }];
    });
    own.forEach(({ position, members }, i) => {
      if (members > 1) add(cellOf(position, position));
      for (const other of own.slice(i + 1)) add(cellOf(position, other.position));
    });
  }
  return counts;
}

/** The lower half: the upper one would say the same again. */
function matrix(
  languages: readonly string[],
  counts: ReadonlyMap<number, number>,
  { cellWidth, left }: Layout,
  choose: (languages: readonly string[]) => void,
): SVGElement {
  const most = Math.max(1, ...counts.values());
  const edge = languages.length * cellWidth;
  const height = edge + 20 + Math.ceil((left - 12) * SLANTED);
  const cells = languages.flatMap((language, row) =>
    languages.slice(0, row + 1).map((other, column) => {
      const count = counts.get(cellOf(row, column)) ?? 0;
      return cell(
        { x: left + column * cellWidth, y: row * cellWidth, width: cellWidth },
        count,
        Math.sqrt(count / most),
        language === other ? [language] : [other, language],
        choose,
      );
    }),
  );
  const labels = languages.flatMap((language, i) => [
    drawn('text', { x: left - 8, y: i * cellWidth + cellWidth / 2 + 4, 'text-anchor': 'end' }, language),
    // Below the last cell of its column, slanted where codes are long.
    drawn(
      'text',
      {
        x: 0,
        y: 0,
        'text-anchor': 'end',
        transform: `translate(${left + i * cellWidth + cellWidth / 2 + 4} ${edge + 12}) rotate(-50)`,
      },
      language,
    ),
  ]);
  const together = languages.length > 1 ? strongest(languages, counts) : '';
  return drawn(
    'svg',
    {
      width: left + edge,
      height,
      viewBox: `0 0 ${left + edge} ${height}`,
      role: 'img',
      class: 'matrix',
      'aria-label': `Matrix of ${counted(languages.length, 'language')}${together}`,
    },
    ...cells,
    ...labels,
  );
}

function cell(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  count: number,
  strength: number,
  languages: readonly string[],
  choose: (languages: readonly string[]) => void,
): SVGElement {
  const words =
    languages.length === 1 ? `twice or more in ${languages[0] ?? ''}` : `in ${languages.join(' and ')}`;
  return drawn(
    'g',
    {
      class: count > 0 ? 'cell' : 'cell none',
      on: { click: () => (count > 0 ? choose(languages) : undefined) },
    },
    drawn('title', {}, `${counted(count, 'story', 'stories')} ${words}`),
    drawn('rect', { x: x + 1, y: y + 1, width: width - 2, height: width - 2, rx: 3, class: 'ground' }),
    count > 0
      ? drawn('rect', {
          x: x + 1,
          y: y + 1,
          width: width - 2,
          height: width - 2,
          rx: 3,
          class: 'heat',
          'fill-opacity': (0.15 + 0.85 * strength).toFixed(2),
        })
      : undefined,
    count > 0
      ? drawn(
          'text',
          {
            x: x + width / 2,
            y: y + width / 2 + 4,
            'text-anchor': 'middle',
            class: strength > STRONG ? 'strong' : strength > MIDDLE ? 'middle' : 'weak',
          },
          shortCount(count),
        )
      : undefined,
  );
}

function strongest(languages: readonly string[], counts: ReadonlyMap<number, number>): string {
  const pairs = [...counts].filter(([key]) => Math.floor(key / MOST_LANGUAGES) !== key % MOST_LANGUAGES);
  const [best] = pairs.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  if (best === undefined) return '';
  const [row, column] = [Math.floor(best[0] / MOST_LANGUAGES), best[0] % MOST_LANGUAGES];
  return `; most together: ${languages[column] ?? ''} and ${languages[row] ?? ''}, ${counted(best[1], 'story', 'stories')}`;
}
