/**
 * What became of the groups since an earlier run: which are new or grew, which changed otherwise, what they were called.
 * Owns these rules; must not change a group: history stands beside the result.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { GroupHistory, GroupTrace } from '../model/group.ts';

/**
 * The history of each group, in their order. A member was in a known group by its id, or, where its file was moved or
 * renamed, by the digest of what was read.
 */
export function traceGroups(
  groups: readonly GroupTrace[],
  known: Iterable<GroupTrace>,
): readonly GroupHistory[] {
  const before = [...known];
  const find = finder(before, groups);
  const found = groups.map(({ ids, rawDigests }) => ids.map((id, i) => find(id, rawDigests[i]!)));
  const heirs = heirsOf(groups, before, found);
  return groups.map((group, n): GroupHistory => {
    const origins = new Set(found[n]!);
    const [origin] = origins;
    const isNew = origins.size > 1 || origin === undefined;
    return {
      isNew,
      isChanged: isNew || !isSame(group, before[origin]!),
      formerIds: heirs[n]!.map((heir) => before[heir]!.id).sort(compareCodeUnits),
    };
  });
}

/** Positions of known groups by their members: by id, else by the content of one that is no longer under its id. */
function finder(
  known: readonly GroupTrace[],
  groups: readonly GroupTrace[],
): (id: string, rawDigest: string) => number | undefined {
  const present = new Set(groups.flatMap(({ ids }) => ids));
  const byId = new Map<string, number>();
  const moved = new Map<string, number[]>();
  known.forEach(({ ids, rawDigests }, n) => {
    ids.forEach((id, i) => {
      byId.set(id, n);
      if (present.has(id)) return;
      const places = moved.get(rawDigests[i]!) ?? [];
      moved.set(rawDigests[i]!, places);
      places.push(n);
    });
  });
  // Each is found once: of two copies of a file that was moved one is new.
  return (id, rawDigest) => byId.get(id) ?? moved.get(rawDigest)?.shift();
}

/** For each group the known ones whose name is no longer used, and most of whose members are in it. */
function heirsOf(
  groups: readonly GroupTrace[],
  known: readonly GroupTrace[],
  found: readonly (readonly (number | undefined)[])[],
): readonly (readonly number[])[] {
  const names = new Set(groups.map(({ id }) => id));
  const best = new Map<number, { readonly group: number; readonly shared: number }>();
  found.forEach((origins, group) => {
    const counts = new Map<number, number>();
    for (const origin of origins) if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + 1);
    for (const [origin, shared] of counts) {
      if (!names.has(known[origin]!.id) && shared > (best.get(origin)?.shared ?? 0))
        best.set(origin, { group, shared });
    }
  });
  const heirs: number[][] = groups.map(() => []);
  for (const [origin, { group }] of best) heirs[group]!.push(origin);
  return heirs;
}

/** All members are there, with the content that they had, and the same one stands for them. */
function isSame(group: GroupTrace, before: GroupTrace): boolean {
  if (group.ids.length !== before.ids.length) return false;
  const digests = [...group.rawDigests].sort(compareCodeUnits);
  const digestsBefore = [...before.rawDigests].sort(compareCodeUnits);
  if (digests.some((digest, i) => digest !== digestsBefore[i])) return false;
  return rawDigestOf(group, group.canonical) === rawDigestOf(before, before.canonical);
}

function rawDigestOf({ ids, rawDigests }: GroupTrace, id: string): string | undefined {
  return rawDigests[ids.indexOf(id)];
}
