/**
 * The package `minhash`: 128 permutations, bands of 4, candidates kept from an estimate of 0.5 on.
 *   OTHERS_MODULES=folder node minhash_groups.mjs docs.jsonl
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readDocs, report, shinglesOf } from './shingles.mjs';

const { Minhash, LshIndex } = createRequire(join(process.env.OTHERS_MODULES, 'x.js'))('minhash');
const THRESHOLD = 0.5;
const docs = readDocs(process.argv[2]);
const index = new LshIndex({ bandSize: 4 });
const sketches = docs.map(({ text }, i) => {
  const sketch = new Minhash({ numPerm: 128 });
  for (const shingle of shinglesOf(text)) sketch.update(shingle);
  index.insert(String(i), sketch);
  return sketch;
});
report(docs, (take) => {
  sketches.forEach((sketch, i) => {
    for (const other of index.query(sketch)) {
      if (Number(other) < i && sketch.jaccard(sketches[Number(other)]) >= THRESHOLD) take(Number(other), i);
    }
  });
});
