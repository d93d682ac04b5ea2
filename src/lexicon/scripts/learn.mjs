#!/usr/bin/env node
// Learns what the translations of stories are found with, from start to end: a lexicon without each fold of stories, the
// shipped lexicon, and the story models, which see each story through a lexicon that has not seen it.
//   npm run lexicon [-- --keep DIR]        some 15 minutes on one core (DEDUPE_DATA: folder of the development sets)
// --keep leaves in DIR, for story-folds.mjs, a folder fold0 ... for each fold: lexicon and models that have not seen it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDS = 4;
const at = process.argv.indexOf('--keep');
const kept = at < 0 ? undefined : resolve(process.argv[at + 1]);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'dedupe-lexicon-'));
mkdirSync(folder, { recursive: true });

const run = (script, ...words) =>
  execFileSync(
    process.execPath,
    ['--max-old-space-size=8000', resolve(import.meta.dirname, script), ...words],
    {
      stdio: 'inherit',
    },
  );
const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
try {
  for (const fold of folds) {
    run('learn-concepts.mjs', '--out', join(folder, `fold${fold}.bin`), '--without', `${fold}/${FOLDS}`);
  }
  run('learn-concepts.mjs');
  run('train-story.mjs', '--folds', folder);
  for (const fold of kept === undefined ? [] : folds) {
    const model = join(folder, `fold${fold}`);
    mkdirSync(model, { recursive: true });
    copyFileSync(join(folder, `fold${fold}.bin`), join(model, 'concepts.bin'));
    const out = join(model, 'story-model.json');
    run('train-story.mjs', '--folds', folder, '--without', `${fold}/${FOLDS}`, '--out', out);
  }
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
