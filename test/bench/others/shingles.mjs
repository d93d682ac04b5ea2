/**
 * Shingles for packages that leave them to their user: three words, or five characters where words are not spaced, as
 * dedupe makes them; and groups from pairs, and what they cost, as one line of JSON.
 */
import { readFileSync } from 'node:fs';

const UNSPACED = '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff';
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_])+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`);

export const readDocs = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export function shinglesOf(text) {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  const size = IS_UNSPACED.test(tokens[0] ?? '') ? 5 : 3;
  if (tokens.length < size) return [tokens.join(' ')];
  const found = new Set();
  for (let i = 0; i + size <= tokens.length; i++) found.add(tokens.slice(i, i + size).join(' '));
  return [...found];
}

/** `pairs` calls back with the numbers of two articles of a group. */
export function report(docs, pairs) {
  const parent = docs.map((_, i) => i);
  const find = (i) => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  };
  pairs((a, b) => {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  });
  const members = new Map();
  docs.forEach(({ id }, i) => {
    const root = find(i);
    members.set(root, [...(members.get(root) ?? []), id]);
  });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const groups = [...members.values()].filter((group) => group.length > 1);
  console.log(JSON.stringify({ groups, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }));
}
