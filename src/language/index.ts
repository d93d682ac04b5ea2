/**
 * Language of a text. Owns the order of the questions, cheap ones first: enough letters, which script, does the
 * script settle it, the learned table on a little text, on more, and only then the libraries. Must not guess: a text
 * of digits, of addresses or of fewer than ten letters is `und`, and so is a row of capitalised names in Latin or
 * Cyrillic. Names in a shared script without capitals (Arabic, Hebrew, Devanagari, Ethiopic) look like words: their
 * language is told with little confidence. A script of one language is that language, names or not.
 */
import type { Language } from '../model/article.ts';
import { withoutAddresses } from './addresses.ts';
import { RIVALS } from './data/rival-letters.ts';
import { SETTLED_SCRIPTS } from './data/settled-scripts.ts';
import { languageOf } from './data/tags.ts';
import { readEastAsian } from './east-asian.ts';
import { mayBeNames, mayBeUncasedNames } from './names.ts';
import { emptyTally, likeliest, type Reading, readingOf, tally } from './reading.ts';
import { furtherPieces, samplePieces, sampleProse, sampleText } from './sample.ts';
import { keepScript, type ScriptShares, weighScripts } from './scripts.ts';
import { type GramTable, tableOf } from './table.ts';
import { vote } from './vote.ts';
import type { Voters } from './voters.ts';

export { onceForEach } from './once.ts';
export { loadVoters, type Voters } from './voters.ts';

/**
 * UTF-16 units of a text that are read, in three pieces each: most articles need only the first. On stories left out
 * of the tables 120, 360 and 1,000 are as often wrong as 180, 450 and 1,000 (documents 0 of 6,634; sentences that are
 * given 0.97 and more 3 of 11,458 and 3 of 11,398); 90 and 150 have one document wrong, 60 two.
 */
const LENGTHS = [120, 360, 1000] as const;
const SAMPLE_LENGTH = 1000;
/**
 * Confidence from which no more is read, and from which no library is asked: above them the table is right in 0.99 and
 * more on stories left out. Asking from 0.99 on changed no figure.
 */
const SURE = 0.99;
const CONTENT = 0.97;
/** Below this the answer is right one time in five on short texts: that is guessing. */
const MIN_CONFIDENCE = 0.1;
/** Greatest confidence for what may be names alone in a script without capitals: no block is told by it. */
const MOST_FOR_NAMES = 0.6;
/** Fewer letters than this say nothing. */
const MIN_LETTERS = 10;
/** Letters that one letter counts for: an ideograph or a syllable for three, one of an unspaced alphabet for two. */
const LETTER_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['East', 3],
  ['Thai', 2],
  ['Laoo', 2],
  ['Khmr', 2],
  ['Mymr', 2],
  ['Tibt', 2],
]);

/** A language, and whether the libraries were wanted for it and not at hand. */
export interface Detection {
  readonly language: Language;
  readonly unsure: boolean;
}

/**
 * The language of a text with the probability that it is right; `und` with confidence 0 for fewer than ten letters,
 * for digits, for addresses and for a row of capitalised names. Pure: the same with the same voters in every thread. Looks at a bounded sample, so
 * it costs the same for any length. Without voters an unsure text is told by the table alone.
 */
export function detectLanguage(text: string, voters?: Voters): Detection {
  const sample = wordsOf(sampleProse(text, SAMPLE_LENGTH));
  const scripts = weighScripts(sample);
  const { dominant: script } = scripts;
  if (scripts.letters * (LETTER_WEIGHTS.get(script) ?? 1) < MIN_LETTERS) return undetermined(scripts);
  if (script === 'East') return settled(ofEastAsian(sample, scripts));
  const only = SETTLED_SCRIPTS.get(script) ?? rivalOf(sample, script);
  if (only !== undefined) return settled(languageOf(only, script, round(shareFactor(scripts))));
  const own = scripts.share < 1 ? keepScript(sample, script) : sample;
  if (mayBeNames(own, script)) return undetermined(scripts);
  const choice = choose(own, text, script, voters);
  if (choice === undefined) return undetermined(scripts);
  if (choice.confidence < MIN_CONFIDENCE) return { ...undetermined(scripts), unsure: choice.unsure };
  const most = mayBeUncasedNames(own, script) ? MOST_FOR_NAMES : 1;
  const confidence = round(Math.min(choice.confidence, most) * shareFactor(scripts));
  return { language: languageOf(choice.code, script, confidence), unsure: choice.unsure };
}

interface Choice {
  readonly code: string;
  readonly confidence: number;
  readonly unsure: boolean;
}

function choose(
  sample: string,
  text: string,
  script: string,
  voters: Voters | undefined,
): Choice | undefined {
  const table = tableOf(script);
  if (table === undefined) return undefined;
  let reading = readSample(table, sample);
  // The other sample of a long text settles what this one leaves in doubt, for a tenth of what the libraries cost.
  if (reading.confidence < CONTENT && text.length > SAMPLE_LENGTH) {
    const plain = keepScript(wordsOf(sampleText(text, SAMPLE_LENGTH)), script);
    const second = readSample(table, plain);
    if (second.code === reading.code && second.confidence >= SURE) reading = second;
  }
  if (reading.confidence >= CONTENT) return { ...reading, unsure: false };
  // Nobody is there to name a language outside the table: what it says is told, with half of the trust.
  if (voters === undefined)
    return {
      code: reading.code,
      confidence: Math.max(reading.confidence, likeliest(reading.logits).confidence / 2),
      unsure: true,
    };
  return { ...vote(reading, voters.hear(sample, reading.code)), unsure: false };
}

/** Reads as little of a sample as makes sure, and no word of it twice. */
function readSample(table: GramTable, sample: string): Reading {
  let pieces = samplePieces(sample, LENGTHS[0]);
  let sums = emptyTally(table);
  for (const { start, end } of pieces) tally(table, sample.slice(start, end), sums);
  let reading = readingOf(table, sums);
  for (let i = 1; i < LENGTHS.length && reading.confidence < SURE && sample.length > LENGTHS[i - 1]!; i++) {
    const larger = samplePieces(sample, LENGTHS[i]!);
    const further = furtherPieces(sample, pieces, larger);
    if (further === undefined) sums = emptyTally(table);
    for (const { start, end } of further ?? larger) tally(table, sample.slice(start, end), sums);
    pieces = larger;
    reading = readingOf(table, sums);
  }
  return reading;
}

/** A sample in the form that the tables know, without addresses. */
function wordsOf(sample: string): string {
  return withoutAddresses(sample.normalize('NFC'));
}

/** The one or the other language of a script of two, by the letters of the smaller. */
function rivalOf(sample: string, script: string): string | undefined {
  const rivals = RIVALS.get(script);
  if (rivals === undefined) return undefined;
  if (rivals.never !== undefined && sample.includes(rivals.never)) return rivals.code;
  for (const character of sample) if (rivals.letters.has(character)) return rivals.rival;
  return rivals.code;
}

function ofEastAsian(sample: string, scripts: ScriptShares): Language {
  const { code, bcp47, script, confidence } = readEastAsian(sample, scripts);
  return { code, bcp47, script, confidence: round(confidence * shareFactor(scripts)) };
}

/** A text of two scripts is less sure than its majority says: 1 from nine tenths on. */
function shareFactor(scripts: ScriptShares): number {
  return Math.min(1, scripts.share / 0.9);
}

function settled(language: Language): Detection {
  return { language, unsure: false };
}

function undetermined(scripts: ScriptShares): Detection {
  const script = scripts.dominant === 'East' ? 'Hani' : scripts.dominant;
  return settled({ code: 'und', bcp47: 'und', script, confidence: 0 });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
