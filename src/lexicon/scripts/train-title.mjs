// Learns what tells the title of a page dump from the lines around it, and writes src/lexicon/data/title-weights.ts.
//   npm run build && node src/lexicon/scripts/train-title.mjs               learn from all pages, write the weights
//   npm run build && node src/lexicon/scripts/train-title.mjs --evaluate    two folds by site: titles found of unseen sites
// Pages: the 181 of the article extraction benchmark (MIT), as HTML, whose markup declares the title, and as text dumps,
// in which it is sought. A ranking: the softmax over the candidates of a page gives the title the most.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Tokenizer } from 'htmlparser2';
import { wordsOf } from './label-blocks.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const SHARED = process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared');
const FOLDER = join(SHARED, 'data', 'boilerplate');
const OUT = join(ROOT, 'src', 'lexicon', 'data', 'title-weights.ts');
const built = (path) => import(join(ROOT, 'dist', path));
const { countLabels } = await built('clean/labels.js');
const { DEFAULT_LOOKUP } = await built('clean/lookup.js');
const { defaultModel } = await built('clean/score/model.js');
const { scoreBlocks } = await built('clean/score/score.js');
const { readPage } = await built('clean/page.js');
const { TITLE_FEATURES, titleCandidates } = await built('clean/title-candidates.js');
const { chooseMetadata } = await built('ingest/html/page-metadata.js');
const { readStructuredData } = await built('ingest/html/structured-data.js');
const { readTokens } = await built('ingest/html/tokens.js');
const { tarMembers } = await built('ingest/containers/tar.js');

const FOLDS = 2;
const ROUNDS = 1500;
const RATE = 0.3;
const RIDGE = 0.002;
/** Length and probability of the paragraph that is taken for the first of the text. */
const MIN_LEAD = 80;
const LIKELY = 0.5;
/** A page's dump and its markup share so much of their names. */
const NAME = 12;

const dumps = readFileSync(join(FOLDER, 'aeb.jsonl.gz'));
const archive = readFileSync(join(FOLDER, 'scrapinghub.tar'));
const digest = createHash('sha256').update(dumps).update(archive).digest('hex');
const titles = new Map(
  (await readArchive(archive)).map(([name, html]) => [name.slice(0, NAME), declaredTitle(html)]),
);
const pages = gunzipSync(dumps)
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => readDump(JSON.parse(line)))
  .filter(({ candidates }) => candidates.length > 0);

if (process.argv.includes('--evaluate')) evaluate();
else writeWeights(learn(pages));

/** Name and text of each gzipped page of the archive. */
async function readArchive(bytes) {
  const files = [];
  for await (const member of tarMembers(Readable.from([bytes]))) {
    if ('trouble' in member || !member.name.endsWith('.html.gz')) continue;
    const body = [];
    for await (const chunk of member.bytes) body.push(Buffer.from(chunk));
    files.push([member.name.split('/').at(-1), gunzipSync(Buffer.concat(body)).toString('utf8')]);
  }
  return files;
}

function declaredTitle(html) {
  const { facts } = readTokens(html, Tokenizer);
  return comparable(chooseMetadata(facts, readStructuredData(facts.structuredData)).title ?? '');
}

function comparable(text) {
  return wordsOf(text).join(' ');
}

/** The candidates of a dump; `isTitle` of those that are the declared title, once or repeated. */
function readDump({ id, site, dump }) {
  const title = titles.get(id.slice('aeb-'.length).slice(0, NAME));
  const page = readPage(dump, DEFAULT_LOOKUP);
  // By the scorer alone: the whole cleaner knows titles, and would learn from itself.
  const scores = scoreBlocks(page, defaultModel());
  const lead = page.lines.findIndex(
    (line, i) => line.isProse && line.length >= MIN_LEAD && scores[i] >= LIKELY,
  );
  const found = lead < 0 ? [] : titleCandidates(page, countLabels(page), lead, []);
  const candidates = found.map(({ line, features }) => ({
    features,
    isTitle: title !== '' && comparable(page.lines[line].text) === title,
  }));
  return { site, candidates };
}

/** Weights of the features, by gradient ascent. */
function learn(all) {
  const known = all.filter(({ candidates }) => candidates.some(({ isTitle }) => isTitle));
  const weights = new Array(TITLE_FEATURES.length).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Array(weights.length).fill(0);
    for (const { candidates } of known) addGradient(candidates, weights, gradient);
    for (let k = 0; k < weights.length; k++)
      weights[k] += RATE * (gradient[k] / known.length - RIDGE * weights[k]);
  }
  return weights;
}

function addGradient(candidates, weights, gradient) {
  const odds = candidates.map(({ features }) => scoreOf(features, weights));
  const highest = Math.max(...odds);
  const shares = odds.map((value) => Math.exp(value - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  const right = shares.reduce((total, share, i) => total + (candidates[i].isTitle ? share : 0), 0);
  candidates.forEach(({ features, isTitle }, i) => {
    const pull = (isTitle ? shares[i] / right : 0) - shares[i] / sum;
    for (let k = 0; k < features.length; k++) gradient[k] += pull * features[k];
  });
}

function scoreOf(features, weights) {
  return features.reduce((sum, value, k) => sum + value * weights[k], 0);
}

/** Pages of which the best candidate is the declared title. */
function countFound(some, weights) {
  return some.filter(({ candidates }) => {
    const best = candidates.reduce((a, b) =>
      scoreOf(b.features, weights) > scoreOf(a.features, weights) ? b : a,
    );
    return best.isTitle;
  }).length;
}

function evaluate() {
  const foldOf = ({ site }) => createHash('sha256').update(site).digest()[0] % FOLDS;
  const possible = pages.filter(({ candidates }) => candidates.some(({ isTitle }) => isTitle)).length;
  console.log(`${pages.length} pages, the title is a candidate on ${possible}`);
  for (let fold = 0; fold < FOLDS; fold++) {
    const unseen = pages.filter((page) => foldOf(page) === fold);
    const weights = learn(pages.filter((page) => foldOf(page) !== fold));
    console.log(`fold ${fold}: ${countFound(unseen, weights)} of ${unseen.length} titles of unseen sites`);
  }
}

function writeWeights(weights) {
  const rows = TITLE_FEATURES.map((name, k) => `  ${name}: ${weights[k].toFixed(2)},`).join('\n');
  const source = `/**
 * Weights of what tells the title of a page dump, learned; do not edit. Made by src/lexicon/scripts/train-title.mjs from
 * the pages of the article extraction benchmark (MIT); SHA-256 of dumps and pages together
 * ${digest}.
 */
export const TITLE_WEIGHTS = {
${rows}
} as const;
`;
  writeFileSync(OUT, source);
  console.log(`${countFound(pages, weights)} of ${pages.length} titles found, in sample`);
}
