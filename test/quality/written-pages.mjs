// Pages written by people who knew nothing of the program, through the built command line: node test/quality/written-pages.mjs
// For each set of fixtures/written: pairs of one story that are in one group, B3 of events with --group-by event, words
// that are kept and are article, words of articles that are kept, titles that are right. Prints JSON.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { round4 } from '../../dist/lib/order.js';
import { wordsOf } from '../../src/lexicon/scripts/label-blocks.mjs';
import { scoreGroups } from '../bench/score.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SETS = {
  'many languages': 'many-languages',
  'look-alikes': 'look-alikes',
  'independent reports': 'independent-reports',
  'kinds of pages': 'kinds-of-pages',
  'heavy chrome': 'heavy-chrome',
  'small languages': 'small-languages',
  'moulds and round-ups': 'moulds-and-round-ups',
  'flashes and norms': 'flashes-and-norms',
  'crawled pages': 'crawled-pages',
};

const run = (words) =>
  execFileSync(process.execPath, [join(ROOT, 'bin/dedupe.js'), ...words, '-q'], {
    maxBuffer: 1 << 28,
  }).toString();
const rowsOf = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const share = (part, all) => (all === 0 ? 1 : round4(part / all));

const figures = Object.fromEntries(Object.entries(SETS).map(([name, file]) => [name, measure(file)]));
console.log(JSON.stringify(figures, null, 1));

function measure(file) {
  const path = join(ROOT, 'fixtures/written', `${file}.jsonl`);
  const gold = rowsOf(readFileSync(path.replace('.jsonl', '.gold.jsonl'), 'utf8'));
  const report = (words) => JSON.parse(run([path, '--format', 'json', ...words])).groups;
  return {
    ...scoreStories(gold, report([])),
    events: scoreEvents(gold, report(['--group-by', 'event'])),
    ...scorePages(
      gold,
      rowsOf(readFileSync(path, 'utf8')),
      rowsOf(run(['inspect', path, '--format', 'ndjson'])),
    ),
  };
}

function scoreStories(gold, groups) {
  const stories = new Map(gold.map(({ id, story }) => [id, { group: story }]));
  const { precision, recall } = scoreGroups(
    groups.map(({ members }) => members.map(({ id }) => id)),
    stories,
  );
  return { precision: round4(precision), recall: round4(recall) };
}

/** B3 (A. Bagga, B. Baldwin 1998), F1: an article in no group is one by itself. */
function scoreEvents(gold, groups) {
  const groupOf = new Map(gold.map(({ id }) => [id, new Set([id])]));
  for (const { members } of groups) {
    const group = new Set(members.map(({ id }) => id));
    for (const id of group) groupOf.set(id, group);
  }
  const events = new Map();
  for (const { id, event } of gold) events.set(event, [...(events.get(event) ?? []), id]);
  let [precision, recall] = [0, 0];
  for (const { id, event } of gold) {
    const group = groupOf.get(id);
    const common = events.get(event).filter((other) => group.has(other)).length;
    precision += common / group.size / gold.length;
    recall += common / events.get(event).length / gold.length;
  }
  return round4((2 * precision * recall) / (precision + recall));
}

function scorePages(gold, records, inspected) {
  const texts = new Map(records.map(({ id, text }) => [id, text.split('\n')]));
  const told = new Map(inspected.filter(({ blocks }) => blocks !== undefined).map((row) => [row.id, row]));
  let [kept, article, both, titles] = [0, 0, 0, 0];
  for (const { id, title, lines } of gold) {
    const row = told.get(id);
    const mine = wordsOf(row.blocks.flatMap((block) => (block.kept ? [block.text] : [])).join('\n'));
    const theirs = wordsOf(lines.map((line) => texts.get(id)[line]).join('\n'));
    const counts = countsOf(theirs);
    for (const [word, count] of countsOf(mine)) both += Math.min(count, counts.get(word) ?? 0);
    kept += mine.length;
    article += theirs.length;
    if (row.title === title) titles++;
  }
  return { kept: share(both, kept), whole: share(both, article), titles: share(titles, gold.length) };
}

function countsOf(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
