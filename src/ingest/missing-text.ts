/**
 * What is said of a record without a text: where its strings stand, so that the reader can name the right one. Names alone
 * are repeated, a few, and nothing that they hold. Must not choose one of them.
 */
import { visible } from '../lib/visible.ts';
import { fieldOf, isObject } from './fields.ts';

/** Names that are told, and the longest that is one. */
const MOST_NAMES = 3;
const LONGEST_NAME = 60;
/** How far into a record is looked. */
const MOST_LEVELS = 4;
const MOST_FIELDS = 500;

interface Seen {
  readonly strings: { readonly name: string; readonly length: number }[];
  /** Lists of objects, each with its first. */
  readonly lists: { readonly name: string; readonly first: unknown }[];
  left: number;
}

/** `name` is the field that was asked for first, `names` all of them, as in the record; `decode` makes a name readable. */
export function noText(
  record: unknown,
  name: string,
  names: readonly string[],
  decode: (name: string) => string,
): string {
  const own = seenIn(record);
  const list = own.lists
    .map((found) => ({ name: found.name, seen: seenIn(found.first) }))
    .reduce<{ name: string; seen: Seen } | undefined>(
      (best, found) =>
        longest(found.seen) > (best === undefined ? longest(own) : longest(best.seen)) ? found : best,
      undefined,
    );
  const object = names.find((tried) => isObject(fieldOf(record, tried)?.value));
  const under = object === undefined ? '' : ` (an object stands under ${quoted(decode(object))})`;
  const start = `no string in the field ${quoted(name)}${under}`;
  if (list !== undefined && list.name.length <= LONGEST_NAME) {
    const where = `the records may be those of ${quoted(decode(list.name))}, whose longest strings are in`;
    const what = 'name the list with --records and the field with --map text=...';
    return `${start}; ${where} ${namesIn(list.seen, decode)}; ${what}`;
  }
  const strings = namesIn(own, decode);
  const where = strings === '' ? '' : `; its longest strings are in ${strings}`;
  return `${start}${where}; name the right field with --map text=...`;
}

function seenIn(record: unknown): Seen {
  const seen: Seen = { strings: [], lists: [], left: MOST_FIELDS };
  look(record, '', 1, seen);
  seen.strings.sort((a, b) => b.length - a.length);
  return seen;
}

function longest({ strings }: Seen): number {
  return strings[0]?.length ?? 0;
}

function namesIn({ strings }: Seen, decode: (name: string) => string): string {
  return strings
    .map(({ name }) => decode(name))
    .filter(({ length }) => length <= LONGEST_NAME)
    .slice(0, MOST_NAMES)
    .map(quoted)
    .join(', ');
}

/** All strings and lists of objects that a name with dots leads to. */
function look(value: unknown, around: string, level: number, seen: Seen): void {
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (seen.left-- <= 0) return;
    // A dot in a key within an object cannot be told from a step.
    if (level > 1 && key.includes('.')) continue;
    const name = `${around}${key}`;
    if (typeof inner === 'string' && inner.trim() !== '') seen.strings.push({ name, length: inner.length });
    else if (Array.isArray(inner) && isObject(inner[0])) seen.lists.push({ name, first: inner[0] });
    else if (level < MOST_LEVELS) look(inner, `${name}.`, level + 1, seen);
  }
}

function quoted(name: string): string {
  return visible(JSON.stringify(name));
}
