#!/usr/bin/env node
// Puts learned data that is not code beside the compiled program: the compiler copies code only.
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const FILES = ['lexicon/data/concepts.bin'];
for (const file of FILES) {
  const target = resolve(ROOT, 'dist', file);
  mkdirSync(resolve(target, '..'), { recursive: true });
  copyFileSync(resolve(ROOT, 'src', file), target);
}
