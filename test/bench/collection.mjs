/**
 * The collection of the benches: news of many languages with planted copies and edits, and what was planted. Made by the
 * script of the development sets where they stand beside the checkout, else of made-up words. Owns where it comes from.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dropSentences, truncate } from '../helpers/edits.mjs';
import {
  between,
  makeParagraphs,
  makeSentence,
  mulberry,
  pick,
  SCRIPT_NAMES,
  textOf,
} from '../helpers/made-up-text.mjs';

const SHARED = process.env.DEDUPE_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared');
const SCRIPT = join(SHARED, 'eval', 'make-collection.mjs');

/** Which of the two it is: figures of different collections are never compared. */
export const collectionName = () => (existsSync(SCRIPT) ? 'scale' : 'made-up');

/** Writes docs.jsonl (`{ id, text }`) and gold.jsonl (`{ id, group, s? }`) into a folder. */
export function makeCollection(folder, articles) {
  if (existsSync(SCRIPT)) {
    execFileSync(process.execPath, [SCRIPT, 'scale', folder, '--articles', String(articles)]);
    return;
  }
  const docs = openSync(join(folder, 'docs.jsonl'), 'w');
  const gold = openSync(join(folder, 'gold.jsonl'), 'w');
  let number = 0;
  for (const { text, group } of madeUpArticles(articles)) {
    const id = `a${String(number++).padStart(8, '0')}`;
    writeSync(docs, `${JSON.stringify({ id, text })}\n`);
    writeSync(gold, `${JSON.stringify({ id, group })}\n`);
  }
  closeSync(docs);
  closeSync(gold);
}

/** One article of ten is a copy or an edit of the one before: in equal parts kept, thinned, added to, and cut. */
function* madeUpArticles(count) {
  const random = mulberry(6);
  let last;
  for (let i = 0; i < count; i++) {
    if (last === undefined || random() >= 0.1) {
      const script = pick(random, SCRIPT_NAMES);
      last = { script, paragraphs: makeParagraphs(random, script, between(random, 8, 21)), group: `g${i}` };
      yield { text: textOf(last.paragraphs, script), group: last.group };
      continue;
    }
    const { script, paragraphs, group } = last;
    const text = textOf(paragraphs, script);
    const edits = [
      () => text,
      () => textOf(dropSentences(paragraphs, 0.15, random), script),
      () => textOf([[makeSentence(random, script)], ...paragraphs], script),
      () => truncate(text, 0.7),
    ];
    yield { text: pick(random, edits)(), group };
  }
}
