// The development sets of `npm run quality`: how each collection is built, run and scored. Data only.
import { EDIT_KINDS } from '../helpers/edits.mjs';

const NTREX = ['translations/ntrex-dev.jsonl.gz'];
const REPORT = ['score.mjs', '--report', 'OUT/out.ndjson', '--gold', 'OUT/gold.jsonl', '--across'];
const PAIRS = { precision: 'precision', recall: 'recall', f1: 'f1' };
const INSPECT_CLEAN = ['score-clean.mjs', '--inspect', 'OUT/out.ndjson', '--gold', 'OUT/gold.jsonl'];
const CLEAN = { precision: 'precision', recall: 'recall', f1: 'f1' };
const NOOP = { kept: 'kept', lostMoreThanTenPercent: 'lostMoreThanTenPercent' };

/** The tables are learned from these stories: what is measured is a cross-validation, which takes some minutes. */
const LANGUAGE = {
  area: 'language',
  name: 'language',
  files: NTREX,
  script: ['src/lexicon/scripts/language-folds.mjs', '--json'],
  figures: {
    'document major': 'document.major',
    'document macro': 'document.macro',
    'document worst': 'document.worst',
    'sentence major': 'sentence.major',
    'short major': 'short.major',
  },
};

const clean = (name, file, extra, noop) => ({
  area: 'clean',
  name: noop ? `noop ${name}` : `clean ${name}`,
  files: [file],
  collection: ['clean', '--file', file, ...extra, ...(noop ? ['--noop'] : [])],
  command: ['inspect'],
  score: noop ? [...INSPECT_CLEAN, '--noop'] : INSPECT_CLEAN,
  figures: noop ? NOOP : CLEAN,
});

/** The whole table of languages and kinds goes to stderr. */
const EDITS = {
  area: 'near',
  name: 'edits',
  files: NTREX,
  script: ['test/quality/edit-kinds.mjs', '--json'],
  figures: {
    recall: 'recall',
    precision: 'precision',
    'worst cell': 'worstCell',
    ...Object.fromEntries(Object.keys(EDIT_KINDS).map((kind) => [kind, `kinds.${kind}`])),
  },
};

const ALL_PAIRS = {
  area: 'near',
  name: 'all pairs of 2000',
  files: [...NTREX, 'translations/army-docs.jsonl.gz'],
  script: ['test/quality/all-pairs.mjs'],
  figures: { recall: 'recall', nearRecall: 'nearRecall', precision: 'precision' },
};

/** Pages of fixtures/written, which need none of the development sets. */
const WRITTEN = {
  area: 'written',
  name: 'written',
  files: [],
  script: ['test/quality/written-pages.mjs'],
  figures: Object.fromEntries(
    [
      'many languages',
      'look-alikes',
      'independent reports',
      'kinds of pages',
      'heavy chrome',
      'small languages',
      'moulds and round-ups',
      'flashes and norms',
      'crawled pages',
    ].flatMap((name) =>
      ['precision', 'recall', 'events', 'kept', 'whole', 'titles'].map((figure) => [
        `${name} ${figure}`,
        `${name}.${figure}`,
      ]),
    ),
  ),
};

const AEB = ['aeb', 'boilerplate/aeb.jsonl.gz', []];
const WCXB_FILE = 'boilerplate/wcxb-dev.jsonl.gz';

export const SETS = [
  EDITS,
  ALL_PAIRS,
  {
    area: 'translations',
    name: 'ntrex 12 languages',
    files: NTREX,
    collection: ['ntrex', '--langs', '12'],
    command: [],
    score: REPORT,
    figures: PAIRS,
  },
  {
    area: 'translations',
    name: 'ntrex all, mixed, distractors',
    files: [
      ...NTREX,
      'distractors/wikinews_2019.csv.gz',
      'distractors/wikinews_2020.csv.gz',
      'translations/army-docs.jsonl.gz',
    ],
    collection: ['ntrex', '--langs', 'all', '--mix', '--distractors'],
    command: [],
    score: REPORT,
    figures: PAIRS,
  },
  {
    area: 'translations',
    name: 'ntrex 12, lead of three',
    files: NTREX,
    collection: ['ntrex', '--langs', '12', '--part', 'lead3'],
    command: [],
    score: ['score.mjs', '--report', 'OUT/out.ndjson', '--gold', 'OUT/gold.jsonl'],
    figures: { b3: 'b3.f1' },
  },
  {
    area: 'translations',
    name: 'army',
    files: ['translations/army-docs.jsonl.gz', 'translations/army-gold.jsonl.gz'],
    collection: ['army'],
    command: [],
    score: [
      'score.mjs',
      '--report',
      'OUT/out.ndjson',
      '--pairs',
      'OUT/pairs.jsonl',
      '--docs',
      'OUT/langs.jsonl',
    ],
    figures: { 'en-si f1': 'en-si.f1', 'en-ta f1': 'en-ta.f1', 'si-ta f1': 'si-ta.f1' },
  },
  {
    area: 'events',
    name: 'itn',
    files: ['events/itn-dev.jsonl.gz'],
    collection: ['itn'],
    command: ['--group-by', 'event'],
    score: ['score.mjs', '--report', 'OUT/out.ndjson', '--gold', 'OUT/gold.jsonl'],
    figures: { b3: 'b3.f1' },
  },
  clean(...AEB, false),
  // The scorer learns from these pages: each fold of sites is cleaned by models that have not seen it.
  {
    area: 'clean',
    name: 'clean wcxb by site',
    files: [WCXB_FILE],
    script: ['src/lexicon/scripts/train-blocks.mjs', '--evaluate'],
    figures: {
      precision: 'precision',
      recall: 'recall',
      f1: 'f1',
      kept: 'cleanKept',
      lostMoreThanTenPercent: 'cleanLosing',
    },
  },
  clean(...AEB, true),
  {
    area: 'clean',
    name: 'html',
    files: ['boilerplate/scrapinghub.tar'],
    collection: ['html'],
    command: ['inspect'],
    score: INSPECT_CLEAN,
    figures: CLEAN,
  },
  LANGUAGE,
  WRITTEN,
  {
    area: 'near',
    name: 'scale 20000',
    files: [...NTREX, 'translations/army-docs.jsonl.gz'],
    collection: ['scale', '--articles', '20000', '--translations', '0.01'],
    command: [],
    score: ['score-scale.mjs', '--report', 'OUT/out.ndjson', '--gold', 'OUT/gold.jsonl'],
    figures: {
      recall: 'recall',
      precision: 'precision',
      translationRecall: 'translationRecall',
      falseLinks: 'falseLinks',
    },
    speed: true,
  },
];
