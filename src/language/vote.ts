/**
 * The vote when the learned table is unsure: its log-odds, the libraries' answers and how often a language is met.
 * Owns the weights of the voices; must not call a library. A voter says nothing of a language that it was not taught.
 */
import { priorSteps } from './data/prior.ts';
import { CLD3_KNOWS, FASTTEXT_KNOWS } from './data/tags.ts';
import { likeliest, type Reading } from './reading.ts';
import type { Voices } from './voters.ts';

/**
 * Weights in nats, from a sweep over lines of five words and sentences of stories left out of the tables
 * (language-folds.mjs --vote): table alone 0.927 of the major languages in lines, 0.9955 in sentences; with these
 * 0.949 and 0.998.
 */
const FASTTEXT = 0.7;
/** Added to a probability, so that none of fastText's silences outweighs the table. */
const FASTTEXT_DOUBT = 0.01;
const FASTTEXT_UNTAUGHT = 0.3;
const CLD3 = 1.5;
const CLD3_UNTAUGHT = 0.5;
const FRANC = 2;
const FRANC_UNTAUGHT = 0.9;
const PRIOR = 0.5;
/** A language outside the table must be named by a library, and is rarer than those within. */
const OUTSIDE = -1;
/** A library's second thoughts below this are no candidates. */
const CANDIDATE = 0.05;

/** The likeliest language by all voices, with its probability. */
export function vote(reading: Reading, voices: Voices): { readonly code: string; readonly confidence: number } {
  const logits = new Map<string, number>();
  for (const [code, logit] of reading.logits) logits.set(code, logit + loudness(code, voices));
  for (const code of named(voices)) {
    if (!logits.has(code)) logits.set(code, reading.other + OUTSIDE + loudness(code, voices));
  }
  return likeliest(logits);
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
