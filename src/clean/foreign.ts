/**
 * Where a text goes over into other languages for good: the teasers of a site in many languages. A paragraph is alien
 * to what stands before it when it is written in another script, or shares next to no words with it: two texts in one
 * language share their function words. Owns the comparison; must not drop anything: a text in two languages looks the
 * same, so that callers ask for a second sign. Linear in the text; asked only where such a sign stands.
 */
import { SCRIPTS, scriptNumber } from '../lib/script.ts';
import { scanTokens, type Tokens } from '../lib/tokens.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';

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
  const own = createOwnText();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.isProse || marks[i] !== undefined) continue;
    if (own.letters < OWN_LETTERS) {
      own.weigh(line);
      own.learn(line);
    } else if (!own.admits(line)) isAlien[i] = 1;
  }
  return isAlien;
}

/**
 * False where one of the last paragraphs is surely not alien, so that no tail of nothing but aliens reaches the end:
 * told from these and as much of the opening as it takes, because what is known only grows.
 */
export function mayEndAlien(lines: readonly Line[], marks: Marks): boolean {
  const isRead = (i: number) => lines[i]!.isProse && marks[i] === undefined;
  const own = createOwnText();
  const opening: Line[] = [];
  let i = 0;
  for (; i < lines.length && own.letters < OWN_LETTERS; i++) {
    if (!isRead(i)) continue;
    own.weigh(lines[i]!);
    opening.push(lines[i]!);
  }
  let known = 0;
  const isKnown = (line: Line): boolean => {
    // To nothing known, anything is alien.
    if (known === 0 && opening.length > 0) own.learn(opening[known++]!);
    while (own.mayBeAlien(line)) {
      if (known === opening.length) return false;
      own.learn(opening[known++]!);
    }
    return true;
  };
  let left = MIN_ALIENS;
  for (let last = lines.length - 1; last >= i && left > 0; last--) {
    if (!isRead(last)) continue;
    if (isKnown(lines[last]!)) return false;
    left--;
  }
  return left === 0;
}

/** What stands before a paragraph: its words, and the script of most of it. */
interface OwnText {
  readonly letters: number;
  /** Takes the script of a paragraph at the start of the text, whatever that is. */
  readonly weigh: (line: Line) => void;
  /** Takes the words of a paragraph. */
  readonly learn: (line: Line) => void;
  /** Takes a paragraph unless it is alien; whether it was taken. */
  readonly admits: (line: Line) => boolean;
  /** Whether a paragraph is alien to what is known so far; it may not be to more. */
  readonly mayBeAlien: (line: Line) => boolean;
}

function createOwnText(): OwnText {
  const known = new Set<number>();
  const masses = new Map<number, number>();
  let script = 0;
  let letters = 0;
  const learn = ({ hashes, count }: Tokens): void => {
    for (let w = 0; w < count; w++) known.add(hashes[w]!);
  };
  const isStrange = ({ hashes, count }: Tokens): boolean => {
    if (count < MIN_WORDS) return false;
    let shared = 0;
    for (let w = 0; w < count; w++) if (known.has(hashes[w]!)) shared++;
    return shared < MIN_SHARED * count;
  };
  return {
    get letters() {
      return letters;
    },
    weigh: (line) => {
      const found = prevailingScript(line.text.slice(0, SAMPLE));
      letters += line.length;
      masses.set(found, (masses.get(found) ?? 0) + line.length);
      if (found === script || (masses.get(found) ?? 0) > (masses.get(script) ?? 0)) script = found;
    },
    learn: (line) => learn(scanTokens(line.text.slice(0, SAMPLE))),
    admits: (line) => {
      const start = line.text.slice(0, SAMPLE);
      if (prevailingScript(start) !== script) return false;
      const words = scanTokens(start);
      if (known.size >= MIN_KNOWN && isStrange(words)) return false;
      learn(words);
      return true;
    },
    mayBeAlien: (line) => {
      const start = line.text.slice(0, SAMPLE);
      return prevailingScript(start) !== script || isStrange(scanTokens(start));
    },
  };
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
