#!/usr/bin/env node
// Learns the tables of the language detector, one for each script that several languages share.
//   npm run build && node src/lexicon/scripts/language-profiles.mjs [--write FILE] [--fold K --folds N] [--script Latn]
// DEDUPE_DATA: folder of the development sets. With --fold, the stories of that fold are left out: the table of a
// cross-validation (see language-folds.mjs). No sentence is kept: hashes of grams and their weights alone.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { weighScripts } from '../../../dist/language/scripts.js';
import { foldOf, readCorpus, SOURCES } from './language-corpus.mjs';
import { learnScript, STEP } from './language-model.mjs';

const { values } = parseArgs({
  options: {
    write: { type: 'string', default: 'src/lexicon/data/language-tables.ts' },
    fold: { type: 'string' },
    folds: { type: 'string', default: '4' },
    script: { type: 'string' },
    without: { type: 'string', default: '' },
  },
});
/** Grams and least weight per script; about as many grams as its languages have use for, see the decision note. */
const SIZES = {
  Latn: { size: 70000, prune: 0.25, least: 6 },
  Cyrl: { size: 16000, prune: 0.3, least: 4 },
  Arab: { size: 16000, prune: 0.3, least: 4 },
  Deva: { size: 6000, prune: 0.2, least: 3 },
  Ethi: { size: 3000, prune: 0.2, least: 3 },
  Hebr: { size: 2000, prune: 0.2, least: 3 },
  Tibt: { size: 4000, prune: 0.2, least: 3 },
};
/** Sentences that a language must have in a script, and their share of its sentences: stray quotations are less. */
const LEAST_SENTENCES = 100;
const LEAST_SHARE = 0.1;

const { sentences, digests } = readCorpus();
const without = new Set(values.without.split(' '));
const totals = new Map();
const byScript = new Map();
for (const sentence of sentences) {
  if (without.has(sentence.language)) continue;
  totals.set(sentence.language, (totals.get(sentence.language) ?? 0) + 1);
  const script = weighScripts(sentence.text).dominant;
  if (!(script in SIZES)) continue;
  const languages = byScript.get(script) ?? new Map();
  byScript.set(script, languages);
  if (languages.has(sentence.language)) languages.get(sentence.language).push(sentence);
  else languages.set(sentence.language, [sentence]);
}

const tables = [];
for (const [script, settings] of Object.entries(SIZES)) {
  if (values.script !== undefined && values.script !== script) continue;
  const start = performance.now();
  const chosen = [...byScript.get(script)]
    .filter(
      ([language, list]) => list.length >= Math.max(LEAST_SENTENCES, LEAST_SHARE * totals.get(language)),
    )
    .flatMap(([, list]) => list)
    .filter(
      ({ story }) =>
        story === undefined ||
        values.fold === undefined ||
        foldOf(story, Number(values.folds)) !== Number(values.fold),
    );
  const { languages, floors, grams, weights, data } = learnScript(chosen, settings);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(
    `${script}: ${languages.length} languages, ${grams} grams, ${weights} weights, ${data.length} characters, ${seconds} s`,
  );
  tables.push(
    `  ${script}: {\n    languages: '${languages.join(' ')}',\n    floors: '${floors.join(' ')}',\n    grams: ${grams},\n    weights: ${weights},\n    data: '${data}',\n  },`,
  );
}
const from = SOURCES.map(({ name, licence }, i) => ` * - ${name} (${licence}), SHA-256 ${digests[i]}`);
writeFileSync(
  values.write,
  `/**
 * Weights of letter grams and words per language, by script. Made by \`src/lexicon/scripts/language-profiles.mjs\`; do not edit.
 * Hashes and weights alone, no text of a source. Weights are in steps of ${STEP} nats. From:
${from.join('\n')}
 */
export const LANGUAGE_TABLES = {
${tables.join('\n')}
};
`,
);
