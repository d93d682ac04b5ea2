/**
 * The vote when the learned table is unsure: its log-odds, the libraries' answers and how often a language is met.
 * Owns the weights of the voices; must not call a library. A voter says nothing of a language that it was not taught.
 */
import { priorSteps } from './data/prior.ts';
import { CLD3_KNOWS, FASTTEXT_KNOWS } from './data/tags.ts';
import { likeliest, type Reading } from './reading.ts';
import type { Voices } from './voters.ts';

/**
 * Weights in nats, from a sweep over lines of five words and sentences of stories left out of the tables, in the
 * scripts of the tables (lines: all and major languages; sentences: all and major). Table alone: 0.922/0.918,
 * 0.994/0.995; these: 0.910/0.948, 0.992/0.998; languages left out of the table on purpose: 0.84 of sentences, 0.58 of
 * lines (alone: none). Flat around all of them.
 */
const TABLE = 0.8;
const FASTTEXT = 1;
/** Added to a probability, so that none of fastText's silences outweighs the table. */
const FASTTEXT_DOUBT = 0.01;
const FASTTEXT_UNTAUGHT = 0.15;
const CLD3 = 1.5;
const CLD3_UNTAUGHT = 0.5;
const FRANC = 2;
const FRANC_UNTAUGHT = 0.9;
const PRIOR = 0.8;
/**
 * A language outside the table must be named by a library, and is rarer than those within: at -1, lines lose 0.02; at
 * -8, a quarter of the sentences in such languages is lost. One that only franc was taught is rarer still.
 */
const OUTSIDE = -4;
const FRANC_ALONE = -3;
/** A library's second thoughts below this are no candidates: at 0.05 lines lose 0.004. */
const CANDIDATE = 0.2;
/** A language that nobody names, for what none of its likenesses fits: very rare, and what is said of it by those not taught. */
const UNNAMED =
  OUTSIDE +
  2 * FRANC_ALONE +
  FASTTEXT * Math.log(FASTTEXT_UNTAUGHT + FASTTEXT_DOUBT) +
  CLD3 * CLD3_UNTAUGHT +
  FRANC * (FRANC_UNTAUGHT - 1);
/** Voters repeat each other: the probability from the odds of the vote, fitted on the same texts (0.86 was right in 0.67). */
const TRUST_SLOPE = 0.65;
const TRUST_BIAS = -0.3;

/** The likeliest language by all voices, with its probability. */
export function vote(
  reading: Reading,
  voices: Voices,
): { readonly code: string; readonly confidence: number } {
  const codes = [...reading.codes];
  const logits = codes.map((code, place) => TABLE * reading.logits[place]! + loudness(code, voices));
  for (const code of named(voices)) {
    if (codes.includes(code)) continue;
    const taught = FASTTEXT_KNOWS.has(code) || CLD3_KNOWS.has(code);
    const rarity = taught ? OUTSIDE : OUTSIDE + FRANC_ALONE;
    codes.push(code);
    logits.push(TABLE * reading.other + rarity + loudness(code, voices));
  }
  const { place, confidence } = likeliest(logits, TABLE * reading.other + UNNAMED);
  return { code: codes[place]!, confidence: trusted(confidence) };
}

function trusted(probability: number): number {
  const odds = Math.log(probability / Math.max(1 - probability, 1e-9));
  return 1 / (1 + Math.exp(-(TRUST_SLOPE * odds + TRUST_BIAS)));
}

function* named({ fasttext, cld3, franc }: Voices): Iterable<string> {
  for (const [code, probability] of fasttext) {
    if (probability >= CANDIDATE && FASTTEXT_KNOWS.has(code)) yield code;
  }
  if (CLD3_KNOWS.has(cld3.code)) yield cld3.code;
  for (const [code, closeness] of franc) if (closeness === 1) yield code;
}

function loudness(code: string, { fasttext, cld3, franc }: Voices): number {
  const heard = FASTTEXT_KNOWS.has(code) ? (fasttext.get(code) ?? 0) : FASTTEXT_UNTAUGHT;
  const sure = CLD3_KNOWS.has(code) ? (cld3.code === code ? cld3.probability : 0) : CLD3_UNTAUGHT;
  const close = franc.size === 0 ? 1 : (franc.get(code) ?? FRANC_UNTAUGHT);
  return (
    FASTTEXT * Math.log(heard + FASTTEXT_DOUBT) + CLD3 * sure + FRANC * (close - 1) + PRIOR * priorSteps(code)
  );
}
