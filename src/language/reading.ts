/**
 * What the learned table of a script says of a text, as log-odds per language. Owns the temperature and the floor
 * below which a text is in none of the languages of the table; must not know other voters.
 */
import { addScores, type GramTable } from './table.ts';

/** Log-odds in nats of the codes of the table; and those of "a language that is not in the table". */
export interface Reading {
  readonly codes: readonly string[];
  readonly logits: Float64Array;
  readonly other: number;
  /** Of the likeliest language against all others, those outside the table included. */
  readonly confidence: number;
  readonly code: string;
}

/**
 * A step of weight counts for so many nats, and less in a longer text, whose grams repeat each other: fitted per
 * length on stories left out of the table (language-folds.mjs): 0.06 at 60 grams, 0.05 at 150, 0.04 at 300, 0.02 at 1,000.
 */
const NATS_PER_STEP = 0.055;
const HALF_GRAMS = 700;

/** Sums over the grams that have been read: of one text or of parts between which no word is cut, in any order. */
export interface Tally {
  readonly scores: Int32Array;
  grams: number;
}

export function emptyTally({ codeNumbers }: GramTable): Tally {
  return { scores: new Int32Array(codeNumbers.length), grams: 0 };
}

/** Reads a text (NFC, any case). */
export function tally(table: GramTable, text: string, into: Tally): void {
  into.grams += addScores(text.toLowerCase(), table, into.scores);
}

/** What a table says of all that was read. */
export function readingOf(table: GramTable, { scores, grams }: Tally): Reading {
  const { codes, codeNumbers, floors } = table;
  const nats = NATS_PER_STEP / (1 + grams / HALF_GRAMS);
  const logits = new Float64Array(codes.length).fill(Number.NEGATIVE_INFINITY);
  let best = 0;
  for (let language = 0; language < scores.length; language++) {
    const score = scores[language]!;
    if (score > scores[best]!) best = language;
    const code = codeNumbers[language]!;
    const earlier = logits[code]!;
    const logit = nats * score;
    logits[code] = earlier === Number.NEGATIVE_INFINITY ? logit : logOfSum(earlier, logit);
  }
  const other = nats * grams * (floors[best]! / 100);
  const { place, confidence } = likeliest(logits, other);
  return { codes, logits, other, code: codes[place]!, confidence };
}

/** Where the greatest logit stands and its probability; the first of equals. */
export function likeliest(
  logits: Float64Array | readonly number[],
  other = Number.NEGATIVE_INFINITY,
): { readonly place: number; readonly confidence: number } {
  let place = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[place]!) place = i;
  const top = logits[place]!;
  let sum = Math.exp(other - top);
  for (let i = 0; i < logits.length; i++) {
    const below = logits[i]! - top;
    // What is less changes no bit of a sum of at least one.
    if (below > -40) sum += Math.exp(below);
  }
  return { place, confidence: 1 / sum };
}

function logOfSum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}
