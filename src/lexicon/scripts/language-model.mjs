// Learns the table of one script: weights of grams per language, by multinomial logistic regression that starts from
// naive Bayes, is pruned, and is learned once more with only the weights that were left. Owns the learning; reads nothing.
// References: Wang and Manning 2012, "Baselines and bigrams" (naive Bayes weights inside a discriminative model);
// Duchi, Hazan and Singer 2011 (AdaGrad).
import { brotliCompressSync, constants } from 'node:zlib';
import { gramBound, gramsOf } from '../../../dist/language/grams.js';

/** Weights are whole numbers of steps of this many nats. */
export const STEP = 0.08;
/** Share of the average that a gram unseen in a language keeps (Dirichlet smoothing). Sweep 0.1, 1: 0.936, 0.929. */
const SMOOTHING = 0.1;
/** Naive Bayes counts a letter in five grams: its weights are divided by about as many. */
const START_SCALE = 0.25;
const RATE = 0.1;
/** Segments drawn per language and round. */
const SEGMENTS = 5000;
const TABLE = 1 << 24;

function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const buffer = new Uint32Array(gramBound(1 << 16));
/** Grams of a sentence word by word: hashes, and where each word begins. */
function wordsOf(text) {
  const lower = text.normalize('NFC').toLowerCase();
  const grams = [];
  const starts = [0];
  for (const piece of lower.split(/[\s'’-]+/)) {
    const count = gramsOf(piece, buffer);
    if (count === 0) continue;
    for (let i = 0; i < count; i++) grams.push(buffer[i]);
    starts.push(grams.length);
  }
  return { grams: Uint32Array.from(grams), starts: Uint32Array.from(starts) };
}

/** Sentences: `{ language, text }`. `size`: most grams of the table. `prune`: least weight in nats. */
export function learnScript(sentences, { size, prune, least }) {
  const languages = [...new Set(sentences.map(({ language }) => language))].sort();
  const width = languages.length;
  const number = new Map(languages.map((language, i) => [language, i]));
  const rows = sentences.map(({ language, text }) => ({ label: number.get(language), ...wordsOf(text) }));
  const kept = chooseGrams(rows, width, size, least);
  const { weights } = kept;
  for (const row of rows) translate(row, kept.index);
  const groups = languages.map((_, label) =>
    rows.filter((row) => row.label === label && row.starts.length > 1),
  );
  const squares = new Float32Array(weights.length).fill(1);
  const random = generator(20240607);
  learnRound(groups, weights, squares, width, random, 0, undefined);
  const mask = pruneWeights(weights, width, prune);
  learnRound(groups, weights, squares, width, random, 1, mask);
  return {
    languages,
    floors: groups.map((group, label) => floorOf(group, label, weights, width)),
    ...encode(kept.grams, weights, width),
  };
}

/**
 * Score per gram, in hundredths of a step, that all but FLOOR_SHARE of the longer sentences of a language reach in it.
 * They were learned from: where they were few, they are known by heart and another text reaches about half.
 */
function floorOf(rows, label, weights, width) {
  const means = rows
    .filter(({ total }) => total >= FLOOR_GRAMS)
    .map(
      ({ grams, total }) =>
        grams.reduce((sum, place) => sum + weights[place * width + label], 0) / STEP / total,
    )
    .sort((a, b) => a - b);
  const floor = Math.round(100 * (means[Math.floor(FLOOR_SHARE * means.length)] ?? 0));
  const learned = rows.reduce((sum, { total }) => sum + total, 0);
  return learned < FEW_GRAMS ? Math.round(floor / 2) : floor;
}
const FEW_GRAMS = 120000;
const FLOOR_SHARE = 0.02;
const FLOOR_GRAMS = 80;

/** The grams that tell languages apart best (their part of the mutual information), with naive Bayes weights. */
function chooseGrams(rows, width, size, least) {
  const totals = new Uint32Array(TABLE);
  for (const { grams } of rows) for (const gram of grams) totals[gram]++;
  const index = new Int32Array(TABLE).fill(-1);
  let found = 0;
  for (let gram = 0; gram < TABLE; gram++) if (totals[gram] >= least) index[gram] = found++;
  const counts = new Float32Array(found * width);
  const sums = new Float64Array(width);
  for (const { grams, label } of rows) {
    sums[label] += grams.length;
    for (const gram of grams) if (index[gram] >= 0) counts[index[gram] * width + label]++;
  }
  const mean = new Float64Array(found);
  const worth = new Float64Array(found);
  for (let i = 0; i < found; i++) {
    for (let l = 0; l < width; l++) mean[i] += counts[i * width + l] / sums[l] / width;
    for (let l = 0; l < width; l++) {
      const share = counts[i * width + l] / sums[l];
      if (share > 0) worth[i] += share * Math.log(share / mean[i]);
    }
  }
  const best = Uint32Array.from(worth.keys())
    .sort((a, b) => worth[b] - worth[a] || a - b)
    .slice(0, size);
  const place = new Int32Array(found).fill(-1);
  best.forEach((old, i) => {
    place[old] = i;
  });
  const weights = new Float32Array(best.length * width);
  best.forEach((old, i) => {
    for (let l = 0; l < width; l++) {
      const ratio = counts[old * width + l] / sums[l] / mean[old];
      weights[i * width + l] = START_SCALE * Math.log((ratio + SMOOTHING) / (1 + SMOOTHING));
    }
  });
  const grams = new Uint32Array(best.length);
  for (let gram = 0; gram < TABLE; gram++) {
    if (index[gram] < 0) continue;
    index[gram] = place[index[gram]];
    if (index[gram] >= 0) grams[index[gram]] = gram;
  }
  return { grams, weights, index };
}

/** Hashes to places in the table, unknown ones dropped. */
function translate(row, index) {
  const places = [];
  const starts = [0];
  for (let word = 1; word < row.starts.length; word++) {
    for (let i = row.starts[word - 1]; i < row.starts[word]; i++) {
      const place = index[row.grams[i]];
      if (place >= 0) places.push(place);
    }
    starts.push(places.length);
  }
  row.total = row.grams.length;
  row.grams = Uint32Array.from(places);
  row.starts = starts;
}

/** One round of AdaGrad over segments of 2 to 17 words, short ones more often, all languages alike. */
function learnRound(groups, weights, squares, width, random, round, mask) {
  const scores = new Float64Array(width);
  const steps = SEGMENTS * width;
  for (let step = 0; step < steps; step++) {
    const label = step % width;
    const group = groups[label];
    const row = group[Math.floor(random() * group.length)];
    const words = row.starts.length - 1;
    const length = Math.min(words, 2 + Math.floor(random() * random() * 16));
    const first = Math.floor(random() * (words - length + 1));
    const from = row.starts[first];
    const to = row.starts[first + length];
    if (from === to) continue;
    scores.fill(0);
    for (let i = from; i < to; i++) {
      const base = row.grams[i] * width;
      for (let l = 0; l < width; l++) scores[l] += weights[base + l];
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < width; l++) if (scores[l] > top) top = scores[l];
    let sum = 0;
    for (let l = 0; l < width; l++) {
      scores[l] = Math.exp(scores[l] - top);
      sum += scores[l];
    }
    if (scores[label] / sum > 0.995) continue;
    const rate = RATE * (1 - (0.45 * (round * steps + step)) / steps);
    for (let l = 0; l < width; l++) {
      const slope = scores[l] / sum - (l === label ? 1 : 0);
      if (Math.abs(slope) < 0.003) continue;
      for (let i = from; i < to; i++) {
        const at = row.grams[i] * width + l;
        if (mask !== undefined && mask[at] === 0) continue;
        squares[at] += slope * slope;
        weights[at] -= (rate * slope) / Math.sqrt(squares[at]);
      }
    }
  }
}

/**
 * Takes the median of its weights from each gram (no probability changes) and drops what is small then. The mean in
 * place of the median where it would be the weight of one language of two or three.
 */
function pruneWeights(weights, width, prune) {
  const mask = new Uint8Array(weights.length);
  for (let base = 0; base < weights.length; base += width) {
    const row = Float32Array.from(weights.subarray(base, base + width)).sort();
    const median = width > 4 ? row[width >> 1] : row.reduce((sum, value) => sum + value) / width;
    for (let l = 0; l < width; l++) {
      const value = weights[base + l] - median;
      weights[base + l] = Math.abs(value) < prune ? 0 : value;
      mask[base + l] = weights[base + l] === 0 ? 0 : 1;
    }
  }
  return mask;
}

/** Columns: differences of the sorted grams, weights per gram, differences of the languages, weights in steps. */
function encode(grams, weights, width) {
  const order = Uint32Array.from(grams.keys()).sort((a, b) => grams[a] - grams[b]);
  const gaps = [];
  const lengths = [];
  const gapsOfLanguages = [];
  const steps = [];
  let last = 0;
  let count = 0;
  for (const place of order) {
    const found = [];
    for (let l = 0; l < width; l++) {
      const value = Math.max(-127, Math.min(127, Math.round(weights[place * width + l] / STEP)));
      if (value !== 0) found.push([l, value]);
    }
    if (found.length === 0) continue;
    let gap = grams[place] - last;
    last = grams[place];
    for (; gap > 0x7f; gap >>>= 7) gaps.push((gap & 0x7f) | 0x80);
    gaps.push(gap);
    lengths.push(found.length);
    let before = -1;
    for (const [l, value] of found) {
      gapsOfLanguages.push(l - before);
      steps.push(value & 0xff);
      before = l;
    }
    count++;
  }
  const bytes = Uint8Array.from([...gaps, ...lengths].concat(gapsOfLanguages).concat(steps));
  const data = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } });
  return { grams: count, weights: steps.length, data: data.toString('base64') };
}
