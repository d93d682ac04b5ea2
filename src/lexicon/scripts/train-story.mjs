#!/usr/bin/env node
// Learns the story models (match/story): is a pair a translation, is it at least about the same event?
//   npm run lexicon:story -- --folds DIR [--without FOLD/FOLDS] [--out FILE]       (DEDUPE_DATA: folder of the sets)
// DIR holds fold0.bin ...: lexicons that have not seen the stories of that fold (learn-concepts.mjs --without), so that
// a story is never read with a lexicon that knows it. --without leaves the stories of one fold out of the learning.
// Data: NTREX-128 development stories (CC BY-SA 4.0); English Wikinews (CC BY 2.5) as unrelated articles;
// blurbs of Wikipedia's "In the news" (CC BY-SA 3.0) for events.
//
// Translation, right: versions of a story in two languages; the same with a third of the sentences left out of each;
//        cut short, as agencies and small papers do; a brief of three sentences and the whole.
// Wrong: other stories; the other half of the story; seven tenths of it in another order (another reporter).
//        two texts that have one sentence in ten to one in five in common, as digests and live tickers have;
//        a brief and the translation of its sibling, the same words told of other names and numbers.
// Event, right: all pairs of one story, halves and retold ones, too. Wrong: other stories.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseRaw } from '../../../dist/article.js';
import { extractMentions } from '../../../dist/features/index.js';
import { StoryTable } from '../../../dist/features/story-table.js';
import { readConcepts } from '../../../dist/lexicon/concepts.js';
import { FACTS_ONLY } from '../../../dist/lexicon/knowledge.js';
import { sha256 } from '../../../dist/lib/digest.js';
import { compareConcepts } from '../../../dist/match/story/concepts.js';
import { BRIEF, haveConcepts, MEASURES, measure } from '../../../dist/match/story/measures.js';
import { storySides } from '../../../dist/match/story/sides.js';
import { DEFAULT_MATCH_OPTIONS } from '../../../dist/model/options.js';
import { readAligned } from './aligned-corpus.mjs';
import { drawArchive } from './archive-negatives.mjs';
import { foldOf, readSource } from './language-corpus.mjs';
import { learnLogistic } from './logistic.mjs';
import { proposedPairs } from './proposed-pairs.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const DATA = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'), 'data');
const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const FOLDS = 4;
const folder = argument('folds');
if (folder === undefined) throw new Error('--folds DIR: where fold0.bin to fold3.bin stand');
const without = argument('without') === undefined ? -1 : Number(argument('without').split('/')[0]);
const LEARNED_FOLDS = without < 0 ? FOLDS : FOLDS - 1;

/** What each model may use; chosen by what is lost without it (decisions/0012-concepts.md). */
const FACTS =
  'nameSurplus nameCoverHigh nameCoverLow numberCoverHigh numberCoverLow numberConflict dateBits factPlaceBits factPlaceMean factOrder factSpread lengthGap'.split(
    ' ',
  );
const BRIEF_FACTS = [...FACTS, 'length'];
const CONCEPTS =
  'conceptCoverHigh conceptCoverLow conceptSurplus conceptBackground conceptQuality placeBits placeMean placeOrder placeSpread nameCoverHigh nameCoverLow numberBits numberCoverHigh numberCoverLow numberConflict dateBits factPlaceBits factPlaceMean factOrder factSpread lengthGap length'.split(
    ' ',
  );
/** In whole articles names that are not matched stand on both sides of translations, too. */
const BRIEF_CONCEPTS = [...CONCEPTS, 'nameConflict'];
const MEASURES_OF = { concepts: CONCEPTS, briefs: BRIEF_CONCEPTS, facts: FACTS, briefFacts: BRIEF_FACTS };
/** What tells events of blurbs apart besides: they have days, and are of all languages. */
const OF_BLURBS = ['nameStrongest', 'dateConflict', 'daysApart', 'oneLanguage'];
/** What is set, not learned, of events: no two reports in one mould are learned from. Sweep in decisions/0012-concepts.md. */
const SET_OF_EVENTS = { factsAgainst: -0.4 };
/** And of whole articles: the stories that are learned from have no days. Sweep there. */
const SET_OF_WHOLE_EVENTS = { daysBeyond: -3, published: 0.5 };
/** And of a brief beside a whole article: blurbs tell of an event for weeks, agencies do not. Sweep there. */
const SET_OF_UNEQUAL_EVENTS = { daysBeyond: -1.5 };
/** The same of translations: days of publication come as log-odds, what disagrees as bits. */
const SET_OF_TRANSLATIONS = { published: 1, factsAgainst: -1 };
/** And of briefs: on one day an agency sends many in one mould. Sweep there. */
const SET_OF_BRIEFS = { published: 0.6 };
/** Log-odds added to those of briefs: as many siblings as translations are learned from, an archive holds fewer. Sweep there. */
const BRIEF_ODDS = 1.7;
/** Versions of a story that one draw takes, and draws of each kind of text. */
const VERSIONS = 4;
const DRAWS = { full: 6, edited: 3, lead: 4, headline: 4 };
/** Shares of a text that are left of it where it was shortened. */
const LEAST_LEFT = 0.4;
const MOST_LEFT = 0.8;
/** What a pair with a shortened text counts; sweep in decisions/0012-concepts.md. */
const SHORT_WEIGHT = 0.1;
/** Sentences of a brief besides the first, as agencies send it. */
const OF_BRIEF = 2;
/** What a pair of a brief and the whole text counts: sweep in decisions/0012-concepts.md. */
const BRIEF_WEIGHT = 0.03;
/**
 * Siblings of a brief: what an agency sends in one mould on one day, four decisions of central banks, three warnings of
 * storms. Of its names, numbers and dates so many in eight are those of the brief, the others those of another story;
 * what a pair with one counts. Sweep in decisions/0012-concepts.md.
 */
const KEPT_IN_EIGHT = { names: 2, numbers: 1, dates: 4 };
const SIBLING_WEIGHT = 0.3;
/** And what it counts beside a blurb of the event. */
const EVENT_SIBLING_WEIGHT = 0.05;
/** Pairs of different stories that share less than this are left to the thresholds of the candidates. */
const MIN_LIKENESS = 0.08;
const MIN_BITS = 8;

const { versions, digests } = readAligned();
const events = readSource('events/itn-dev.jsonl.gz');
const knowledge = Array.from({ length: FOLDS }, (_, fold) => ({
  ...FACTS_ONLY,
  concepts: readConcepts(readFileSync(resolve(folder, `fold${fold}.bin`))),
}));
const options = { ...DEFAULT_MATCH_OPTIONS, clean: false };
const hash = (text) => Number.parseInt(sha256(text).slice(0, 8), 16);

const stories = new Map();
for (const version of versions) {
  const fold = foldOf(version.story, FOLDS);
  if (fold === without) continue;
  stories.set(version.story, [...(stories.get(version.story) ?? []), { ...version, fold }]);
}

/** Rows of all texts, and their sums once those of a draw are complete. */
const table = new StoryTable();
let rowCount = 0;
let sides;

/** The row of one text as the models see it. */
function sideOf(text, fold, name, date) {
  const raw = { id: name, path: name, text, rawDigest: '', ...(date === undefined ? {} : { date }) };
  table.put(rowCount, analyseRaw(raw, options, knowledge[fold]).compact.story);
  return rowCount++;
}

/** By language: every sentence of the stories, to make digests of. */
const pool = new Map();
for (const all of stories.values()) {
  for (const { language, version, story, text } of all) {
    const list = pool.get(language) ?? [];
    for (const [i, sentence] of text.split('\n').entries()) list.push({ story, version, i, sentence });
    pool.set(language, list);
  }
}

/** Sentences of a digest, and how many of another text stand in it. */
const DIGEST = 14;
const BORROWED = [1, 2, 3];

const DIGEST_WEIGHT = 4;
/** The lexicon that reads the blurbs: none of them knows these. */
const EVENT_FOLD = 0;
/**
 * Between languages whose lexicons bring out little, right pairs are less sure and wrong ones are not surer: of those a
 * lower score is as good. So much is added to the log-odds for a unit that the quality (log) is below EVEN_QUALITY, and
 * taken off above; set, not learned, as no draw of stories is as large as an archive. Sweep in decisions/0012-concepts.md.
 */
const QUALITY_ODDS = 1;
const EVEN_QUALITY = -2.6;
/** Blurbs of an event, about: so that weights stand to the ridge of the learning as they would without sizes. */
const MEAN_SIZE = 12;
/** Of a pair of the made-up archives; sweep in decisions/0012-concepts.md. */
const ARCHIVE_WEIGHT = 0.3;

/** A text of sentences drawn from all stories of the language, with some of one story among them. */
function digestOf({ story, language, version, text, fold }, draw) {
  const drawn = (name, i) => hash(`${name} ${draw} ${version} ${story} ${i}`);
  const list = pool.get(language);
  const others = Array.from({ length: DIGEST }, (_, i) => list[drawn('d', i) % list.length]).filter(
    (one) => one.story !== story,
  );
  const sentences = text.split('\n');
  const borrowed = Array.from({ length: BORROWED[drawn('n', 0) % BORROWED.length] }, (_, i) => ({
    sentence: sentences[drawn('b', i) % sentences.length],
  }));
  const mixed = [...others, ...borrowed]
    .map((one, i) => [drawn('m', i), one.sentence])
    .sort((x, y) => x[0] - y[0])
    .map(([, sentence]) => sentence);
  return sideOf(mixed.join('\n'), fold, `${story}/${version}/digest`);
}

const wikinews = await readWikinews();
const rows = { concepts: [], briefs: [], unequal: [], facts: [], briefFacts: [], blurbs: [] };
for (const [kind, draws] of Object.entries(DRAWS)) {
  for (let draw = 0; draw < draws; draw++) addDraw(kind, draw);
}
addArchives();
addEvents();
const { blurbs, unequal, ...told } = rows;
const models = Object.fromEntries(
  Object.entries(told).map(([name, list]) => [name, learnModels(list, MEASURES_OF[name])]),
);
models.concepts.translation = evened(models.concepts.translation);
Object.assign(models.briefs.translation, SET_OF_BRIEFS);
models.briefs.translation.bias = rounded(['bias', models.briefs.translation.bias + BRIEF_ODDS])[1];
models.briefs.event = learnModel(blurbs, [...CONCEPTS, ...OF_BLURBS], 'event');
models.briefFacts.event = learnModel(blurbs, [...BRIEF_FACTS, ...OF_BLURBS], 'event');
models.unequal = {
  event: { ...models.briefs.event, ...SET_OF_UNEQUAL_EVENTS },
  translation: translationOf(unequal, CONCEPTS),
};
// How far days tell events apart does not depend on the length of the texts.
for (const name of ['concepts', 'facts'])
  Object.assign(models[name].event, { daysApart: models.briefs.event.daysApart, ...SET_OF_WHOLE_EVENTS });
for (const { event } of Object.values(models)) Object.assign(event, SET_OF_EVENTS);
const json = JSON.stringify(models, null, 2);
const out = argument('out');
if (out === undefined) writeShipped(models);
else writeFileSync(resolve(out), `${json}\n`);
for (const [name, list] of Object.entries(rows))
  console.log(
    `${name}: ${list.length} pairs, ${list.filter(({ translation }) => translation === 1).length} translations`,
  );

/** All pairs of one draw: some versions of each story, and unrelated articles. */
function addDraw(kind, draw) {
  const items = [];
  for (const [story, all] of stories) {
    const order = [...all].sort(
      (a, b) =>
        hash(`${kind} ${draw} ${a.story} ${a.version}`) - hash(`${kind} ${draw} ${b.story} ${b.version}`),
    );
    for (const version of order.slice(0, VERSIONS)) items.push(tellings(version, story, kind, draw));
  }
  sides = storySides(table.view());
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) addPair(items[i], items[j]);
    for (const other of wikinews[items[i].fold]) addWrong(items[i].main, other);
  }
}

/**
 * Blurbs of events, of which the event model of briefs learns how far days and subjects tell two events apart: stories
 * in translation have no dates. `--events odd`: only half of the events, to score on the others.
 */
function addEvents() {
  const half = argument('events');
  const blurbs = events.rows.filter(
    ({ event }) => half === undefined || (hash(event) % 2 === 1) === (half === 'odd'),
  );
  const items = blurbs.map(({ id, text, date }) => sideOf(text, EVENT_FOLD, id, date));
  const siblings = blurbs.map(({ id, event, lang, text, date }) => {
    const others = blurbs.filter((other) => other.lang === lang && other.event !== event);
    const sibling = siblingOf(text, others, lang, (name, i) => hash(`${name} ${id} ${i}`));
    return sibling === undefined ? undefined : sideOf(sibling, EVENT_FOLD, id, date);
  });
  sides = storySides(table.view());
  const languages = items.map(() => 0);
  const sizes = new Map();
  for (const { event } of blurbs) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  for (const [a, b] of proposedPairs(table, items, languages, true)) {
    const [one, other] = [blurbs[a], blurbs[b]];
    // A pair of an event counts as little as its blurbs are many: groups are asked blurb by blurb, not pair by pair.
    const count = 1 / Math.sqrt(sizes.get(one.event) * sizes.get(other.event));
    const isSame = one.event === other.event ? 1 : 0;
    const isAcross = one.lang !== other.lang;
    const put = (x, y, label, weight) =>
      rows.blurbs.push(rowOf(x, y, 0, label, weight * MEAN_SIZE * count, isAcross));
    put(items[a], items[b], isSame, 1);
    if (isSame === 0) continue;
    if (siblings[b] !== undefined) put(items[a], siblings[b], 0, EVENT_SIBLING_WEIGHT);
    if (siblings[a] !== undefined) put(siblings[a], items[b], 0, EVENT_SIBLING_WEIGHT);
  }
}

/** What an archive would ask that holds none of the translations, a fold of stories at a time. */
function addArchives() {
  for (let fold = 0; fold < FOLDS; fold++) {
    if (fold === without) continue;
    const seen = versions.filter(({ story }) => foldOf(story, FOLDS) !== without);
    const found = drawArchive({
      versions: seen.filter(({ story }) => foldOf(story, FOLDS) === fold),
      fillers: seen.filter(({ story }) => foldOf(story, FOLDS) !== fold),
      table,
      hash,
      sideOf: (text, name) => sideOf(text, fold, name),
    });
    sides = storySides(table.view());
    for (const [a, b] of found) put(a, b, 0, 0, ARCHIVE_WEIGHT);
  }
}

function tellings(version, story, kind, draw) {
  const { language, fold } = version;
  const sentences = version.text.split('\n');
  const drawn = (name, i) => hash(`${name} ${draw} ${version.version} ${story} ${i}`);
  const side = (list) => sideOf(list.join('\n'), version.fold, `${story}/${version.version}`);
  const half = Math.ceil(sentences.length / 2);
  switch (kind) {
    case 'lead':
      return { story, language, fold, ...withSibling(sentences.slice(0, 3), version, drawn, side) };
    case 'headline':
      return { story, language, fold, ...withSibling(sentences.slice(0, 1), version, drawn, side) };
    case 'edited':
      return {
        story,
        language,
        fold,
        main: side(sentences.filter((_, i) => drawn('e', i) % 10 < 7)),
      };
    default: {
      const retold = sentences
        .map((sentence, i) => [drawn('r', i), sentence])
        .filter(([number]) => number % 10 < 7)
        .sort((a, b) => a[0] - b[0])
        .map(([, sentence]) => sentence);
      return {
        story,
        language,
        fold,
        main: side(sentences),
        first: side(sentences.slice(0, half)),
        second: side(sentences.slice(half)),
        retold: side(retold),
        short: side(shortened(sentences, drawn)),
        brief: side(briefOf(sentences, drawn)),
        digest: digestOf(version, draw),
      };
    }
  }
}

/** A brief and its sibling, which tells of what another story of the language tells of. */
function withSibling(sentences, version, drawn, side) {
  const others = versions.filter(
    (other) =>
      other.version === version.version &&
      other.story !== version.story &&
      foldOf(other.story, FOLDS) === version.fold,
  );
  const sibling = siblingOf(sentences.join('\n'), others, version.language, drawn);
  const main = side(sentences);
  return sibling === undefined ? { main } : { main, sibling: side([sibling]) };
}

/** A text told of what one of the others tells of; undefined where nothing could be replaced: it is no other story then. */
function siblingOf(text, others, language, drawn) {
  const donor = others[drawn('o', 0) % others.length];
  const told = donor === undefined ? text : toldOfOthers(text, donor.text, language, drawn);
  return told === text ? undefined : told;
}

/** A text with most of its names, numbers and dates replaced by those of another, in their order. */
function toldOfOthers(text, donor, language, drawn) {
  const own = extractMentions(text, language);
  const others = extractMentions(donor, language);
  const replaced = (kind) =>
    own[kind].flatMap((mention, i) =>
      drawn(kind, i) % 8 < KEPT_IN_EIGHT[kind] || others[kind].length === 0
        ? []
        : [{ mention, by: others[kind][i % others[kind].length].text }],
    );
  let told = text;
  const placed = [...replaced('numbers'), ...replaced('dates')].sort(
    (x, y) => y.mention.start - x.mention.start,
  );
  let least = text.length;
  for (const { mention, by } of placed) {
    const end = mention.start + mention.text.length;
    if (end > least) continue;
    told = told.slice(0, mention.start) + by + told.slice(end);
    least = mention.start;
  }
  for (const { mention, by } of replaced('names')) told = told.replaceAll(mention.text, () => by);
  return told;
}

/** What an agency or a small paper leaves of a text: its beginning, and of that not every sentence. */
function shortened(sentences, drawn) {
  const left = LEAST_LEFT + ((MOST_LEFT - LEAST_LEFT) * (drawn('s', 0) % 100)) / 100;
  const length = Math.max(3, Math.round(left * sentences.length));
  return sentences.slice(0, length).filter((_, i) => drawn('t', i) % 10 > 0);
}

/** What an agency leaves of a text in a brief: its first sentence, and of the others a few in their order. */
function briefOf(sentences, drawn) {
  const others = sentences.map((_, i) => i).slice(1);
  const chosen = others.sort((x, y) => drawn('b', x) - drawn('b', y)).slice(0, OF_BRIEF);
  return [0, ...chosen.sort((x, y) => x - y)].map((i) => sentences[i]);
}

function addPair(a, b) {
  if (a.language === b.language) return;
  if (a.story !== b.story) return a.fold === b.fold ? addOthers(a, b) : addFacts(a.main, b.main);
  put(a.main, b.main, 1, 1);
  if (b.sibling !== undefined) putSibling(a.main, b.sibling);
  if (a.sibling !== undefined) putSibling(a.sibling, b.main);
  if (a.retold === undefined) return;
  putUnequal(a.main, b.brief, 1, BRIEF_WEIGHT);
  putUnequal(a.brief, b.main, 1, BRIEF_WEIGHT);
  put(a.first, b.second, 0, 1);
  // Of events nothing is to be learned from them: a short text and a whole one are a pair of the whole.
  put(a.main, b.short, 1, undefined, SHORT_WEIGHT);
  put(a.short, b.main, 1, undefined, SHORT_WEIGHT);
  put(a.short, b.short, 1, undefined, SHORT_WEIGHT);
  put(a.retold, b.main, 0, 1);
  // An archive holds many more of these than of translations.
  put(a.digest, b.main, 0, 0, DIGEST_WEIGHT);
  put(a.main, b.digest, 0, 0, DIGEST_WEIGHT);
  put(a.digest, b.digest, 0, 0, DIGEST_WEIGHT);
}

/** Two stories of one fold. */
function addOthers(a, b) {
  if (a.brief !== undefined) {
    for (const [one, other] of [
      [a.brief, b.main],
      [a.main, b.brief],
    ]) {
      if (isAlike(one, other)) putUnequal(one, other, 0, LEARNED_FOLDS);
    }
  }
  addWrong(a.main, b.main, LEARNED_FOLDS);
}

/** `times`: see `put`. */
function addWrong(a, b, times = 1) {
  if (isAlike(a, b)) put(a, b, 0, 0, 1, times);
}

/** Whether a wrong pair is more than the thresholds of the candidates deal with. */
function isAlike(a, b) {
  const { likeness } = compareConcepts(sides, a, b);
  return likeness >= MIN_LIKENESS || measure({ sides, a, b, isAcross: true }).bits.information >= MIN_BITS;
}

/**
 * Stories of two folds are read with two lexicons, whose concepts have other numbers: only their facts compare, and the
 * pairs within a fold stand for all.
 */
function addFacts(a, b) {
  if (measure({ sides, a, b, isAcross: true }).bits.information >= MIN_BITS)
    putFacts(a, b, rowOf(a, b, 0, 0, 1));
}

/** `count`: how often the pair counts; `times`: pairs like this one that it stands for among those with concepts. */
function put(a, b, translation, event, count = 1, times = 1) {
  const row = rowOf(a, b, translation, event, count);
  putFacts(a, b, row);
  if (!haveConcepts(sides, a, b)) return;
  rows[isBriefPair(a, b) ? 'briefs' : 'concepts'].push({ ...row, count: count * times });
  if (isUnequal(a, b)) rows.unequal.push({ ...row, count: count * times });
}

/** A brief and a sibling of its translation. Without a lexicon few are found as it is, and rules ask for more (verdict). */
function putSibling(a, b) {
  if (isBriefPair(a, b) && haveConcepts(sides, a, b)) rows.briefs.push(rowOf(a, b, 0, 0, SIBLING_WEIGHT));
}

/** A pair that is made for the model of unequal ones alone. */
function putUnequal(a, b, translation, count) {
  if (haveConcepts(sides, a, b) && isUnequal(a, b))
    rows.unequal.push(rowOf(a, b, translation, undefined, count));
}

/** The model of whole articles learns from briefs, too: without them it finds .876 of what it finds .891 of (0012). */
function putFacts(a, b, row) {
  rows.facts.push(row);
  if (isBriefPair(a, b)) rows.briefFacts.push(row);
}

function isBriefPair(a, b) {
  return Math.min(sides.letters[a], sides.letters[b]) < BRIEF;
}

/** Whether one text alone is a brief. */
function isUnequal(a, b) {
  return sides.letters[a] < BRIEF !== sides.letters[b] < BRIEF;
}

function rowOf(a, b, translation, event, count, isAcross = true) {
  const { values } = measure({ sides, a, b, isAcross });
  const measures = Object.fromEntries(MEASURES.map((name, i) => [name, values[i]]));
  return { measures, translation, event, count };
}

function learnModels(list, names) {
  return {
    event: learnModel(list, names, 'event'),
    translation: translationOf(list, names),
  };
}

function translationOf(list, names) {
  return { ...learnModel(list, names, 'translation'), ...SET_OF_TRANSLATIONS };
}

function learnModel(all, names, label) {
  const list = all.filter((row) => row[label] !== undefined);
  const [bias, ...weights] = learnLogistic(
    list.map(({ measures }) => names.map((name) => measures[name])),
    list.map((row) => row[label]),
    list.map((row) => row.count),
  );
  return Object.fromEntries([['bias', bias], ...names.map((name, i) => [name, weights[i]])].map(rounded));
}

function evened(weights) {
  const moved = {
    bias: weights.bias + QUALITY_ODDS * EVEN_QUALITY,
    conceptQuality: weights.conceptQuality - QUALITY_ODDS,
  };
  return { ...weights, ...Object.fromEntries(Object.entries(moved).map(rounded)) };
}

function rounded([name, weight]) {
  return [name, Number(weight.toFixed(4))];
}

/** Unrelated articles as each fold reads them. */
async function readWikinews() {
  const { parse } = (await import('papaparse')).default;
  const texts = [2019, 2020].flatMap((year) => {
    const text = gunzipSync(readFileSync(resolve(DATA, `distractors/wikinews_${year}.csv.gz`))).toString(
      'utf8',
    );
    return parse(text, { header: true })
      .data.map(({ text: body }) => body ?? '')
      .filter((body) => body.length > 200);
  });
  return knowledge.map((_, fold) =>
    fold === without ? [] : texts.map((body, i) => sideOf(body, fold, `wikinews ${i}`)),
  );
}

function writeShipped(shipped) {
  writeFileSync(
    resolve(ROOT, 'src/lexicon/data/story-model.ts'),
    `/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), with English Wikinews (CC BY 2.5) as unrelated articles, and blurbs of Wikipedia's
 * "In the news" (CC BY-SA 3.0) for events; digest of the data ${sha256([...digests, events.digest].join(' ')).slice(0, 16)}.
 */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: what was learned may look like one.
import type { StoryModels } from '../../model/story-model.ts';

export const STORY_MODEL: StoryModels = ${JSON.stringify(shipped, null, 2)};
`,
  );
}
