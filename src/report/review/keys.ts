/**
 * Keys to what they ask for. Owns the keys and the numbers that some of them take; must not know where keys come from.
 */

export type Action =
  | {
      readonly kind: 'same' | 'different' | 'skip' | 'back' | 'undo' | 'quit' | 'interrupt' | 'help' | 'more';
    }
  | { readonly kind: 'out' | 'canonical'; readonly member: number }
  /** A key that means nothing here. */
  | { readonly kind: 'unknown'; readonly key: string }
  /** A number is being typed. */
  | { readonly kind: 'asking'; readonly prompt: string };

type Plain = Exclude<
  Action,
  { readonly member: number } | { readonly key: string } | { readonly prompt: string }
>;

const PLAIN: ReadonlyMap<string, Plain['kind']> = new Map([
  ['s', 'same'],
  ['y', 'same'],
  ['x', 'different'],
  ['n', 'different'],
  ['z', 'skip'],
  [' ', 'skip'],
  ['\u001b[C', 'skip'],
  ['b', 'back'],
  ['\u001b[D', 'back'],
  ['u', 'undo'],
  ['m', 'more'],
  ['?', 'help'],
  ['h', 'help'],
  ['q', 'quit'],
  ['\u0004', 'quit'],
  ['\u0003', 'interrupt'],
]);

/** Told by `?`, in this order. */
export const KEY_HELP: readonly (readonly [key: string, does: string])[] = [
  ['s', 'the same story: the group is right, but for articles that were taken out'],
  ['x', 'not the same: no two of its articles are one story'],
  ['t 2', 'take the article with this number out, or put it back'],
  ['c 2', 'let the article with this number stand for the group'],
  ['z', 'skip: it comes again next time (also space)'],
  ['b', 'back to the group before'],
  ['u', 'undo the last answer'],
  ['m', 'more: all articles of the group, more of their texts'],
  ['q', 'quit; all answers are saved'],
];

export class KeyReader {
  /** What a number that is being typed is for. */
  #asked: 'out' | 'canonical' | undefined;
  #digits = '';

  /** `members` of the group that is shown: with nine or fewer a number is one digit, else it ends with Enter. */
  read(key: string, members: number): Action | undefined {
    if (this.#asked !== undefined) return this.#readNumber(key, this.#asked, members);
    if (key === 't' || key === 'c') {
      this.#asked = key === 't' ? 'out' : 'canonical';
      this.#digits = '';
      return { kind: 'asking', prompt: key === 't' ? 'take out number ' : 'canonical number ' };
    }
    if (key === '\n' || key === '\r') return undefined;
    const kind = PLAIN.get(key) ?? PLAIN.get(key.toLowerCase());
    return kind === undefined ? { kind: 'unknown', key } : { kind };
  }

  #readNumber(key: string, asked: 'out' | 'canonical', members: number): Action | undefined {
    if (key === ' ' && this.#digits === '') return undefined;
    if (/^[0-9]$/.test(key) && this.#digits.length < 9) {
      this.#digits += key;
      if (members > 9) return { kind: 'asking', prompt: key };
    } else if (key !== '\n' && key !== '\r') {
      this.#asked = undefined;
      return PLAIN.get(key) === 'interrupt' ? { kind: 'interrupt' } : { kind: 'unknown', key };
    }
    this.#asked = undefined;
    return { kind: asked, member: Number(this.#digits) };
  }
}

/** Single keys out of what a terminal or a pipe sent at once; an arrow comes as one. */
export function* keysOf(text: string): Iterable<string> {
  for (const [key] of text.matchAll(/\u001b\[[A-D]|[\s\S]/gu)) yield key;
}
