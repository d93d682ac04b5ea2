// Which lines of a page dump are the article, given the article's text. Lines are aligned with the text in order
// (heaviest increasing subsequence over matching 4-grams), so that a lead that is repeated above the menu is no article.
const GRAM = 4;

/** Words as the scorer of cleaned text counts them: runs of letters and digits, single characters of unspaced scripts. */
export function wordsOf(text) {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(
        /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu,
      ) ?? []
  );
}

/** 1 for each line that belongs to the gold text, else 0. */
export function labelLines(lines, gold) {
  const goldWords = wordsOf(gold);
  const grams = indexGrams(goldWords);
  const wholeLines = indexLines(gold);
  const words = lines.map(wordsOf);
  const candidates = words.flatMap((own, i) =>
    placesOf(own, grams, wholeLines).map(({ at, weight }) => ({ i, at, weight })),
  );
  const labels = new Uint8Array(lines.length);
  const chain = heaviestChain(candidates, goldWords.length);
  for (const { i } of chain) labels[i] = 1;
  fillGaps(chain, words, goldWords, labels);
  return labels;
}

/** So many words of the gold text may be skipped before a line that goes on with it: a number, a sign of a list. */
const SKIPPED = 6;

/**
 * Cells of a table and parts of a list are lines of the dump where the gold text has a row in one line: they are too
 * short to be found alone, but between two found lines they follow each other as the words of the gold text do.
 */
function fillGaps(chain, words, goldWords, labels) {
  chain.forEach(({ i, at }, c) => {
    const next = chain[c + 1] ?? { i: words.length, at: goldWords.length };
    let from = at + words[i].length;
    for (let j = i + 1; j < next.i && from < next.at; j++) {
      const own = words[j];
      if (own.length === 0) continue;
      const last = Math.min(from + SKIPPED, next.at - own.length);
      for (let start = Math.max(0, from); start <= last; start++) {
        if (!own.every((word, k) => goldWords[start + k] === word)) continue;
        labels[j] = 1;
        from = start + own.length;
        break;
      }
    }
  });
}

function indexGrams(words) {
  const grams = new Map();
  for (let i = 0; i + GRAM <= words.length; i++) push(grams, words.slice(i, i + GRAM).join(' '), i);
  return grams;
}

/** Short lines count only when they are a line of the gold text, too. */
function indexLines(gold) {
  const lines = new Map();
  let at = 0;
  for (const line of gold.split('\n')) {
    const words = wordsOf(line);
    if (words.length > 0) push(lines, words.join(' '), at);
    at += words.length;
  }
  return lines;
}

function push(map, key, value) {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

const MAX_PLACES = 5;
/** Half of a line's 4-grams stand in the text (the cleaning study, section 9). */
const MIN_SHARE = 0.5;
/** Places within so many words are one. */
const SLACK = 8;

/** Where a line may stand in the gold text, with the number of its 4-grams found there. */
function placesOf(words, grams, wholeLines) {
  if (words.length === 0) return [];
  if (words.length < GRAM) {
    return (wholeLines.get(words.join(' ')) ?? [])
      .slice(0, MAX_PLACES)
      .map((at) => ({ at, weight: words.length }));
  }
  const size = words.length - GRAM + 1;
  const places = new Map();
  let found = 0;
  for (let j = 0; j < size; j++) {
    const at = grams.get(words.slice(j, j + GRAM).join(' '));
    if (at === undefined) continue;
    found++;
    for (const position of at.slice(0, MAX_PLACES)) {
      const key = Math.round((position - j) / SLACK);
      const place = places.get(key) ?? { at: position, weight: 0 };
      places.set(key, { at: Math.min(place.at, position), weight: place.weight + 1 });
    }
  }
  if (found < MIN_SHARE * size) return [];
  const ranked = [...places.values()].sort((a, b) => b.weight - a.weight || a.at - b.at);
  const good = ranked.slice(0, 3).filter(({ weight }) => weight >= 0.4 * size);
  return good.length > 0 ? good : [{ at: ranked[0].at, weight: found }];
}

/** The heaviest chain of candidates, first line first, that increases in line and in place; a Fenwick tree over places. */
function heaviestChain(candidates, size) {
  candidates.sort((a, b) => a.i - b.i || b.at - a.at);
  const tree = new Int32Array(size + 2).fill(-1);
  const best = [];
  const previous = [];
  const weightOf = (c) => (c < 0 ? 0 : best[c]);
  candidates.forEach(({ at, weight }, c) => {
    let before = -1;
    for (let x = at; x > 0; x -= x & -x) if (weightOf(tree[x]) > weightOf(before)) before = tree[x];
    best[c] = weightOf(before) + weight;
    previous[c] = before;
    for (let x = at + 1; x < tree.length; x += x & -x) if (best[c] > weightOf(tree[x])) tree[x] = c;
  });
  let end = -1;
  for (let c = 0; c < candidates.length; c++) if (weightOf(c) > weightOf(end)) end = c;
  const chain = [];
  for (; end >= 0; end = previous[end]) chain.push(candidates[end]);
  return chain.reverse();
}
