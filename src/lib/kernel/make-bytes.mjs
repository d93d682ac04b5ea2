#!/usr/bin/env node
// Makes bytes.ts from forest.wat (npm run kernel). `--check` writes nothing and says whether the file is what it would
// write.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const SOURCE = join(import.meta.dirname, 'forest.wat');
const TARGET = join(import.meta.dirname, 'bytes.ts');

const { parseWat } = await wabt();
const { buffer } = parseWat('forest.wat', readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
const text = `/** Generated from forest.wat by make-bytes.mjs (npm run kernel); do not edit. A module of WebAssembly in base64. */
export const FOREST_KERNEL =
  '${Buffer.from(buffer).toString('base64')}';
`;
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('src/lib/kernel/bytes.ts is not what its source says: npm run kernel');
  process.exitCode = 1;
}
