/** Which column of a table holds a field: by the name in the header, or by its number where there is none. */
import { FIELDS, type Field } from '../../model/record-fields.ts';
import { nameOf } from '../fields.ts';
import type { TableReading } from '../parts.ts';

type FieldMap = Readonly<Record<string, string>>;

const NUMBER = /^[1-9]\d{0,4}$/;

/** Whether the text is named by a number: then the table has no header. */
export function isNumbered(map: FieldMap): boolean {
  return NUMBER.test(nameOf(map, 'text'));
}

/** From 0; a name counts in whatever case, exact before others. */
export function columnOf({ columns }: TableReading, map: FieldMap, field: Field): number | undefined {
  const name = nameOf(map, field);
  if (isNumbered(map)) return NUMBER.test(name) ? Number(name) - 1 : undefined;
  const exact = columns.indexOf(name);
  if (exact !== -1) return exact;
  const lower = name.toLowerCase();
  const near = columns.findIndex((column) => column.toLowerCase() === lower);
  return near === -1 ? undefined : near;
}

/** The columns of all fields that the table has. */
export function columnsOf(reading: TableReading, map: FieldMap): Readonly<Partial<Record<Field, number>>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const column = columnOf(reading, map, field);
      return column === undefined ? [] : [[field, column]];
    }),
  );
}
