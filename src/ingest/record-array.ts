/**
 * Tells a record from an object that only wraps the array of records (`{"articles": [...]}`). Works on the bytes of
 * the object or, for one beyond the record limit, on as many as fit. Linear time.
 */

import { fieldOf } from './fields.ts';
import { arrayElements, MAX_DEPTH, OPEN_ARRAY, OPEN_OBJECT, objectMembers, parseJson } from './json-scan.ts';
import { strictUtf8 } from './utf8.ts';

export type RootObject =
  | { readonly kind: 'record' }
  /** `start` is the index of the opening bracket of the one array of records. */
  | { readonly kind: 'wrapper'; readonly start: number }
  | { readonly kind: 'several'; readonly arrays: number };

/** What an object at the top of a file is; `textName` is the name of the text in a record. */
export function classifyObject(bytes: Uint8Array, textName: string): RootObject {
  const first = textName.split('.')[0] ?? textName;
  const starts: number[] = [];
  for (const member of objectMembers(bytes, 0)) {
    if (member.key === textName || member.key === first) return { kind: 'record' };
    if (bytes[member.start] === OPEN_ARRAY && holdsRecords(bytes, member.start, textName))
      starts.push(member.start);
  }
  const [start] = starts;
  if (start === undefined) return { kind: 'record' };
  return starts.length === 1 ? { kind: 'wrapper', start } : { kind: 'several', arrays: starts.length };
}

function holdsRecords(bytes: Uint8Array, start: number, textName: string): boolean {
  for (const element of arrayElements(bytes, start)) {
    if (bytes[element.start] !== OPEN_OBJECT || element.depth > MAX_DEPTH) continue;
    const written = strictUtf8(bytes.subarray(element.start, element.end));
    const value = written === undefined ? undefined : parseJson(written);
    if (typeof fieldOf(value, textName)?.value === 'string') return true;
  }
  return false;
}
