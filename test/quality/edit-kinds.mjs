// How many edited articles the built command finds again, by language and kind of edit, as a table:
//   node test/quality/edit-kinds.mjs [--json] [--threshold strict|balanced|loose] [--seeds N] [--misses]
// Every story of the set stands beside one edit of itself; a pair counts where its texts, as written, have resemblance
// 0.5 or containment 0.8. A cell is found / counted. `--misses` prints what was not found.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { shingleHashes } from '../../dist/lib/shingles.js';
import { measureOverlap } from '../../dist/match/near/resemblance.js';
import { EDIT_KINDS } from '../helpers/edits.mjs';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';
import { LANGUAGES } from './edit-languages.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SHARED = process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared');
const option = (name) => process.argv.includes(`--${name}`);
const value = (name, otherwise) =>
  option(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : otherwise;
const threshold = value('threshold', 'balanced');
const SEEDS = Number(value('seeds', 3));
/** What counts is the same for every `--threshold`: the table of one can be laid beside that of another. */
const DUE = { resemblance: 0.5, containment: 0.8 };

const stories = new Map(Object.keys(LANGUAGES).map((name) => [name, []]));
const nameOf = new Map(Object.entries(LANGUAGES).map(([name, { code }]) => [code, name]));
for (const line of gunzipSync(readFileSync(join(SHARED, 'data', 'translations', 'ntrex-dev.jsonl.gz')))
  .toString('utf8')
  .split('\n')) {
  if (line === '') continue;
  const { lang, sentences } = JSON.parse(line);
  stories.get(nameOf.get(lang))?.push(sentences.filter(Boolean));
}

/** Paragraphs of two to four sentences, as a newsroom sets them. */
function paragraphsOf(sentences, random) {
  const paragraphs = [];
  for (let at = 0; at < sentences.length; ) {
    const count = between(random, 2, 4);
    paragraphs.push(sentences.slice(at, at + count));
    at += count;
  }
  return paragraphs;
}

/** Originals and edits of one kind. */
function makePairs(kind, seed) {
  const random = mulberry(seed);
  return [...stories].flatMap(([language, list]) => {
    const toText = (paragraphs) =>
      paragraphs.map((sentences) => sentences.join(LANGUAGES[language].gap)).join('\n\n');
    return list.map((sentences, number) => {
      const paragraphs = paragraphsOf(sentences, random);
      const other = list[(number + 1 + Math.floor(random() * (list.length - 1))) % list.length];
      const original = toText(paragraphs);
      const edited = EDIT_KINDS[kind](paragraphs, toText, random, () => pick(random, other));
      const { resemblance, containment } = measureOverlap(shingleHashes(original), shingleHashes(edited));
      const isDue = resemblance >= DUE.resemblance || containment >= DUE.containment;
      return { language, number, original, edited, resemblance, containment, isDue };
    });
  });
}

/** Group by article, as the command says. */
function groupsOf(pairs) {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-edits-'));
  try {
    const records = pairs.flatMap(({ original, edited }, i) => [
      { id: `${i}/original`, text: original },
      { id: `${i}/edited`, text: edited },
    ]);
    writeFileSync(
      join(folder, 'docs.jsonl'),
      records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    );
    const words = [
      join(folder, 'docs.jsonl'),
      '--no-translations',
      '--threshold',
      threshold,
      '-q',
      '-f',
      'json',
    ];
    const report = execFileSync(process.execPath, [join(ROOT, 'bin', 'dedupe.js'), ...words], {
      maxBuffer: 1 << 28,
    });
    return JSON.parse(String(report)).groups.map((group) => group.members.map(({ id }) => id));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cells = {};
const totals = { pairs: 0, falsePairs: 0 };
for (const kind of Object.keys(EDIT_KINDS)) {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const pairs = makePairs(kind, seed);
    const groupOf = new Map();
    groupsOf(pairs).forEach((members, group) => {
      for (const id of members) groupOf.set(id, group);
      const families = new Map();
      for (const id of members) families.set(id.split('/')[0], (families.get(id.split('/')[0]) ?? 0) + 1);
      const count = (n) => (n * (n - 1)) / 2;
      const right = [...families.values()].reduce((sum, n) => sum + count(n), 0);
      totals.pairs += count(members.length);
      totals.falsePairs += count(members.length) - right;
    });
    pairs.forEach(({ language, number, original, edited, resemblance, containment, isDue }, i) => {
      const group = groupOf.get(`${i}/original`);
      const isFound = group !== undefined && group === groupOf.get(`${i}/edited`);
      cells[language] ??= {};
      cells[language][kind] ??= { due: 0, found: 0 };
      const cell = cells[language][kind];
      if (!isDue) return;
      cell.due++;
      if (isFound) cell.found++;
      else if (option('misses'))
        console.error(
          JSON.stringify({ kind, seed, language, number, resemblance, containment, original, edited }),
        );
    });
  }
}

const share = (part, whole) => (whole === 0 ? undefined : Math.round((1e4 * part) / whole) / 1e4);
const recall = (list) =>
  share(
    list.reduce((sum, cell) => sum + cell.found, 0),
    list.reduce((sum, cell) => sum + cell.due, 0),
  );
const kinds = Object.keys(EDIT_KINDS);
const table = [
  `${'found / counted'.padEnd(16)}${kinds.map((kind) => kind.padStart(21)).join('')}`,
  ...Object.entries(cells).map(([language, row]) => {
    const shown = kinds.map(
      (kind) => `${recall([row[kind]])?.toFixed(3) ?? '-'} ${row[kind].found}/${row[kind].due}`,
    );
    return `${language.padEnd(16)}${shown.map((text) => text.padStart(21)).join('')}`;
  }),
].join('\n');
const rows = Object.values(cells);
const summary = {
  recall: recall(rows.flatMap((row) => Object.values(row))),
  precision: share(totals.pairs - totals.falsePairs, totals.pairs),
  worstCell: Math.min(...rows.flatMap((row) => Object.values(row).map((cell) => recall([cell]) ?? 1))),
  kinds: Object.fromEntries(kinds.map((kind) => [kind, recall(rows.map((row) => row[kind]))])),
};
if (option('json')) {
  console.error(table);
  console.log(JSON.stringify(summary));
} else {
  console.log(table);
  console.log(
    `threshold ${threshold}: recall ${summary.recall}, precision ${summary.precision}, ${totals.falsePairs} false of ${totals.pairs} pairs`,
  );
}
