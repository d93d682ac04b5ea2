/**
 * What a text is about, as weighted concepts that are the same in every language. Owns counting, weighing and the
 * limit; must not compare articles. Linear in the text.
 */
import { scanConceptKeys } from '../../lexicon/concept-keys.ts';
import {
  CONCEPT_BITS,
  type Concepts,
  MEANING_BITS,
  MOST_CONCEPTS,
  STRENGTHS,
  WEIGHT_SCALE,
} from '../../lexicon/concepts.ts';
import type { ConceptVector } from '../../model/features.ts';
import { NO_CONCEPTS } from '../no-story.ts';

/**
 * Most concepts kept of one article, the weightiest: what matching reads must not grow with a book. Not swept:
 * all figures of decisions/0012-concepts.md were measured with it.
 */
export const MOST_KEPT = 160;

/**
 * Scratch by concept, side by side as all is asked for at once: mass in eighths, the best strength in eighths, the key
 * where it was met, the weight. Mass is cleared after use by walking what was touched.
 */
const STATE = { mass: 0, best: 1, first: 2, weight: 3 } as const;
const STATE_BITS = 2;
const states = new Int32Array(MOST_CONCEPTS << STATE_BITS);
const touched = new Uint16Array(MOST_CONCEPTS);

/** Concepts of a text in this language, by ascending id; none where no lexicon was learned for it. */
export function conceptsOf(text: string, bcp47: string, concepts: Concepts): ConceptVector {
  const table = concepts.tableOf(bcp47);
  if (table === undefined) return NO_CONCEPTS;
  const { count, keys } = scanConceptKeys(text, table.scheme);
  const { starts, entries, restBits } = table;
  const restMask = (1 << restBits) - 1;
  let used = 0;
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    const rest = key & restMask;
    const end = starts[(key >>> restBits) + 1]!;
    for (let at = starts[key >>> restBits]!; at < end; at++) {
      const entry = entries[at]!;
      if (entry >>> MEANING_BITS !== rest) continue;
      const id = entry & (MOST_CONCEPTS - 1);
      const state = id << STATE_BITS;
      const strength = ((entry >>> CONCEPT_BITS) & (STRENGTHS - 1)) + 1;
      const mass = states[state]!;
      if (mass === 0) touched[used++] = id;
      // The first sure mention tells the place better than an earlier guess.
      if (mass === 0 || strength > SURER * states[state + STATE.best]!) {
        states[state + STATE.best] = strength;
        states[state + STATE.first] = i;
      }
      states[state] = mass + strength;
    }
  }
  return weigh(touched.subarray(0, used), count, table.quality, concepts);
}

/**
 * The words, as written, in which a text first speaks of each of the given concepts most clearly; empty where it
 * does not.
 */
export function wordsOf(text: string, bcp47: string, concepts: Concepts, ids: readonly number[]): string[] {
  const table = concepts.tableOf(bcp47);
  const words = ids.map(() => '');
  if (table === undefined) return words;
  const { starts: firsts, entries, restBits } = table;
  const restMask = (1 << restBits) - 1;
  ids.forEach((id, i) => {
    wanted[id] = i + 1;
  });
  const strengths = new Uint8Array(ids.length);
  const { count, keys, starts, ends } = scanConceptKeys(text, table.scheme);
  for (let i = 0; i < count; i++) {
    const rest = keys[i]! & restMask;
    const bucket = keys[i]! >>> restBits;
    for (let entry = firsts[bucket]!; entry < firsts[bucket + 1]!; entry++) {
      if (entries[entry]! >>> MEANING_BITS !== rest) continue;
      const at = wanted[entries[entry]! & (MOST_CONCEPTS - 1)]! - 1;
      const strength = ((entries[entry]! >>> CONCEPT_BITS) & (STRENGTHS - 1)) + 1;
      if (at < 0 || strength <= SURER * strengths[at]!) continue;
      strengths[at] = strength;
      words[at] = text.slice(starts[i], ends[i]);
    }
  }
  for (const id of ids) wanted[id] = 0;
  return words;
}

/** By concept: its place in the list that is asked for and 1; cleared after use. */
const wanted = new Uint32Array(MOST_CONCEPTS);

/** How much surer a later mention must be to count as the first. */
const SURER = 1.5;

function weigh(
  found: Uint16Array,
  keys: number,
  quality: number,
  { bits, typical }: Concepts,
): ConceptVector {
  let least = 1;
  COUNTS.fill(0);
  for (let i = 0; i < found.length; i++) {
    const state = found[i]! << STATE_BITS;
    const weight = weightOf(states[state]!, bits[found[i]!]!);
    states[state] = 0;
    states[state + STATE.weight] = weight;
    COUNTS[weight]!++;
  }
  for (let weight = 255, kept = 0; weight > 0; weight--) {
    kept += COUNTS[weight]!;
    if (kept > MOST_KEPT) {
      least = weight + 1;
      break;
    }
  }
  let count = 0;
  for (let i = 0; i < found.length; i++) {
    const id = found[i]!;
    if (states[(id << STATE_BITS) + STATE.weight]! < least) continue;
    KEPT[id >>> 5]! |= 1 << (id & 31);
    count++;
  }
  const buffer = new ArrayBuffer(4 * count);
  const ids = new Uint16Array(buffer, 0, count);
  const weights = new Uint8Array(buffer, 2 * count, count);
  const places = new Uint8Array(buffer, 3 * count, count);
  takeKept(ids);
  let squares = 0;
  let usual = 0;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    const state = id << STATE_BITS;
    const weight = states[state + STATE.weight]!;
    weights[i] = weight;
    places[i] = Math.floor((255 * states[state + STATE.first]!) / Math.max(1, keys));
    squares += weight * weight;
    usual += weight * typical[id]!;
  }
  return { ids, weights, places, quality, background: squares === 0 ? 0 : usual / Math.sqrt(squares) };
}

const COUNTS = new Uint32Array(256);
/** A bit for each concept that is kept: read from below, they are sorted. */
const KEPT = new Int32Array(MOST_CONCEPTS / 32);

/** Fills the concepts kept in, ascending, and none is kept any more. */
function takeKept(ids: Uint16Array): void {
  let at = 0;
  for (let word = 0; at < ids.length; word++) {
    for (let rest = KEPT[word]!; rest !== 0; rest &= rest - 1) {
      ids[at++] = (word << 5) + 31 - Math.clz32(rest & -rest);
    }
    KEPT[word] = 0;
  }
}

/** Of masses that articles have, in eighths: the scaled logarithm. */
const LOGARITHMS = Float64Array.from({ length: 1024 }, (_, eighths) => logarithmOf(eighths));

function logarithmOf(eighths: number): number {
  return WEIGHT_SCALE * Math.log1p(eighths / STRENGTHS);
}

/** In sixteenths; 0 for what every article has. */
function weightOf(eighths: number, bits: number): number {
  const logarithm = eighths < LOGARITHMS.length ? LOGARITHMS[eighths]! : logarithmOf(eighths);
  return Math.min(255, Math.round(logarithm * bits));
}
