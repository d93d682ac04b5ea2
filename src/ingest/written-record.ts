/** A record as it was written, for who hands it on with something added. Must not change a value of it. */
import { isObject } from './fields.ts';
import { OPEN_OBJECT, objectMembers, parseJson, skipSpace } from './json-scan.ts';
import { strictRecord } from './record-json.ts';
import { strictUtf8 } from './utf8.ts';

/**
 * The JSON of a record on one line, without its members of this name; undefined where it is no object. Numbers and the
 * spelling of strings stay as they are; `NaN`, which is no JSON, is null.
 */
export function writtenRecord(bytes: Uint8Array, without: string): string | undefined {
  const utf8 = strictUtf8(bytes);
  const written = utf8 === undefined ? undefined : strictRecord(utf8);
  if (written === undefined) return undefined;
  const value = parseJson(written);
  if (!isObject(value)) return undefined;
  if (!Object.hasOwn(value, without)) return onOneLine(written);
  const json = written === utf8 ? bytes : Buffer.from(written);
  const start = skipSpace(json, 0);
  if (json[start] !== OPEN_OBJECT) return undefined;
  const members: string[] = [];
  for (const { key, start: from, end } of objectMembers(json, start)) {
    if (key !== without) members.push(`${JSON.stringify(key)}:${strictUtf8(json.subarray(from, end))}`);
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
