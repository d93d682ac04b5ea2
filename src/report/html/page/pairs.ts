/**
 * What two members of a group share: their link, or what the links on the way between them have in common. Pure; must
 * not judge: a pair without a link of its own gets no score.
 */
import type { Evidence, NameEvidence, NumberEvidence } from '../../../model/match.ts';
import type { GroupData, LinkData } from '../shape.ts';
import { turned } from './marks.ts';

export interface Pair {
  readonly a: number;
  readonly b: number;
  /** Absent where the two hang together through others only. */
  readonly link?: LinkData;
  readonly evidence: Evidence;
  /** The members between them. */
  readonly through: readonly number[];
}

/** Undefined where no links lead from one to the other: the file holds a part of a large group. */
export function pairOf(group: GroupData, a: number, b: number): Pair | undefined {
  const path = pathBetween(group, a, b);
  const first = path?.[0];
  if (path === undefined || first === undefined) return undefined;
  if (path.length === 1) return { a, b, link: first, evidence: first.evidence, through: [] };
  const evidence = path.slice(1).reduce((known, link) => joinedOver(known, link), first);
  return { a, b, evidence: evidence.evidence, through: path.slice(0, -1).map((link) => link.b) };
}

/** The links from `a` to `b`, each turned in the direction of the walk; the links of a group form a tree. */
function pathBetween(group: GroupData, a: number, b: number): readonly LinkData[] | undefined {
  const cameBy = new Map<number, LinkData>();
  const seen = new Set([a]);
  const queue = [a];
  for (const at of queue) {
    if (at === b) break;
    for (const link of group.links) {
      if (link.a !== at && link.b !== at) continue;
      const step = link.a === at ? link : turned(link);
      if (seen.has(step.b)) continue;
      seen.add(step.b);
      cameBy.set(step.b, step);
      queue.push(step.b);
    }
  }
  const path: LinkData[] = [];
  for (let at = b; at !== a; ) {
    const step = cameBy.get(at);
    if (step === undefined) return undefined;
    path.unshift(step);
    at = step.a;
  }
  return path;
}

/** A copy says the same in the same words; over any other link only what both ends share goes on. */
function joinedOver(known: LinkData, next: LinkData): LinkData {
  if (next.relation === 'copy') return { ...known, b: next.b, evidence: wordsOnly(known.evidence) };
  if (known.relation === 'copy') return { ...next, a: known.a, evidence: wordsOnly(next.evidence) };
  const names = known.evidence.names.flatMap((name): NameEvidence[] => {
    const other = next.evidence.names.find(({ key, a }) => key === name.key || a === name.b);
    return other === undefined ? [] : [{ ...name, b: other.b, weight: Math.min(name.weight, other.weight) }];
  });
  const numbers = known.evidence.numbers.flatMap((number): NumberEvidence[] => {
    const other = next.evidence.numbers.find(
      ({ value, unit }) => value === number.value && unit === number.unit,
    );
    return other === undefined ? [] : [{ ...number, b: other.b }];
  });
  return { ...next, a: known.a, evidence: { names, numbers } };
}

/** Passages and shares were measured between other texts. */
function wordsOnly({ names, numbers, concepts }: Evidence): Evidence {
  return { names, numbers, ...(concepts === undefined ? {} : { concepts }) };
}
