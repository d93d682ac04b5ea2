/**
 * Alignment, changes and passages by their definitions, with `Map` and `Set`: what the versions on typed arrays must
 * give as well.
 */
import { FOLD } from '../../../src/lib/characters.ts';
import { finishHash, mixWord } from '../../../src/lib/hash.ts';
import { TOKEN_KINDS, type Tokens } from '../../../src/lib/tokens.ts';
import type { Run } from '../../../src/match/near/alignment.ts';
import type { Changes } from '../../../src/match/near/changes.ts';
import type { NearTokens } from '../../../src/match/near/text.ts';
import type { Passage } from '../../../src/model/match.ts';

type Weigh = (tokens: Tokens, at: number) => number;
const weighing =
  (character: number): Weigh =>
  (tokens, at) =>
    tokens.kinds[at] === TOKEN_KINDS.character ? character : 5;

/** Start and key of each window of at least `weight`. */
function windowsOf(tokens: Tokens, weight: number, weigh: Weigh): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let start = 0; start < tokens.count; start++) {
    let hash = 0;
    let sum = 0;
    let at = start;
    for (; sum < weight && at < tokens.count; at++) {
      hash = mixWord(hash, tokens.hashes[at]!);
      sum += weigh(tokens, at);
    }
    if (sum < weight) break;
    found.push([start, finishHash(hash ^ (at - start))]);
  }
  return found;
}

function extend(a: Tokens, b: Tokens, aAt: number, bAt: number, aFloor: number, bFloor: number): Run {
  let back = 0;
  while (aAt - back > aFloor && bAt - back > bFloor && a.hashes[aAt - back - 1] === b.hashes[bAt - back - 1])
    back++;
  let forth = 0;
  while (aAt + forth < a.count && bAt + forth < b.count && a.hashes[aAt + forth] === b.hashes[bAt + forth])
    forth++;
  return { a: aAt - back, b: bAt - back, length: back + forth };
}

export function referenceRuns(a: Tokens, b: Tokens): readonly Run[] {
  const only = (tokens: Tokens): ReadonlyMap<number, number> => {
    const places = new Map<number, number>();
    for (const [start, key] of windowsOf(tokens, 15, weighing(3)))
      places.set(key, places.has(key) ? -1 : start);
    return places;
  };
  const inB = only(b);
  const pairs = [...only(a)]
    .map(([key, place]) => [place, inB.get(key) ?? -1] as const)
    .filter(([x, y]) => x >= 0 && y >= 0);
  const runs: Run[] = [];
  let aFloor = 0;
  let bFloor = 0;
  for (const [x, y] of longestIncreasing(pairs)) {
    if (x < aFloor || y < bFloor) continue;
    const run = extend(a, b, x, y, aFloor, bFloor);
    runs.push(run);
    aFloor = run.a + run.length;
    bFloor = run.b + run.length;
  }
  return runs;
}

/** By patience sorting: each pair goes on the first pile whose top is not smaller, and remembers the top before. */
function longestIncreasing(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [i, pair] of pairs.entries()) {
    const found = tops.findIndex((top) => pairs[top]![1] >= pair[1]);
    const pile = found < 0 ? tops.length : found;
    before.push(pile > 0 ? tops[pile - 1]! : -1);
    tops[pile] = i;
  }
  const chain: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.unshift(pairs[at]!);
  return chain;
}

interface Facts {
  readonly numbers: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

const SENTENCE_END = /[.!?:;\n\r\u2026\u0589\u061f\u06d4\u0964\u0965\u1362\u3002\uff01\uff1f]/;

function factsOf({ text, tokens }: NearTokens): Facts {
  const numbers = new Set<number>();
  const names = new Set<number>();
  for (let i = 0; i < tokens.count; i++) {
    const unit = text.charCodeAt(tokens.starts[i]!);
    const opens = i === 0 || SENTENCE_END.test(text.slice(tokens.ends[i - 1]!, tokens.starts[i]!));
    if (tokens.kinds[i] === TOKEN_KINDS.number) numbers.add(tokens.hashes[i]!);
    else if (FOLD[unit] !== unit && unit < 0xff00 && !opens) names.add(tokens.hashes[i]!);
  }
  return { numbers, names, all: new Set(tokens.hashes) };
}

const inBoth = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  [...a].filter((value) => b.has(value)).length;

export function referenceChanges(a: NearTokens, b: NearTokens): Changes {
  const [factsA, factsB] = [factsOf(a), factsOf(b)];
  const weigh = ({ text, tokens }: NearTokens, start: number, end: number): number => {
    let sum = 0;
    // A letter of Thai and its like weighs less than a Chinese or Japanese character.
    for (let i = start; i < end; i++)
      sum += weighing(text.charCodeAt(tokens.starts[i]!) < 0x2e80 ? 1 : 3)(tokens, i);
    return sum;
  };
  const isNumber = ({ tokens }: NearTokens, at: number): boolean => tokens.kinds[at] === TOKEN_KINDS.number;
  const none = () => ({ a: new Set<number>(), b: new Set<number>(), exchanges: new Set<string>() });
  const replaced = none();
  const inside = none();
  const exchanged = new Set<number>();
  const inRuns = new Set<number>();
  const lacking = ({ tokens }: NearTokens, start: number, end: number, other: Facts): readonly number[] =>
    Array.from({ length: end - start }, (_, i) => start + i).filter((i) => !other.all.has(tokens.hashes[i]!));
  const numbersOf = ({ a, b, exchanges }: typeof replaced): number =>
    Math.max(Math.min(inBoth(a, factsA.numbers), inBoth(b, factsB.numbers)), exchanges.size);
  let [sites, shared, addedA, addedB, aAt, bAt] = [0, 0, 0, 0, 0, 0];
  const runs = [...referenceRuns(a.tokens, b.tokens), { a: a.tokens.count, b: b.tokens.count, length: 0 }];
  const above = { a: runs[0]!.a, b: runs[0]!.b };
  for (const run of runs) {
    const [x, y] = [weigh(a, aAt, run.a), weigh(b, bAt, run.b)];
    if (x > 0 && y > 0 && x <= 120 && y <= 120) {
      sites++;
      const [ofA, ofB] = [lacking(a, aAt, run.a, factsB), lacking(b, bAt, run.b, factsA)];
      const words = (text: NearTokens, start: number, end: number): string =>
        Array.from({ length: end - start }, (_, i) =>
          isNumber(text, start + i) ? '0' : text.tokens.hashes[start + i],
        ).join(' ');
      const isBetween = aAt > 0 && bAt > 0 && run.length > 0;
      const isInside = isBetween || words(a, aAt, run.a) === words(b, bAt, run.b);
      const counted = isInside ? [replaced, inside] : [replaced];
      for (const into of counted) {
        for (const i of ofA) into.a.add(a.tokens.hashes[i]!);
        for (const i of ofB) into.b.add(b.tokens.hashes[i]!);
      }
      for (let i = 0; run.a - aAt === run.b - bAt && i < run.a - aAt; i++) {
        const [inA, inB] = [a.tokens.hashes[aAt + i]!, b.tokens.hashes[bAt + i]!];
        if (inA === inB || !isNumber(a, aAt + i) || !isNumber(b, bAt + i)) continue;
        for (const { exchanges } of counted) exchanges.add(`${inA} ${inB}`);
        exchanged.add(inA).add(inB);
      }
    } else {
      addedA += x;
      addedB += y;
    }
    shared += weigh(a, run.a, run.a + run.length);
    for (let i = 0; i < run.length; i++) inRuns.add(a.tokens.hashes[run.a + i]!);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  const kept = new Set([...factsA.numbers].filter((hash) => inRuns.has(hash) || !exchanged.has(hash)));
  return {
    replacedNumbers: numbersOf(replaced),
    replacedInside: numbersOf(inside),
    keptNumbers: sites === 0 ? 0 : inBoth(kept, factsB.numbers),
    replacedNames: Math.min(inBoth(replaced.a, factsA.names), inBoth(replaced.b, factsB.names)),
    keptNames: sites === 0 ? 0 : inBoth(factsA.names, factsB.names),
    sharedWords: shared / 5,
    addedA: addedA / 5,
    addedB: addedB / 5,
    tokensAboveA: above.a,
    tokensAboveB: above.b,
    wordsAboveA: weigh(a, 0, above.a) / 5,
    wordsAboveB: weigh(b, 0, above.b) / 5,
  };
}

export function referencePassages(a: Tokens, b: Tokens): readonly Passage[] {
  const places = new Map<number, number[]>();
  for (const [start, key] of windowsOf(b, 40, weighing(2)))
    places.set(key, [...(places.get(key) ?? []), start]);
  const runs: Run[] = [];
  let floor = 0;
  for (const [start, key] of windowsOf(a, 40, weighing(2))) {
    if (start < floor) continue;
    const tried = (places.get(key) ?? []).slice(0, 8).map((place) => extend(a, b, start, place, floor, 0));
    const longest = tried.reduce<Run | undefined>(
      (best, run) => (run.length > (best?.length ?? 0) ? run : best),
      undefined,
    );
    if (longest === undefined) continue;
    runs.push(longest);
    floor = longest.a + longest.length;
  }
  const chosen: Run[] = [];
  const touches = (x: number, xLength: number, y: number, yLength: number): boolean =>
    x < y + yLength && y < x + xLength;
  for (const run of runs.sort((x, y) => y.length - x.length || x.a - y.a)) {
    const isTaken = chosen.some(
      (other) =>
        touches(run.a, run.length, other.a, other.length) ||
        touches(run.b, run.length, other.b, other.length),
    );
    if (chosen.length < 20 && !isTaken) chosen.push(run);
  }
  return chosen
    .sort((x, y) => x.a - y.a)
    .map((run) => ({
      aStart: a.starts[run.a]!,
      aEnd: a.ends[run.a + run.length - 1]!,
      bStart: b.starts[run.b]!,
      bEnd: b.ends[run.b + run.length - 1]!,
    }));
}
