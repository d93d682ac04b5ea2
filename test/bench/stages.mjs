/** What the benches of single parts share: how articles are read, and how time is taken. Processor time in microseconds. */
import { readFileSync } from 'node:fs';
import { sha256 } from '../../dist/lib/digest.js';

/** The records of a JSON Lines file, `most` of them at most. */
export function readRecords(file, most = Number.POSITIVE_INFINITY) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.slice(0, most).map((line) => JSON.parse(line));
}

/** The same as raw articles, as they come from reading. */
export function readArticles(file, most) {
  return readRecords(file, most).map(({ id, title, source, text }, index) => ({
    id,
    path: file,
    record: index + 1,
    offset: 0,
    title,
    source,
    text,
    rawDigest: sha256(text),
  }));
}

export function processorTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The best of some passes after the first, which warms the compiler up. */
export function fastest(passes, pass) {
  let best = Number.POSITIVE_INFINITY;
  for (let number = 0; number <= passes; number++) {
    const before = processorTime();
    pass();
    if (number > 0) best = Math.min(best, processorTime() - before);
  }
  return best;
}

/** Prints what a stage costs for each of its inputs. */
export function printStage(passes, name, inputs, stage) {
  const time = fastest(passes, () => {
    for (const input of inputs) stage(input);
  });
  console.log(`${name.padEnd(20)} ${(time / inputs.length).toFixed(1).padStart(8)}`);
}
