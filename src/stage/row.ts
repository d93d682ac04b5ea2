/**
 * Rows of a stage: what is asked of them, and the fault that costs one row. Owns the checks; must not know of stages.
 */
import { bytesOf, wordsOf } from '../lib/little-endian.ts';
import { type IssueRow, STAGE_FORMAT, type WrittenRow } from '../model/stage.ts';

/** A row as it came: nothing is known of it. */
export type Given = Readonly<Record<string, unknown>>;

/** What happens between stages of one filter: rows in, rows out, and what is left at the end. */
export interface Stage {
  take(row: Given): Iterable<WrittenRow> | AsyncIterable<WrittenRow>;
  /** What remains when all rows were taken. */
  end?(): Iterable<WrittenRow>;
}

/** Costs the row it is thrown for. The message must not quote the row. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
}

/** A row that cannot be mixed with those of this program: all that follow are alike, so it ends the stage. */
export class ForeignRow extends Error {
  override readonly name = 'ForeignRow';
  readonly exitCode = 5;
}

export function parseRow(line: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RowFault('not JSON');
  }
  return asObject(value, 'a row');
}

export function asObject(value: unknown, what: string): Given {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RowFault(`${what} is not an object`);
  return value as Given;
}

export function numberIn(row: Given, name: string): number {
  const value = row[name];
  if (typeof value !== 'number') throw new RowFault(`"${name}" is not a number`);
  return value;
}

export function textIn(row: Given, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new RowFault(`"${name}" is not a string`);
  return value;
}

export function listIn(row: Given, name: string): readonly unknown[] {
  const value = row[name];
  if (!Array.isArray(value)) throw new RowFault(`"${name}" is not a list`);
  return value;
}

export function numbersIn(row: Given, name: string): readonly number[] {
  const list = listIn(row, name);
  if (list.some((value) => typeof value !== 'number')) throw new RowFault(`"${name}" holds no numbers`);
  return list as readonly number[];
}

export function objectIn(row: Given, name: string): Given {
  return asObject(row[name], `"${name}"`);
}

export function objectsIn(row: Given, name: string): readonly Given[] {
  return listIn(row, name).map((value) => asObject(value, `what stands in "${name}"`));
}

/** Absent fields and null, which tables make of them. */
export function isAbsent(row: Given, name: string): boolean {
  return row[name] === undefined || row[name] === null;
}

export function numberOr<T>(row: Given, name: string, otherwise: T): number | T {
  return isAbsent(row, name) ? otherwise : numberIn(row, name);
}

/** Words in base64. */
export function wordsIn(row: Given, name: string): Uint32Array {
  const bytes = Buffer.from(textIn(row, name), 'base64');
  if (bytes.length % 4 !== 0) throw new RowFault(`"${name}" is no list of words in base64`);
  return wordsOf(bytes);
}

export function wordsText(words: Uint32Array): string {
  return bytesOf(words).toString('base64');
}

/** A string as JSON: so every code unit of it survives tables of other programs. */
export function nameIn(row: Given, name: string): string {
  let value: unknown;
  try {
    value = JSON.parse(textIn(row, name));
  } catch {
    value = undefined;
  }
  if (typeof value !== 'string') throw new RowFault(`"${name}" is not the JSON of a string`);
  return value;
}

/** 64 bits as two words. */
export function keyIn(row: Given, name: string): readonly [number, number] {
  const text = textIn(row, name);
  if (!/^[0-9a-f]{16}$/.test(text)) throw new RowFault(`"${name}" is not 16 hexadecimal digits`);
  return [Number.parseInt(text.slice(0, 8), 16), Number.parseInt(text.slice(8), 16)];
}

export function keyText([high, low]: readonly [number, number]): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** Throws `ForeignRow` where another format, engine or other options made a row of articles. */
export function refuseForeign(row: Given, made: string): void {
  if (row['v'] === STAGE_FORMAT && row['made'] === made) return;
  throw new ForeignRow(
    `a row was made by another version or with other options (${String(row['made'])}, here ${made}); run all stages with one program and the same options`,
  );
}

export function faultRow(stage: string, fault: RowFault): IssueRow {
  const message = `a row of "dedupe stage ${stage}" was left out: ${fault.message}`;
  return { type: 'issue', code: 'invalid-record', path: '', message };
}

/** Code units in hexadecimal: texts of these are ordered as the strings are, whoever compares their bytes. */
export function orderOf(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}

const DIGITS = 14;

/** A whole number, for the same. */
export function orderOfNumber(value: number): string {
  return value.toString(16).padStart(DIGITS, '0');
}
