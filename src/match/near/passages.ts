/**
 * The passages that two texts share word for word, for the eye of a reader. Owns their choice; decides nothing.
 *
 * Windows of 8 words (20 characters) of one text are sought in the other, each hit extended and stepped over. The longest
 * passages are kept first. Reference: M. Wise, Running Karp-Rabin matching and greedy string
 * tiling (1993), with windows indexed instead of searched. Linear expected time: at most MAX_PLACES hits are extended
 * from a place, and the walk goes on behind the longest.
 */
import { Room } from '../../lib/room.ts';
import type { Tokens } from '../../lib/tokens.ts';
import type { Passage } from '../../model/match.ts';
import { extendRun, type Run } from './alignment.ts';
import { NOWHERE, type PairedShingles, REPEATED } from './paired.ts';
import { indexWindows, type WindowIndex } from './window-index.ts';
import { SlidingWindow } from './windows.ts';

/** Passages a report can show and a reader will read. */
export const MAX_PASSAGES = 20;
/** Places of the same window that are tried: bounds the work on texts that repeat themselves. */
const MAX_PLACES = 8;

/** At most MAX_PASSAGES shared passages in the order of a, not overlapping in either text; `pair`: their shingles. */
export function alignPassages(a: Tokens, b: Tokens, pair: PairedShingles): readonly Passage[] {
  const runs = chooseLongest(sharedRuns(a, b, pair), a.count, b.count);
  return runs.map((run) => ({
    aStart: a.starts[run.a]!,
    aEnd: a.ends[run.a + run.length - 1]!,
    bStart: b.starts[run.b]!,
    bEnd: b.ends[run.b + run.length - 1]!,
  }));
}

/** The same passages with a and b in each other's place, in the new order of a. */
export function mirrorPassages(passages: readonly Passage[]): readonly Passage[] {
  return passages
    .map(({ aStart, aEnd, bStart, bEnd }) => ({ aStart: bStart, aEnd: bEnd, bStart: aStart, bEnd: aEnd }))
    .sort((x, y) => x.aStart - y.aStart);
}

/** Runs in the order of a, not overlapping there; they may overlap in b. */
function sharedRuns(a: Tokens, b: Tokens, pair: PairedShingles): Run[] {
  const runs: Run[] = [];
  const window = new SlidingWindow(a);
  let index: WindowIndex | undefined;
  let floor = 0;
  for (let start = 0; window.moveTo(start); ) {
    // A window begins with a shingle: where that stands in b once or never, no index is needed.
    const place = pair.placeInB[pair.a[start]!]!;
    if (place === REPEATED) index ??= indexWindows(b);
    const run =
      place === REPEATED && index !== undefined
        ? longestAt(a, b, start, index, window.key, floor)
        : runAt(a, b, start, place, window.length, floor);
    if (run !== undefined) {
      runs.push(run);
      floor = run.a + run.length;
    }
    start = Math.max(start + 1, floor);
  }
  return runs;
}

/** The run through a place, when the whole window stands there. */
function runAt(
  a: Tokens,
  b: Tokens,
  start: number,
  place: number,
  length: number,
  floor: number,
): Run | undefined {
  if (place === NOWHERE || place + length > b.count) return undefined;
  for (let i = 0; i < length; i++) if (a.hashes[start + i] !== b.hashes[place + i]) return undefined;
  return extendRun(a, b, start, place, floor, 0);
}

/** The longest run through one of the places of a window, the first of them if equal. */
function longestAt(
  a: Tokens,
  b: Tokens,
  start: number,
  index: WindowIndex,
  key: number,
  floor: number,
): Run | undefined {
  let longest: Run | undefined;
  let tried = 0;
  for (let place = index.firstPlace(key); place >= 0 && tried < MAX_PLACES; place = index.nextPlace(place)) {
    const run = extendRun(a, b, start, place, floor, 0);
    if (run.length > (longest?.length ?? 0)) longest = run;
    tried++;
  }
  return longest;
}

const rooms = { a: new Room(), b: new Room() };

/** The longest first, none that touches tokens of a chosen one; then in the order of a. */
function chooseLongest(runs: Run[], aCount: number, bCount: number): readonly Run[] {
  const takenA = rooms.a.atLeast(aCount).fill(0, 0, aCount);
  const takenB = rooms.b.atLeast(bCount).fill(0, 0, bCount);
  const chosen: Run[] = [];
  for (const run of runs.sort((x, y) => y.length - x.length || x.a - y.a)) {
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
