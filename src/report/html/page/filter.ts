/**
 * Which groups are listed, and in which order. Pure: rows and a filter in, rows out; must not know where either is
 * shown. Linear in the characters of the rows.
 */
import type { GroupKind } from '../../../model/group.ts';
import type { ListRow } from '../shape.ts';

export const ORDERS = ['report', 'doubtful', 'largest', 'newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

export interface Filter {
  /** Words that must all occur, in any place that a search reads. */
  readonly search: string;
  /** All of these languages must be in the group. */
  readonly languages: readonly string[];
  readonly kind: GroupKind | '';
  readonly source: string;
  /** Days, inclusive; a group passes when one of its dated members lies between. */
  readonly from: string;
  readonly to: string;
  /** Bounds of the weakest link, inclusive. */
  readonly least: number;
  readonly most: number;
  readonly onlyNew: boolean;
  readonly decided: 'any' | 'open' | 'decided';
}

export const NO_FILTER: Filter = {
  search: '',
  languages: [],
  kind: '',
  source: '',
  from: '',
  to: '',
  least: 0,
  most: 1,
  onlyNew: false,
  decided: 'any',
};

export interface Listed {
  readonly row: ListRow;
  /** Place in the report. */
  readonly position: number;
}

/** A comparison form for search: compatibility characters, case and accents do not count. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

const SEPARATOR = '\n';

function searchTextOf(row: ListRow): string {
  return folded([row.title, row.id, ...row.words, ...row.sources].join(SEPARATOR));
}

/** Keeps the search text of each row that was searched once. */
export class ListFilter {
  readonly #rows: readonly ListRow[];
  readonly #searchTexts: string[] = [];

  constructor(rows: readonly ListRow[]) {
    this.#rows = rows;
  }

  select(filter: Filter, order: Order, isDecided: (id: string) => boolean): readonly Listed[] {
    const words = folded(filter.search)
      .split(/\s+/)
      .filter((word) => word !== '');
    const found: Listed[] = [];
    this.#rows.forEach((row, position) => {
      if (!passes(row, filter, isDecided)) return;
      if (words.length > 0) {
        const text = this.#searchTexts[position] ?? searchTextOf(row);
        this.#searchTexts[position] = text;
        if (!words.every((word) => text.includes(word))) return;
      }
      found.push({ row, position });
    });
    return order === 'report' ? found : found.sort(comparer(order));
  }
}

function passes(row: ListRow, filter: Filter, isDecided: (id: string) => boolean): boolean {
  return (
    (filter.kind === '' || row.kind === filter.kind) &&
    row.weakest >= filter.least &&
    row.weakest <= filter.most &&
    (!filter.onlyNew || row.isNew === true) &&
    (filter.source === '' || row.sources.includes(filter.source)) &&
    filter.languages.every((language) => row.languages.some(([own]) => own === language)) &&
    isInTime(row, filter) &&
    (filter.decided === 'any' || isDecided(row.id) === (filter.decided === 'decided'))
  );
}

function isInTime({ dated }: ListRow, { from, to }: Filter): boolean {
  if (from === '' && to === '') return true;
  return dated.some(([day]) => (from === '' || day >= from) && (to === '' || day <= to));
}

/** Rows without a date come last in either order of time; ties keep the order of the report. */
function comparer(order: Exclude<Order, 'report'>): (x: Listed, y: Listed) => number {
  const ties = (x: Listed, y: Listed): number => x.position - y.position;
  switch (order) {
    case 'doubtful':
      return (x, y) => x.row.weakest - y.row.weakest || ties(x, y);
    case 'largest':
      return (x, y) => y.row.size - x.row.size || ties(x, y);
    case 'newest':
      return (x, y) => byDay(lastDay(y.row), lastDay(x.row), '') || ties(x, y);
    case 'oldest':
      return (x, y) => byDay(firstDay(x.row), firstDay(y.row), '9999-99-99') || ties(x, y);
    default:
      return order satisfies never;
  }
}

function byDay(x: string | undefined, y: string | undefined, missing: string): number {
  const [first, second] = [x ?? missing, y ?? missing];
  return first < second ? -1 : first > second ? 1 : 0;
}

function firstDay({ dated }: ListRow): string | undefined {
  return dated[0]?.[0];
}

function lastDay({ dated }: ListRow): string | undefined {
  return dated[dated.length - 1]?.[0];
}
