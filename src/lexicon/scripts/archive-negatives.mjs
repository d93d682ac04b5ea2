// A made-up archive for the trainer of the story models: articles of sentences drawn from everywhere, which share single
// sentences with some others but are no versions of them. Owns drawing and proposing; learns nothing. An archive holds
// thousands of such pairs for each translation, so only what the index proposes among all of them shows what it will ask.
import { proposedPairs } from './proposed-pairs.mjs';

const ARTICLES = 2500;
const FEWEST_SENTENCES = 8;
const MORE_SENTENCES = 12;
/** In a hundred sentences those that may be shared; the others fill up. */
const FROM_STORIES = 40;
/** Pairs that have more of the shorter one's sentences in common are neither right nor wrong. */
const MOST_SHARED = 0.2;

/**
 * Pairs of rows, as they are put into `table` by `sideOf`, of articles in different languages.
 * `versions`, `fillers`: `{ language, story, text }`, one sentence a line; those of the fillers are in no two articles of
 * a pair, as their lexicon knows them. `hash`: of a string.
 */
export function drawArchive({ versions, fillers, sideOf, table, hash }) {
  const pool = sentencesOf(versions, '');
  const others = sentencesOf(fillers, FILLER);
  const languages = [...pool.keys()].filter((language) => others.has(language)).sort();
  const articles = Array.from({ length: ARTICLES }, (_, i) => {
    const drawn = (name, limit) => hash(`archive ${i} ${name}`) % limit;
    const language = languages[drawn('language', languages.length)];
    const count = FEWEST_SENTENCES + drawn('count', MORE_SENTENCES);
    const sentences = Array.from({ length: count }, (_, s) => {
      const list = drawn(`kind ${s}`, 100) < FROM_STORIES ? pool.get(language) : others.get(language);
      return list[drawn(`sentence ${s}`, list.length)];
    });
    const keys = new Set(sentences.map(({ key }) => key));
    const text = sentences.map(({ sentence }) => sentence).join('\n');
    return { language, count, keys, row: sideOf(text, `archive ${i}`) };
  });
  const numbers = articles.map(({ language }) => languages.indexOf(language));
  const rows = articles.map(({ row }) => row);
  return proposedPairs(table, rows, numbers, false)
    .filter(([a, b]) => sharedShare(articles[a], articles[b]) <= MOST_SHARED)
    .map(([a, b]) => [rows[a], rows[b]]);
}

const FILLER = 'filler ';

/** By language: sentences, with a key that is the same in all languages. */
function sentencesOf(versions, prefix) {
  const pool = new Map();
  for (const { language, story, text } of versions) {
    const list = pool.get(language) ?? [];
    for (const [i, sentence] of text.split('\n').entries())
      list.push({ key: `${prefix}${story} ${i}`, sentence });
    pool.set(language, list);
  }
  return pool;
}

function sharedShare(a, b) {
  let shared = 0;
  for (const key of a.keys) if (b.keys.has(key)) shared += key.startsWith(FILLER) ? a.count : 1;
  return shared / Math.min(a.count, b.count);
}
