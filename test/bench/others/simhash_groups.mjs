/**
 * The package `simhash-js`: its own pieces of four characters, 32 bits, at most three of them different (the bound of
 * G. Manku et al., WWW 2007, for 64). It has no index: sketches are compared where one of their four bytes is equal,
 * which no pair at that distance can avoid.  OTHERS_MODULES=folder node simhash_groups.mjs docs.jsonl
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readDocs, report } from './shingles.mjs';

const { SimHash } = createRequire(join(process.env.OTHERS_MODULES, 'x.js'))('simhash-js');
const MOST_BITS = 3;
const docs = readDocs(process.argv[2]);
const sketcher = new SimHash();
const sketches = Uint32Array.from(docs, ({ text }) => sketcher.hash(text));

function bitsOf(word) {
  let rest = word;
  let bits = 0;
  for (; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

report(docs, (take) => {
  for (let byte = 0; byte < 4; byte++) {
    const buckets = Array.from({ length: 256 }, () => []);
    sketches.forEach((sketch, i) => {
      const bucket = buckets[(sketch >>> (8 * byte)) & 255];
      for (const other of bucket) if (bitsOf(sketch ^ sketches[other]) <= MOST_BITS) take(other, i);
      bucket.push(i);
    });
  }
});
