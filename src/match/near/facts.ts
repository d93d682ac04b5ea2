/**
 * The facts of a text: its numbers, and its capitalised words inside a sentence (scripts without case have none). Owns
 * what a fact is; must not compare. Linear in the tokens.
 */
import { FOLD } from '../../lib/characters.ts';
import { TOKEN_KINDS } from '../../lib/tokens.ts';
import { setBit } from '../../lib/unit-table.ts';
import type { NearTokens } from './text.ts';

const CAPITAL = 1;
/** What ends a sentence or a line, in any script. */
const SENTENCE_END = 2;
const UNITS = new Uint8Array(0x10000);
setBit(UNITS, /[.!?:;\n\r\u2026\u0589\u061f\u06d4\u0964\u0965\u1362\u3002\uff01\uff1f]/g, SENTENCE_END);
// Full-width digits and letters fold as well: only letters that have a lower case count.
for (let unit = 0; unit < 0xff00; unit++) if (FOLD[unit] !== unit) UNITS[unit]! |= CAPITAL;

/** Writes the places of the tokens that are facts; how many. Those that are no numbers are names. */
export function findFacts({ text, tokens }: NearTokens, into: Int32Array): number {
  const { count, kinds, starts, ends } = tokens;
  let found = 0;
  for (let at = 0; at < count; at++) {
    if (kinds[at] === TOKEN_KINDS.number) into[found++] = at;
    else if ((UNITS[text.charCodeAt(starts[at]!)]! & CAPITAL) !== 0) {
      if (at > 0 && !endsSentence(text, ends[at - 1]!, starts[at]!)) into[found++] = at;
    }
  }
  return found;
}

function endsSentence(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((UNITS[text.charCodeAt(at)]! & SENTENCE_END) !== 0) return true;
  return false;
}
