/**
 * What a text is about, as weighted concepts that are the same in every language. Owns counting, weighing and the
 * limit; must not compare articles. Linear in the text.
 */
import { scanConceptKeys } from '../../lexicon/concept-keys.ts';
import { type Concepts, WEIGHT_SCALE } from '../../lexicon/concepts.ts';
import type { ConceptVector } from '../../model/features.ts';

/**
 * Most concepts kept of one article, the weightiest: what matching reads must not grow with a book. Not swept:
 * all figures of decisions/0012-concepts.md were measured with it.
 */
export const MOST_KEPT = 160;

export const NO_CONCEPTS: ConceptVector = {
  ids: new Uint16Array(0),
  weights: new Uint8Array(0),
  places: new Uint8Array(0),
  quality: 0,
  background: 0,
};

/** Scratch by concept; cleared after use by walking what was touched. */
let masses = new Float32Array(0);
let best = new Float32Array(0);
let firsts = new Uint32Array(0);
let touched = new Uint16Array(0);

/** Concepts of a text in this language, by ascending id; none where no lexicon was learned for it. */
export function conceptsOf(text: string, bcp47: string, concepts: Concepts): ConceptVector {
  const table = concepts.tableOf(bcp47);
  if (table === undefined) return NO_CONCEPTS;
  if (masses.length < concepts.size) grow(concepts.size);
  const { count, keys } = scanConceptKeys(text, table.scheme);
  const { find, keys: known, concepts: ids, strengths } = table;
  let used = 0;
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    let entry: number = find(key);
    if (entry < 0) continue;
    for (; known[entry] === key; entry++) {
      const id = ids[entry]!;
      const strength = strengths[entry]!;
      if (masses[id] === 0) {
        touched[used++] = id;
        best[id] = strength;
        firsts[id] = i;
      } else if (strength > SURER * best[id]!) {
        // The first sure mention tells the place better than an earlier guess.
        best[id] = strength;
        firsts[id] = i;
      }
      masses[id]! += strength;
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
  const wanted = new Map(ids.map((id, i) => [id, i]));
  const strengths = new Float32Array(ids.length);
  const { count, keys, starts, ends } = scanConceptKeys(text, table.scheme);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    for (let entry = table.find(key); entry >= 0 && table.keys[entry] === key; entry++) {
      const at = wanted.get(table.concepts[entry]!);
      if (at === undefined || table.strengths[entry]! <= SURER * strengths[at]!) continue;
      strengths[at] = table.strengths[entry]!;
      words[at] = text.slice(starts[i], ends[i]);
    }
  }
  return words;
}

/** How much surer a later mention must be to count as the first. */
const SURER = 1.5;

function grow(size: number): void {
  masses = new Float32Array(size);
  best = new Float32Array(size);
  firsts = new Uint32Array(size);
  touched = new Uint16Array(size);
}

function weigh(
  found: Uint16Array,
  keys: number,
  quality: number,
  { bits, typical }: Concepts,
): ConceptVector {
  let least = 1;
  COUNTS.fill(0);
  for (let i = 0; i < found.length; i++) {
    const id = found[i]!;
    // The mass has done its work: the weight takes its place.
    const weight = weightOf(masses[id]!, bits[id]!);
    masses[id] = weight;
    COUNTS[weight]!++;
  }
  for (let weight = 255, kept = 0; weight > 0; weight--) {
    kept += COUNTS[weight]!;
    if (kept > MOST_KEPT) {
      least = weight + 1;
      break;
    }
  }
  // What is kept comes first, in the place of what was found.
  let count = 0;
  for (let i = 0; i < found.length; i++) {
    const id = found[i]!;
    if (masses[id]! >= least) found[count++] = id;
    else masses[id] = 0;
  }
  const ids = found.slice(0, count).sort();
  const weights = new Uint8Array(count);
  const places = new Uint8Array(count);
  let squares = 0;
  let usual = 0;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    const weight = masses[id]!;
    weights[i] = weight;
    places[i] = Math.floor((255 * firsts[id]!) / Math.max(1, keys));
    masses[id] = 0;
    squares += weight * weight;
    usual += weight * typical[id]!;
  }
  return { ids, weights, places, quality, background: squares === 0 ? 0 : usual / Math.sqrt(squares) };
}

const COUNTS = new Uint32Array(256);

/** In sixteenths; 0 for what every article has. */
function weightOf(mass: number, bits: number): number {
  return Math.min(255, Math.round(WEIGHT_SCALE * Math.log1p(mass) * bits));
}
