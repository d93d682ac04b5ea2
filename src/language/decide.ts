/**
 * The decision: which language, and how sure. Owns the vote over evidence in bits and the confidence; new detectors
 * add their bits in `weighEvidence`. Must not know how evidence is found.
 */

import { priorSteps } from './data/prior.ts';
import { indexProfiles, type LexicalEvidence, type ProfileIndex, weighLexically } from './evidence.ts';
import type { LanguageProfile } from './profile.ts';
import { addTrigramEvidence } from './trigrams.ts';

/** A language of a script's profiles with the probability that it is the right one. */
export interface Choice {
  readonly profile: LanguageProfile;
  /** 0..1. */
  readonly confidence: number;
}

/**
 * Lead in bits over the second language from which trigrams are not asked: they cost several times the words.
 * Sweep on articles and sentences, 20..100: no difference above 20 but in time.
 */
const CLEAR_LEAD = 30;
/** UTF-16 units that franc looks at. Sweep on sentences, 200..600: 0.9505..0.9508. */
const TRIGRAM_SAMPLE = 300;
/** Bits of one step of prior likelihood. Sweep on short texts (major languages / all): 3: 0.873/0.788, 5: 0.878/0.780, 7: 0.880/0.766. */
const PRIOR_BITS = 4;
/**
 * The evidence is not independent: that many bits count as one when they become a probability. At 2 the stated
 * confidence is the accuracy within 0.07 in most tenths on short texts (0.45: 0.66, 0.65: 0.78, 0.85: 0.93, 0.98: 0.99);
 * 3 and more understate it.
 */
const BITS_PER_BIT = 2;
/** Below this the answer is right one time in five on short texts: that is guessing. */
const MIN_CONFIDENCE = 0.1;
/** A row of at most that many capitalised words without a function word may be names alone. */
const MAX_NAMES = 12;

/** A decider for the languages of one script. */
export function deciderOf(profiles: readonly LanguageProfile[]): (sample: string) => Choice | undefined {
  const index = indexProfiles(profiles);
  return (sample) => decide(sample, index);
}

function decide(sample: string, index: ProfileIndex): Choice | undefined {
  const lexical = weighLexically(sample, index);
  if (lexical.known === 0 && lexical.capitalised && lexical.words <= MAX_NAMES) return undefined;
  const bits = weighEvidence(sample, index, lexical);
  return toChoice(bits, index.profiles);
}

function weighEvidence(sample: string, index: ProfileIndex, lexical: LexicalEvidence): Float64Array {
  const bits = lexical.bits.map(
    (value, i) => value + PRIOR_BITS * priorSteps(index.profiles[i]?.code ?? 'und'),
  );
  if (leadOf(bits) < CLEAR_LEAD) addTrigramEvidence(sample.slice(0, TRIGRAM_SAMPLE), index.profiles, bits);
  return bits;
}

/** Bits between the best language and the second. */
function leadOf(bits: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const value of bits) {
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  return best - second;
}

/** The language with most bits, if it is more than a guess; ties go to the earlier row, so the order of the rows is part of the result. */
function toChoice(bits: Float64Array, profiles: readonly LanguageProfile[]): Choice | undefined {
  let best = 0;
  for (let i = 1; i < bits.length; i++) if ((bits[i] ?? 0) > (bits[best] ?? 0)) best = i;
  const top = bits[best] ?? 0;
  let sum = 0;
  for (const value of bits) sum += 2 ** ((value - top) / BITS_PER_BIT);
  const profile = profiles[best];
  const confidence = 1 / sum;
  return profile === undefined || confidence < MIN_CONFIDENCE ? undefined : { profile, confidence };
}
