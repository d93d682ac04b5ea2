/**
 * Where a text goes over into other languages for good: the teasers of a site in many languages. A paragraph is alien
 * to what stands before it when it is written in another script, or shares next to no words with it: two texts in one
 * language share their function words. Owns the comparison; must not drop anything: a text in two languages looks the
 * same, so that callers ask for a second sign. Linear in the text; asked only where such a sign stands.
 */
import { SCRIPTS, scriptNumber } from '../lib/script.ts';
import { tokenise } from '../lib/tokens.ts';
import type { Marks } from './marks.ts';
import type { Line } from './page.ts';

/** Units at the start of a paragraph that tell its script and language: some forty words. */
const SAMPLE = 240;
const HAN = SCRIPTS.indexOf('Hani');
/** Kana and ideographs stand in one text. */
const JAPANESE: ReadonlySet<number> = new Set([HAN, SCRIPTS.indexOf('Hira'), SCRIPTS.indexOf('Kana')]);
/**
 * Share of the words of a paragraph that a text has, too. Paragraphs of the newsroom fixtures against the other
 * articles of their script: 95 of 100 share more than 0.105 with one in their language (2,305 pairs), 90 of 100 share
 * less than 0.146 with one in another (9,391 pairs).
 */
const MIN_SHARED = 0.12;
/** Fewer words, on either side, tell nothing. */
const MIN_WORDS = 8;
const MIN_KNOWN = 60;
/** Alien paragraphs that make a tail, one may be a quotation, and the share of them in it. */
const MIN_ALIENS = 2;
const MIN_ALIEN_SHARE = 0.5;

/**
 * For each line 2 where all prose from there on is alien to the prose before it, at least two paragraphs, 1 where most
 * of it is, else 0; lines that hold a mark do not count.
 */
export function alienTails(lines: readonly Line[], marks: Marks): Uint8Array {
  const isAlien = findAliens(lines, marks);
  const tails = new Uint8Array(lines.length + 1);
  let prose = 0;
  let aliens = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (lines[i]!.isProse && marks[i] === undefined) {
      prose++;
      aliens += isAlien[i]!;
    }
    if (aliens >= MIN_ALIENS && aliens >= MIN_ALIEN_SHARE * prose) tails[i] = aliens === prose ? 2 : 1;
  }
  return tails;
}

/** Letters of prose at the start that make the text's own language: more than a caption or a summary above it. */
export const OWN_LETTERS = 600;

function findAliens(lines: readonly Line[], marks: Marks): Uint8Array {
  const isAlien = new Uint8Array(lines.length);
  const known = new Set<number>();
  const masses = new Map<number, number>();
  let own = 0;
  let mass = 0;
  lines.forEach((line, i) => {
    if (!line.isProse || marks[i] !== undefined) return;
    const start = line.text.slice(0, SAMPLE);
    const script = prevailingScript(start);
    const words = tokenise(start).hashes;
    if (mass >= OWN_LETTERS && (script !== own || isStrange(words, known))) {
      isAlien[i] = 1;
      return;
    }
    for (const word of words) known.add(word);
    mass += line.length;
    masses.set(script, (masses.get(script) ?? 0) + line.length);
    if (script === own || (masses.get(script) ?? 0) > (masses.get(own) ?? 0)) own = script;
  });
  return isAlien;
}

function isStrange(words: Uint32Array, known: ReadonlySet<number>): boolean {
  if (words.length < MIN_WORDS || known.size < MIN_KNOWN) return false;
  let shared = 0;
  for (const word of words) if (known.has(word)) shared++;
  return shared < MIN_SHARED * words.length;
}

/** Letters that tell a script. */
const ENOUGH_LETTERS = 40;
const COUNTS = new Uint8Array(SCRIPTS.length);

/** Number of the script of most of the first letters, 0 without letters. */
function prevailingScript(text: string): number {
  COUNTS.fill(0);
  let best = 0;
  let letters = 0;
  for (let i = 0; i < text.length && letters < ENOUGH_LETTERS; i++) {
    const found = scriptNumber(text.charCodeAt(i));
    if (found === 0) continue;
    const script = JAPANESE.has(found) ? HAN : found;
    letters++;
    COUNTS[script]!++;
    if (COUNTS[script]! > COUNTS[best]!) best = script;
  }
  return best;
}
