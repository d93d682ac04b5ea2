/**
 * The passages that two texts share word for word, for the eye of a reader. Owns their choice; decides nothing.
 *
 * Windows of 8 words (20 characters) of one text are indexed by hash; the other is walked once, each hit extended and
 * stepped over. The longest passages are kept first. Reference: M. Wise, Running Karp-Rabin matching and greedy string
 * tiling (1993), with windows indexed instead of searched. Linear expected time: at most MAX_PLACES hits are extended
 * from a place, and the walk goes on behind the longest.
 */
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';
import type { Passage } from '../../model/match.ts';
import type { Run } from './alignment.ts';
import type { NearTokens } from './changes.ts';
import { eachWindow } from './windows.ts';

/** Passages a report can show and a reader will read. */
export const MAX_PASSAGES = 20;
/** Eight words, or twenty characters of an unspaced script, are rarely shared by chance (a quotation is longer). */
const WINDOW_WEIGHT = 40;
const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 2;
/** Places of the same window that are tried: bounds the work on texts that repeat themselves. */
const MAX_PLACES = 8;

/** At most MAX_PASSAGES shared passages in the order of a, not overlapping in either text. */
export function alignPassages(aText: NearTokens, bText: NearTokens): readonly Passage[] {
  // One direction for both orders of arguments, so that the passages of (b, a) mirror those of (a, b).
  if (aText.text > bText.text) {
    return alignPassages(bText, aText)
      .map(({ aStart, aEnd, bStart, bEnd }) => ({ aStart: bStart, aEnd: bEnd, bStart: aStart, bEnd: aEnd }))
      .sort((x, y) => x.aStart - y.aStart);
  }
  const a = aText.tokens;
  const b = bText.tokens;
  const runs = chooseLongest(sharedRuns(a, b), a.count, b.count);
  return runs.map((run) => ({
    aStart: a.starts[run.a]!,
    aEnd: a.ends[run.a + run.length - 1]!,
    bStart: b.starts[run.b]!,
    bEnd: b.ends[run.b + run.length - 1]!,
  }));
}

/** Runs in the order of a, not overlapping there; they may overlap in b. */
function sharedRuns(a: Tokens, b: Tokens): readonly Run[] {
  const places = new Map<number, number[]>();
  eachWindow(b, WINDOW_WEIGHT, weightAt, (start, key) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [start]);
    else if (known.length < MAX_PLACES) known.push(start);
  });
  const runs: Run[] = [];
  let floor = 0;
  eachWindow(a, WINDOW_WEIGHT, weightAt, (start, key) => {
    if (start < floor) return;
    let best: Run | undefined;
    for (const place of places.get(key) ?? []) {
      const run = extend(a, b, start, place, floor);
      if (run.length > (best?.length ?? 0)) best = run;
    }
    if (best === undefined) return;
    runs.push(best);
    floor = best.a + best.length;
  });
  return runs;
}

function extend(a: Tokens, b: Tokens, start: number, place: number, floor: number): Run {
  let back = 0;
  while (start - back > floor && place > back && a.hashes[start - back - 1] === b.hashes[place - back - 1])
    back++;
  let forth = 0;
  while (
    start + forth < a.count &&
    place + forth < b.count &&
    a.hashes[start + forth] === b.hashes[place + forth]
  )
    forth++;
  return { a: start - back, b: place - back, length: back + forth };
}

function weightAt(tokens: Tokens, at: number): number {
  return tokens.kinds[at] === TOKEN_KINDS.character ? CHARACTER_WEIGHT : WORD_WEIGHT;
}

/** The longest first, none that touches tokens of a chosen one; then in the order of a. */
function chooseLongest(runs: readonly Run[], aCount: number, bCount: number): readonly Run[] {
  const takenA = new Uint8Array(aCount);
  const takenB = new Uint8Array(bCount);
  const chosen: Run[] = [];
  for (const run of [...runs].sort((x, y) => y.length - x.length || x.a - y.a)) {
    if (chosen.length === MAX_PASSAGES) break;
    // Both ends suffice: chosen runs are no shorter, so one that overlaps covers an end.
    if (takenB[run.b] === 1 || takenB[run.b + run.length - 1] === 1) continue;
    if (takenA[run.a] === 1 || takenA[run.a + run.length - 1] === 1) continue;
    takenA.fill(1, run.a, run.a + run.length);
    takenB.fill(1, run.b, run.b + run.length);
    chosen.push(run);
  }
  return chosen.sort((x, y) => x.a - y.a);
}
