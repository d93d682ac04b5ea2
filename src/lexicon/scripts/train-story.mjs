#!/usr/bin/env node
// Learns the two logistic models of `match/story` and prints how they do on stories that they have not seen.
//   npm run build && node src/lexicon/scripts/train-story.mjs [--write]      (DEDUPE_DATA: folder of the development sets)
// Data: NTREX-128 development stories (CC BY-SA 4.0), translations of news; only the learned weights are kept.
// event: same event or not.       positives: pairs of versions of one story, and pairs of its two halves;
//                                 negatives: the most similar pairs of different stories.
// translation: given same event.  positives: pairs of versions, whole or with a fifth of the sentences left out;
//                                 negatives: the first half of one version against the second half of another
//                                 (same people and places, other content), a lead against the whole, and seven
//                                 tenths of the sentences in another order (another reporter tells the same facts).
// Split: stories with an even hash are learned from, odd ones are scored; the shipped weights use all stories.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseArticle } from '../../../dist/dedupe.js';
import { sha256 } from '../../../dist/lib/digest.js';
import { storySide } from '../../../dist/match/prepare.js';
import { findShared, MEASURES, measure } from '../../../dist/match/story/measures.js';
import { DEFAULT_MATCH_OPTIONS } from '../../../dist/model/options.js';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const DATA = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'), 'data');
const LANGUAGES = 'eng deu fra spa por pol rus ell tur arb heb hin tam tha vie zho-CN jpn kor fin'.split(' ');
const file = 'translations/ntrex-dev.jsonl.gz';
const bytes = readFileSync(resolve(DATA, file));
const versions = gunzipSync(bytes)
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((v) => LANGUAGES.includes(v.lang));

const options = { ...DEFAULT_MATCH_OPTIONS, clean: false };
const side = (sentences, key) => {
  const text = sentences.filter(Boolean).join('\n');
  return storySide(analyseArticle({ id: key, path: key, text, rawDigest: '' }, options).article);
};
const hash = (text) => Number.parseInt(sha256(text).slice(0, 8), 16);
const byStory = new Map();
for (const version of versions) {
  const all = version.sentences;
  const half = Math.ceil(all.length / 2);
  const item = {
    story: version.story,
    lang: version.lang,
    full: side(all, 'full'),
    first: side(all.slice(0, half), 'first'),
    second: side(all.slice(half), 'second'),
    lead: side(all.slice(0, 3), 'lead'),
    retold: side(
      all
        .filter((_, i) => hash(`${version.id} r${i}`) % 10 < 7)
        .map((sentence, i) => [hash(`${version.id} s${i}`), sentence])
        .sort((x, y) => x[0] - y[0])
        .map(([, sentence]) => sentence),
      'retold',
    ),
    edited: side(
      all.filter((_, i) => hash(`${version.id}${i}`) % 5 !== 0),
      'edited',
    ),
  };
  byStory.set(version.story, [...(byStory.get(version.story) ?? []), item]);
}
const stories = [...byStory.keys()].sort();
const isTest = (story) => hash(`story ${story}`) % 2 === 1;

const vector = (a, b) => {
  const measures = measure(a, b, findShared(a, b));
  return MEASURES.map((name) => measures[name]);
};
/** All example pairs of some stories: [measures, label]. */
function examples(list) {
  const event = [];
  const translation = [];
  const items = list.flatMap((story) => byStory.get(story));
  for (const a of items) {
    for (const b of items) {
      if (a.lang >= b.lang) continue;
      const draw = hash(`${a.story} ${a.lang} ${b.story} ${b.lang}`) % 100;
      if (a.story === b.story) {
        if (draw >= 40) continue;
        event.push(
          [vector(a.full, b.full), 1],
          [vector(a.edited, b.edited), 1],
          [vector(a.first, b.second), 1],
        );
        event.push([vector(a.lead, b.lead), 1]);
        translation.push(
          [vector(a.full, b.full), 1],
          [vector(a.edited, b.edited), 1],
          [vector(a.full, b.edited), 1],
          [vector(a.lead, b.lead), 1],
        );
        translation.push(
          [vector(a.first, b.second), 0],
          [vector(a.second, b.first), 0],
          [vector(a.lead, b.full), 0],
          [vector(a.retold, b.edited), 0],
          [vector(a.edited, b.retold), 0],
        );
      } else if (draw < 4) {
        event.push([vector(a.full, b.full), 0], [vector(a.lead, b.lead), 0]);
        translation.push([vector(a.full, b.full), 0]);
      }
    }
  }
  return { event, translation };
}

/**
 * A model in which more of the same evidence never counts against a pair: measures whose weight has the wrong sign
 * (they repeat others) are left out one by one, the worst first.
 */
function learn(rows) {
  const used = new Set(MEASURES.keys());
  for (;;) {
    const w = learnWeights(rows.map(([x, y]) => [x.map((v, i) => (used.has(i) ? v : 0)), y]));
    const wrong = [...used]
      .map((i) => [i, MEASURES[i] === 'lengthGap' ? -w[i + 1] : w[i + 1]])
      .filter(([, v]) => v < 0);
    if (wrong.length === 0) return w.map((v, i) => (i === 0 || used.has(i - 1) ? v : 0));
    used.delete(wrong.sort((a, b) => a[1] - b[1])[0][0]);
  }
}

/** Logistic regression by Newton's method with a small ridge, classes weighted equally unless said otherwise. */
function learnWeights(rows, balanced = true) {
  const n = rows[0][0].length + 1;
  const positives = rows.filter(([, y]) => y === 1).length;
  const weight = balanced
    ? [0.5 / (rows.length - positives), 0.5 / positives]
    : [1 / rows.length, 1 / rows.length];
  let w = new Float64Array(n);
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(n);
    const hessian = Array.from({ length: n }, () => new Float64Array(n));
    for (const [x, y] of rows) {
      const row = [1, ...x];
      const p = 1 / (1 + Math.exp(-row.reduce((s, v, i) => s + v * w[i], 0)));
      const c = weight[y];
      for (let i = 0; i < n; i++) {
        gradient[i] += c * (y - p) * row[i];
        for (let j = 0; j < n; j++) hessian[i][j] += c * Math.max(1e-9, p * (1 - p)) * row[i] * row[j];
      }
    }
    for (let i = 0; i < n; i++) {
      gradient[i] -= 1e-4 * w[i];
      hessian[i][i] += 1e-4;
    }
    const step = solve(hessian, gradient);
    w = w.map((v, i) => v + step[i]);
  }
  return [...w];
}

function solve(matrix, right) {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < n; i++) {
    let p = i;
    for (let r = i; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[p][i])) p = r;
    [m[i], m[p]] = [m[p], m[i]];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const f = m[r][i] / m[i][i];
      for (let c = i; c <= n; c++) m[r][c] -= f * m[i][c];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

const probability = (w, x) => 1 / (1 + Math.exp(-(w[0] + x.reduce((s, v, i) => s + v * w[i + 1], 0))));

const joint = (models, x) => probability(models.event, x) * probability(models.translation, x);
const logit = (p) => Math.log(p / (1 - p));

/**
 * From the product of the two models to the probability of a correct link: Platt's method on stories that the models
 * have not seen, over pairs that come near a link; whole and edited translations are right, everything else wrong.
 */
function calibrate(models, list) {
  const rows = [];
  const items = list.flatMap((story) => byStory.get(story));
  for (const a of items)
    for (const b of items) {
      if (a.lang >= b.lang) continue;
      const pairs =
        a.story === b.story
          ? [
              [a.full, b.full, 1],
              [a.edited, b.edited, 1],
              [a.retold, b.edited, 0],
              [a.first, b.second, 0],
            ]
          : [[a.full, b.full, 0]];
      for (const [left, right, y] of pairs) {
        const p = joint(models, vector(left, right));
        if (p > 0.2) rows.push([[logit(Math.min(p, 0.999999))], y]);
      }
    }
  const [bias, slope] = learnWeights(rows, false);
  for (const [low, high] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 0.99],
    [0.99, 1.01],
  ]) {
    const inside = rows.filter(
      ([[x]]) => 1 / (1 + Math.exp(-bias - slope * x)) >= low && 1 / (1 + Math.exp(-bias - slope * x)) < high,
    );
    const right = inside.filter(([, y]) => y === 1).length;
    console.log(
      `score ${low}-${high}: ${(right / Math.max(1, inside.length)).toFixed(3)} right of ${inside.length}`,
    );
  }
  return { bias, slope };
}

const calibrated = (models, { bias, slope }, x) =>
  1 / (1 + Math.exp(-bias - slope * logit(joint(models, x))));

/** Every pair of held-out stories, across languages: precision and recall at several thresholds. */
function score(models, calibration, list) {
  const items = list.flatMap((story) => byStory.get(story));
  const rows = [];
  for (const a of items)
    for (const b of items) {
      if (a.lang >= b.lang) continue;
      const x = vector(a.full, b.full);
      rows.push([calibrated(models, calibration, x), a.story === b.story ? 1 : 0]);
    }
  const positives = rows.filter(([, y]) => y).length;
  for (const t of [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995]) {
    const hits = rows.filter(([p]) => p >= t);
    const right = hits.filter(([, y]) => y).length;
    console.log(
      `threshold ${t}: precision ${(right / hits.length).toFixed(4)} recall ${(right / positives).toFixed(4)} (${rows.length} pairs)`,
    );
  }
}

/** How often other tellings of a story are called translations, at the balanced threshold. */
function others(models, calibration, list) {
  for (const [name, left, right] of [
    ['other half', 'first', 'second'],
    ['retold', 'retold', 'edited'],
  ]) {
    const counts = { translation: 0, related: 0, pairs: 0 };
    for (const story of list) {
      for (const a of byStory.get(story)) {
        for (const b of byStory.get(story)) {
          if (a.lang >= b.lang) continue;
          const x = vector(a[left], b[right]);
          const event = probability(models.event, x);
          counts.pairs++;
          if (calibrated(models, calibration, x) >= 0.85) counts.translation++;
          else if (event >= 0.9) counts.related++;
        }
      }
    }
    const share = (count) => (count / counts.pairs).toFixed(4);
    console.log(`${name}: ${share(counts.translation)} called translation, ${share(counts.related)} related`);
  }
}

const learned = (list) => {
  const { event, translation } = examples(list);
  return { event: learn(event), translation: learn(translation) };
};
const held = learned(stories.filter((story) => !isTest(story)));
console.log('learned on half of the stories, scored on the other half');
const calibration = calibrate(held, stories.filter(isTest));
console.log('calibration', calibration);
score(held, calibration, stories.filter(isTest));
others(held, calibration, stories.filter(isTest));
const shipped = learned(stories);
for (const [name, w] of Object.entries(shipped)) {
  console.log(
    name,
    Object.fromEntries(['bias', ...MEASURES].map((key, i) => [key, Number(w[i].toFixed(3))])),
  );
}
if (process.argv.includes('--write')) {
  const entries = ([bias, ...weights]) =>
    `{\n    bias: ${Number(bias.toFixed(4))},\n${MEASURES.map((m, i) => `    ${m}: ${Number(weights[i].toFixed(4))},`).join('\n')}\n  }`;
  writeFileSync(
    resolve(ROOT, 'src/lexicon/data/story-model.ts'),
    `/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), ${LANGUAGES.length} languages, ${stories.length} stories; digest of the data ${sha256(bytes).slice(0, 16)}.
 */
export const STORY_MODEL = {
  event: ${entries(shipped.event)},
  translation: ${entries(shipped.translation)},
  calibration: { bias: ${Number(calibration.bias.toFixed(4))}, slope: ${Number(calibration.slope.toFixed(4))} },
} as const;
`,
  );
}
