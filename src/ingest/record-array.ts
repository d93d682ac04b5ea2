/**
 * Tells a record from an object that only wraps the array of records (`{"articles": [...]}`). Works on the bytes of
 * the object or, for one beyond the record limit, on as many as fit. Linear time.
 */

import { utf8Text } from '../lib/utf8-text.ts';
import { FIELD_NAMES } from '../model/record-fields.ts';
import { fieldOf, isObject, isTextUnder } from './fields.ts';
import {
  arrayElements,
  COMMA,
  MAX_DEPTH,
  OPEN_ARRAY,
  OPEN_OBJECT,
  objectMembers,
  skipSpace,
} from './json-scan.ts';
import { listText } from './list-text.ts';
import { parseRecord } from './record-json.ts';
import { strictUtf8 } from './utf8.ts';

export type RootObject =
  | { readonly kind: 'record' }
  /** `start` is the index of the opening bracket of the one array of records, `depth` the objects around it. */
  | { readonly kind: 'wrapper'; readonly start: number; readonly depth: number }
  | { readonly kind: 'several'; readonly arrays: number }
  /** Neither a record nor anything around the array that was named. */
  | { readonly kind: 'absent'; readonly path: string };

/** What tells records from what is around them. */
export interface RecordSigns {
  /** Names of the text in a record, in the order in which they are asked for. */
  readonly textNames: readonly string[];
  /** Where the array of records stands, names of members and numbers of elements separated by dots; undefined where it is looked for. */
  readonly path?: string;
}

/** Objects around an array of records: answers of search engines have two or three. */
const MAX_WRAPPERS = 8;

/** What an object at the top of a file is; only the first may hold its array deeper than right inside. */
export function classifyObject(bytes: Uint8Array, signs: RecordSigns, isFirst: boolean): RootObject {
  const { textNames, path } = signs;
  if (path === undefined && isArticle(bytes, textNames)) return { kind: 'record' };
  // A name counts only where those before it say nothing: lists of other things have a "content", too.
  for (const textOf of path === undefined ? [stringOf, listText] : [stringOf]) {
    for (const textName of path === undefined ? textNames : textNames.slice(0, 1)) {
      const isText = (value: unknown): boolean => {
        const text = textOf(value);
        return text !== undefined && isTextUnder(textName, textNames, () => text);
      };
      if (path === undefined && isRecord(bytes, textName, textNames)) return { kind: 'record' };
      const found = arraysIn(bytes, 0, '', 1, { textName, path, isText }, isFirst ? MAX_WRAPPERS : 1);
      const [array] = found;
      if (array === undefined) continue;
      return found.length === 1 ? { kind: 'wrapper', ...array } : { kind: 'several', arrays: found.length };
    }
  }
  const isOther = path !== undefined && !textNames.some((name) => isRecord(bytes, name, textNames, true));
  return isOther ? { kind: 'absent', path } : { kind: 'record' };
}

/** Names of a title, which lists of articles seldom have beside a text. */
const TITLES: ReadonlySet<string> = new Set(FIELD_NAMES.title);

/** Whether the object is an article itself, whatever lists it has: of comments, of tags, of its own paragraphs. */
function isArticle(bytes: Uint8Array, textNames: readonly string[]): boolean {
  let hasTitle = false;
  let hasText = false;
  for (const { key, start, end } of objectMembers(bytes, 0)) {
    if (end === -1) break;
    if (TITLES.has(key) && bytes[start] === QUOTE) hasTitle = true;
    else if (!hasText && textNames.includes(key))
      hasText = isOwnText(bytes.subarray(start, end), key, textNames);
    if (hasTitle && hasText) return true;
  }
  return false;
}

/** A string, or a list of paragraphs: strings, or objects that say what they are and have no title. */
function isOwnText(written: Uint8Array, name: string, textNames: readonly string[]): boolean {
  if (written[0] === QUOTE) return isTextUnder(name, textNames, () => utf8Text(written));
  if (written[0] !== OPEN_ARRAY) return false;
  const text = strictUtf8(written);
  const list = text === undefined ? undefined : parseRecord(text);
  return Array.isArray(list) && list.every(isParagraph) && (listText(list) ?? '') !== '';
}

function isParagraph(element: unknown): boolean {
  return typeof element === 'string' || (isObject(element) && 'type' in element && !('title' in element));
}

/** What arrays are looked at by: the name of the text in their records, or where they stand. */
interface ArraySigns {
  readonly textName: string;
  readonly path: string | undefined;
  readonly isText: (value: unknown) => boolean;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const QUOTE = 0x22;

/** Whether the object has a text of this name; under the name that is asked for first it may be anything. */
function isRecord(
  bytes: Uint8Array,
  textName: string,
  textNames: readonly string[],
  isString = textName !== textNames[0],
): boolean {
  const first = textName.split('.')[0] ?? textName;
  for (const { key, start, end } of objectMembers(bytes, 0)) {
    if (key !== textName && key !== first) continue;
    if (!isString) return true;
    if (bytes[start] !== QUOTE) continue;
    const written = (): string => utf8Text(bytes.subarray(start, end === -1 ? bytes.length : end));
    if (isTextUnder(textName, textNames, written)) return true;
  }
  return false;
}

interface FoundArray {
  readonly start: number;
  readonly depth: number;
}

/** The arrays of records in an object, each level looked at only where the one above has none. */
function arraysIn(
  bytes: Uint8Array,
  from: number,
  place: string,
  depth: number,
  signs: ArraySigns,
  deepest: number,
): readonly FoundArray[] {
  const here: FoundArray[] = [];
  const objects: { readonly start: number; readonly place: string; readonly around: number }[] = [];
  for (const { key, start } of objectMembers(bytes, from)) {
    const own = place === '' ? key : `${place}.${key}`;
    if (bytes[start] === OPEN_OBJECT) objects.push({ start, place: own, around: 1 });
    if (bytes[start] !== OPEN_ARRAY) continue;
    if (signs.path === undefined ? holdsRecords(bytes, start, signs) : own === signs.path) {
      here.push({ start, depth });
    } else if (signs.path?.startsWith(`${own}.`)) {
      const [step = ''] = signs.path.slice(own.length + 1).split('.', 1);
      const element = NUMBER.test(step) ? elementAt(bytes, start, Number(step)) : undefined;
      if (element !== undefined) objects.push({ start: element, place: `${own}.${step}`, around: 2 });
    }
  }
  if (here.length > 0 || depth >= deepest) return here;
  return objects.flatMap((object) =>
    arraysIn(bytes, object.start, object.place, depth + object.around, signs, deepest),
  );
}

/** An element of an array by its number, from 0, as a step of a path writes it. */
const NUMBER = /^\d{1,6}$/;

/** Where the object begins that is this element of an array, be its end at hand or not. */
function elementAt(bytes: Uint8Array, start: number, number: number): number | undefined {
  let at = skipSpace(bytes, start + 1);
  let left = number;
  for (const { end } of left === 0 ? [] : arrayElements(bytes, start)) {
    at = skipSpace(bytes, end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    if (--left === 0) break;
  }
  return left === 0 && bytes[at] === OPEN_OBJECT ? at : undefined;
}

function holdsRecords(bytes: Uint8Array, start: number, { textName, isText }: ArraySigns): boolean {
  for (const element of arrayElements(bytes, start)) {
    if (bytes[element.start] !== OPEN_OBJECT || element.depth > MAX_DEPTH) continue;
    const written = strictUtf8(bytes.subarray(element.start, element.end));
    const value = written === undefined ? undefined : parseRecord(written);
    if (isText(fieldOf(value, textName)?.value)) return true;
  }
  return false;
}
