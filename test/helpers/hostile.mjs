/**
 * Collections made to be hard for an engine of near-duplicates, as records (`{ id, text }`), seeded, of any size. Owns
 * what is hostile about them; must not know how an engine works, but for `collidingRecords`, which is handed the sketch.
 */
import { shuffled } from './edits.mjs';
import { between, makeParagraphs, makeSentence, mulberry, textOf } from './made-up-text.mjs';
import { REPORTS } from './templated-reports.mjs';

const idOf = (i) => `h${String(i).padStart(8, '0')}`;

/** One article, `count` times. */
export function* identicalRecords(count) {
  const text = textOf(makeParagraphs(mulberry(1), 'latin', 12), 'latin');
  for (let i = 0; i < count; i++) yield { id: idOf(i), text };
}

/** Articles of nine sentences of their own above nine of small print, the same under all: half of every text. */
export function* boilerplateRecords(count) {
  const random = mulberry(2);
  const print = textOf(makeParagraphs(random, 'latin', 9), 'latin');
  for (let i = 0; i < count; i++) {
    const own = textOf(makeParagraphs(random, 'latin', 9), 'latin');
    yield { id: idOf(i), text: `${own}\n\n${print}` };
  }
}

/** Each article is the one before with one sentence of twelve made new: after twelve steps nothing of it is left. */
export function* driftRecords(count) {
  const random = mulberry(3);
  let sentences = Array.from({ length: 12 }, () => makeSentence(random, 'latin'));
  for (let i = 0; i < count; i++) {
    yield { id: idOf(i), text: sentences.join('\n\n') };
    sentences = sentences.with(i % sentences.length, makeSentence(random, 'latin'));
  }
}

/** Reports of the same wording, of all kinds and languages in turn, with other numbers in each. */
export function* templatedRecords(count) {
  const random = mulberry(4);
  for (let i = 0; i < count; i++) {
    const { name, text } = REPORTS[i % REPORTS.length];
    yield {
      id: `${name}/${idOf(i)}`,
      text: text.replace(/\{(\d+)-(\d+)\}/g, (_, a, b) => between(random, Number(a), Number(b))),
    };
  }
}

/**
 * Articles with nothing in common but the phrases that decide the key of the first `bands` bands. `keysOf` makes the
 * band keys of a set of shingle hashes, `hashOf` the hash of a phrase of three words.
 */
export function* collidingRecords(count, bands, keysOf, hashOf) {
  const random = mulberry(5);
  const phrases = new Set();
  for (let band = 0; band < bands; band++)
    for (const phrase of decidingPhrases(band, keysOf, hashOf, random)) phrases.add(phrase);
  for (let i = 0; i < count; i++) {
    const own = Array.from({ length: 12 }, () => makeSentence(random, 'latin'));
    const text = shuffled([...own, ...[...phrases].map((phrase) => `${phrase}.`)], random).join(' ');
    yield { id: idOf(i), text };
  }
}

const POOL = 1 << 15;

/** The few phrases of a large pool that alone give the key of a band which the whole pool has. */
function decidingPhrases(band, keysOf, hashOf, random) {
  const word = () => makeSentence(random, 'latin').split(' ')[0];
  let pool = Array.from({ length: POOL }, () => {
    const phrase = `${word()} ${word()} ${word()}`;
    return { phrase, hash: hashOf(phrase) };
  });
  const keyOf = (some) => keysOf(Uint32Array.from(some, ({ hash }) => hash))[band];
  const wanted = keyOf(pool);
  // Half of the pool at a time is left out where the key stays; where neither half may go, smaller pieces (delta
  // debugging; A. Zeller, R. Hildebrandt, 2002).
  for (let pieces = 2; pool.length > 1 && pieces <= pool.length; ) {
    const size = Math.ceil(pool.length / pieces);
    let isSmaller = false;
    for (let at = 0; at < pool.length; at += size) {
      const rest = [...pool.slice(0, at), ...pool.slice(at + size)];
      if (rest.length === 0 || keyOf(rest) !== wanted) continue;
      pool = rest;
      isSmaller = true;
      break;
    }
    pieces = isSmaller ? Math.max(2, pieces - 1) : pieces * 2;
  }
  return pool.map(({ phrase }) => phrase);
}
