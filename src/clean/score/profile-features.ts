/**
 * Features of a block in the light of what the first model says of the page: probabilities around it, the run in which
 * they are high, and the words that it shares with the text found there (stacking: Wolpert, "Stacked generalization",
 * 1992). Owns their list and order. Linear in the lines and words.
 */
import { createArena } from '../../lib/arena.ts';
import { heaviestRun } from './heaviest-run.ts';
import type { Layout } from './layout.ts';
import { MEASURE, MEASURE_COUNT } from './measures.ts';

/** Columns of the first model's row that the second sees again, by name. */
export const SEEN_AGAIN = [
  ...'length lengthShare ending phrase upper same order tails heads mould prose shared closers first last'.split(
    ' ',
  ),
  ...'mouldsUp10 mouldsDown10 stops digits quotes signs'.split(' '),
];

const OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4] as const;
const WINDOWS = [3, 8, 20] as const;

export const PROFILE_FEATURES: readonly string[] = [
  ...OFFSETS.map((k) => `p${k}`),
  ...WINDOWS.flatMap((w) => [`meanUp${w}`, `meanDown${w}`]),
  ...'keptBefore keptAfter logKeptBefore logKeptAfter logKept keptShare inCore fromCore toCore gapToCore'.split(
    ' ',
  ),
  ...'coreShare coreLines highest p gapUp gapDown overlap overlapSure overlapRare'.split(' '),
];

/** A line this likely is part of the run (sweep of the prototype: 0.35-0.55 within 0.002). */
const CORE = 0.4;
/** Gaps are measured between lines this likely. */
const SURE = 0.6;
/** A word of the core stands in this much of it (sum of probabilities) to be shared for sure. */
const SHARED = 0.7;
/** Words in more than this share of the core's lines are function words of its language. */
const COMMON_SHARE = 0.15;

/** What the probabilities of a page add up to. */
export interface Profile {
  readonly probabilities: Float32Array;
  readonly lengthBefore: Float64Array;
  readonly keptBefore: Float64Array;
  readonly doubtBefore: Float64Array;
  readonly coreFrom: number;
  readonly coreTo: number;
  readonly highest: number;
  readonly gapUp: Float32Array;
  readonly gapDown: Float32Array;
  /** Three columns a line: share of its words that the core has, surely has, and surely has among the rarer ones; of the lines asked for. */
  readonly overlap: Float32Array;
}

/** Adds up the first model's probabilities of a page; `lines` are those that are asked for, by default all. */
export function profilePage(
  layout: Layout,
  probabilities: Float32Array,
  lines: Uint32Array = Uint32Array.from(probabilities.keys()),
): Profile {
  const { count } = layout;
  const { float32, float64 } = createArena(3 * 8 * (count + 1) + 5 * 4 * count);
  const lengthBefore = float64(count + 1);
  const keptBefore = float64(count + 1);
  const doubtBefore = float64(count + 1);
  const gapUp = float32(count);
  const gapDown = float32(count);
  let highest = 0;
  let gap = 0;
  for (let i = 0; i < count; i++) {
    const length = layout.measures.values[i * MEASURE_COUNT + MEASURE.length]!;
    const p = probabilities[i]!;
    const doubt = (1 - p) * Math.sqrt(length);
    lengthBefore[i + 1] = lengthBefore[i]! + length;
    keptBefore[i + 1] = keptBefore[i]! + p * length;
    doubtBefore[i + 1] = doubtBefore[i]! + doubt;
    highest = Math.max(highest, p);
    gapUp[i] = gap;
    gap = p > SURE ? 0 : gap + doubt;
  }
  gap = 0;
  for (let i = count - 1; i >= 0; i--) {
    gapDown[i] = gap;
    gap = probabilities[i]! > SURE ? 0 : gap + doubtBefore[i + 1]! - doubtBefore[i]!;
  }
  const overlap = measureOverlap(layout, probabilities, lines, float32(3 * count));
  return {
    probabilities,
    lengthBefore,
    keptBefore,
    doubtBefore,
    ...findCore(layout, probabilities),
    highest,
    gapUp,
    gapDown,
    overlap,
  };
}

function findCore(layout: Layout, probabilities: Float32Array): { coreFrom: number; coreTo: number } {
  const { from, to } = heaviestRun(layout.count, (i) => {
    const length = layout.measures.values[i * MEASURE_COUNT + MEASURE.length]!;
    return Math.sqrt(length) * (probabilities[i]! - CORE);
  });
  return { coreFrom: from, coreTo: to };
}

const CORE_WORDS = new Float32Array(0x10000);

function measureOverlap(
  layout: Layout,
  probabilities: Float32Array,
  lines: Uint32Array,
  overlap: Float32Array,
): Float32Array {
  const { words, wordStart } = layout.measures;
  let core = 0;
  for (let i = 0; i < layout.count; i++) {
    const p = probabilities[i]!;
    core += p;
    if (p > 0) for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) CORE_WORDS[words[w]!]! += p;
  }
  const common = COMMON_SHARE * core + 1;
  for (const i of lines) {
    const p = probabilities[i]!;
    let sum = 0;
    let sure = 0;
    let rare = 0;
    let sureRare = 0;
    for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) {
      const weight = CORE_WORDS[words[w]!]! - p;
      sum += Math.min(1, weight);
      const isSure = weight > SHARED;
      if (isSure) sure++;
      if (weight < common) {
        rare++;
        if (isSure) sureRare++;
      }
    }
    const count = Math.max(1, wordStart[i + 1]! - wordStart[i]!);
    overlap[3 * i] = sum / count;
    overlap[3 * i + 1] = sure / count;
    overlap[3 * i + 2] = sureRare / Math.max(1, rare);
  }
  for (let i = 0; i < layout.count; i++) {
    if (probabilities[i]! > 0)
      for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) CORE_WORDS[words[w]!] = 0;
  }
  return overlap;
}

/** Writes the row of block `i` into `row` from `start`. */
export function writeProfileFeatures(row: Float32Array, start: number, profile: Profile, i: number): void {
  const { probabilities, lengthBefore, keptBefore, doubtBefore, coreFrom, coreTo } = profile;
  const count = probabilities.length;
  let at = start;
  for (const k of OFFSETS) row[at++] = i + k >= 0 && i + k < count ? probabilities[i + k]! : 0;
  for (const w of WINDOWS) {
    const up = Math.max(0, i - w);
    const down = Math.min(count, i + 1 + w);
    row[at++] = (keptBefore[i]! - keptBefore[up]!) / (lengthBefore[i]! - lengthBefore[up]! + 1);
    row[at++] = (keptBefore[down]! - keptBefore[i + 1]!) / (lengthBefore[down]! - lengthBefore[i + 1]! + 1);
  }
  const total = keptBefore[count]! + 1;
  const after = keptBefore[count]! - keptBefore[i + 1]!;
  row[at++] = keptBefore[i]! / total;
  row[at++] = after / total;
  row[at++] = Math.log2(1 + keptBefore[i]!);
  row[at++] = Math.log2(1 + after);
  row[at++] = Math.log2(total);
  row[at++] = total / (lengthBefore[count]! + 1);
  row[at++] = i >= coreFrom && i < coreTo ? 1 : 0;
  row[at++] = Math.max(-60, Math.min(200, i - coreFrom));
  row[at++] = Math.max(-200, Math.min(60, i - coreTo));
  row[at++] =
    i < coreFrom
      ? doubtBefore[coreFrom]! - doubtBefore[i]!
      : i >= coreTo
        ? doubtBefore[i + 1]! - doubtBefore[Math.min(count, coreTo)]!
        : 0;
  row[at++] = (keptBefore[coreTo]! - keptBefore[coreFrom]!) / total;
  row[at++] = coreTo - coreFrom;
  row[at++] = profile.highest;
  row[at++] = probabilities[i]!;
  row[at++] = profile.gapUp[i]!;
  row[at++] = profile.gapDown[i]!;
  row[at++] = profile.overlap[3 * i]!;
  row[at++] = profile.overlap[3 * i + 1]!;
  row[at++] = profile.overlap[3 * i + 2]!;
}
