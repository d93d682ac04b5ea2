/** Which columns of a table hold a field: by the names in the header, or by its number where there is none. */
import { FIELDS, type Field, LANGUAGE_NAMES } from '../../model/record-fields.ts';
import { nameOf, namesOf } from '../fields.ts';
import type { TableReading } from '../parts.ts';

type FieldMap = Readonly<Record<string, string>>;

export interface Column {
  /** From 0. */
  readonly at: number;
  /** As in the header; the field where the column is named by it, however written, or mapped. */
  readonly name: string;
  /** The usual name, by which it was found; that of a mapped field is none. */
  readonly usual?: string;
}

export type Columns = Readonly<Record<Field, readonly Column[]>>;

const NUMBER = /^[1-9]\d{0,4}$/;

/** Whether the text is named by a number: then the table has no header. */
export function isNumbered(map: FieldMap): boolean {
  return NUMBER.test(nameOf(map, 'text'));
}

/** In the order in which they are asked for; a name counts in whatever case and with spaces, exact before others. */
export function columnsOf({ columns }: TableReading, map: FieldMap): Columns {
  const all = isNumbered(map) ? numberedColumn : namedColumns;
  return Object.fromEntries(FIELDS.map((field) => [field, all(columns, map, field)])) as unknown as Columns;
}

/** Where the language of each row is declared, from 0; none where columns go by their numbers. */
export function languageColumns({ columns }: TableReading): readonly number[] {
  const lower = columns.map((name) => name.toLowerCase());
  return LANGUAGE_NAMES.map((name) => lower.indexOf(name.toLowerCase())).filter((at) => at !== -1);
}

function numberedColumn(_: readonly string[], map: FieldMap, field: Field): readonly Column[] {
  const number = nameOf(map, field);
  return NUMBER.test(number) ? [{ at: Number(number) - 1, name: field }] : [];
}

/** A name without what its words are parted by: "Article Body" is articleBody. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

function namedColumns(columns: readonly string[], map: FieldMap, field: Field): readonly Column[] {
  const found: Column[] = [];
  const isMapped = Object.hasOwn(map, field);
  for (const name of namesOf(map, field)) {
    const lower = name.toLowerCase();
    const at = [
      columns.indexOf(name),
      columns.findIndex((column) => column.toLowerCase() === lower),
      isMapped ? -1 : columns.findIndex((column) => keyOf(column) === keyOf(name)),
    ].find((place) => place !== -1);
    if (at === undefined || found.some((known) => known.at === at)) continue;
    found.push({
      at,
      name: isMapped || name === field ? field : (columns[at] ?? name),
      ...(isMapped ? {} : { usual: name }),
    });
  }
  return found;
}
