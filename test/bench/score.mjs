/** Precision and recall of groups against planted ones, by pairs of articles. Owns the counting. */
import { readFileSync } from 'node:fs';

/** What was planted: by id its group, and the keys of its sentences where they are known. */
export function readGold(path) {
  const gold = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, group, s } = JSON.parse(line);
    gold.set(id, { group, sentences: s });
  }
  return gold;
}

const pairsOf = (n) => (n * (n - 1)) / 2;
/** Articles of two groups that share more of the shorter one's sentences than this are no false pair. */
const EXCUSED_SHARE = 0.2;

export function scoreGroups(groups, gold) {
  const planted = new Map();
  for (const { group } of gold.values()) planted.set(group, (planted.get(group) ?? 0) + 1);
  const due = [...planted.values()].reduce((sum, n) => sum + pairsOf(n), 0);
  let right = 0;
  let wrong = 0;
  for (const ids of groups) {
    const families = new Map();
    for (const id of ids) {
      const { group } = gold.get(id);
      families.set(group, [...(families.get(group) ?? []), id]);
    }
    for (const family of families.values()) right += pairsOf(family.length);
    const lists = [...families.values()];
    for (let i = 0; i < lists.length; i++) {
      for (let j = i + 1; j < lists.length; j++) wrong += countWrong(lists[i], lists[j], gold);
    }
  }
  return {
    recall: due === 0 ? 1 : right / due,
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
  };
}

function countWrong(some, others, gold) {
  let wrong = 0;
  for (const a of some) {
    for (const b of others) if (!sharesMuch(gold.get(a).sentences, gold.get(b).sentences)) wrong++;
  }
  return wrong;
}

function sharesMuch(a, b) {
  if (a === undefined || b === undefined) return false;
  const known = new Set(b);
  return a.filter((key) => known.has(key)).length > EXCUSED_SHARE * Math.min(a.length, b.length);
}

/** The groups of an NDJSON report, as lists of ids. */
export function groupsOfReport(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"type":"group"'))
    .map((line) => JSON.parse(line).members.map(({ id }) => id));
}
