/** A record as it was written, for who hands it on with something added. Must not change a value of it. */
import { isObject } from './fields.ts';
import { OPEN_OBJECT, objectMembers, parseJson, skipSpace } from './json-scan.ts';
import { strictUtf8 } from './utf8.ts';

/**
 * The JSON of a record on one line, without its members of this name; undefined where it is no object. Numbers and the
 * spelling of strings stay as they are.
 */
export function writtenRecord(bytes: Uint8Array, without: string): string | undefined {
  const written = strictUtf8(bytes);
  const value = written === undefined ? undefined : parseJson(written);
  if (written === undefined || !isObject(value)) return undefined;
  if (!Object.hasOwn(value, without)) return onOneLine(written);
  const start = skipSpace(bytes, 0);
  if (bytes[start] !== OPEN_OBJECT) return undefined;
  const members: string[] = [];
  for (const { key, start: from, end } of objectMembers(bytes, start)) {
    if (key !== without) members.push(`${JSON.stringify(key)}:${strictUtf8(bytes.subarray(from, end))}`);
  }
  return onOneLine(`{${members.join(',')}}`);
}

/** Between its values JSON may hold line ends, indentation and tabs, within them never. */
function onOneLine(json: string): string {
  return json
    .trim()
    .replace(/[\r\n][ \t]*/g, '')
    .replaceAll('\t', ' ');
}
