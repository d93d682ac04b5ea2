/** Near-duplicates do not depend on threads, on the order of articles, or on the pieces in which they are read. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_BUCKET } from '../../src/candidates/near/buckets.ts';
import { dedupe, type ParsedReport, type RunOptions } from '../helpers/command.ts';
import { makeEditedCollection } from '../helpers/edited-collection.ts';
import { shuffled } from '../helpers/edits.mjs';
import { makeParagraphs, mulberry, textOf } from '../helpers/made-up-text.mjs';
import { folderWith, lines } from './workspace.ts';

const RUNS = Number(process.env['TEST_PROPERTY_RUNS'] ?? 3);
/** More than the batches that are analysed before threads are started, and a bucket that is capped. */
const EDITED = 700;
const REPRINTS = 2 * MAX_BUCKET;
/** A busy machine runs the whole command many times here. */
const PATIENCE = 240_000;
const WORDS = ['--no-translations', '--no-language', '-q', '-f', 'json'];

interface Row {
  readonly id: string;
  readonly text: string;
}

function makeRecords(): readonly Row[] {
  const wire: string = textOf(makeParagraphs(mulberry(8), 'latin', 12), 'latin');
  const reprints = Array.from({ length: REPRINTS }, (_, i) => `${wire} desk${i} agency${i}`);
  return [...makeEditedCollection(20_260_107, EDITED), ...reprints].map((text, i) => ({ id: `r${i}`, text }));
}

const records = makeRecords();
const docs = lines(...records);

async function reportOf(words: readonly string[], options: RunOptions): Promise<ParsedReport> {
  const { status, stdout, stderr } = await dedupe([...words, ...WORDS], options);
  if (status !== 0) throw new Error(`exit ${status}\n${stderr}`);
  return JSON.parse(stdout) as ParsedReport;
}

/** What is said of articles, by their ids: where they stand in the input is another matter. */
function findingsOf({ groups, issues }: ParsedReport): readonly string[] {
  const found = groups.map((group) => {
    const members = group.members.map(({ id, relation, score }) => `${id} ${relation} ${score}`).sort();
    return `${group.id} ${group.kind} ${group.canonical} ${group.confidence}: ${members.join(', ')}`;
  });
  // Which records, and which files, are empty is no finding of the collection.
  const told = issues.filter(({ code }) => code !== 'empty').map(({ code, message }) => `${code} ${message}`);
  return [...found, ...told].sort();
}

describe('a thousand articles with edits of all strengths, and a bucket that is capped', () => {
  let expected: ParsedReport;
  beforeAll(async () => {
    expected = await reportOf(['docs.jsonl', '--jobs', '1'], { cwd: folderWith({ 'docs.jsonl': docs }) });
  });

  it('have what is to be kept: groups of all sizes, and a cap', () => {
    const sizes = expected.groups.map(({ members }) => members.length);
    expect(sizes.length).toBeGreaterThan(80);
    expect(Math.max(...sizes)).toBeGreaterThan(MAX_BUCKET);
    expect(expected.issues.some(({ code }) => code === 'bucket-capped')).toBe(true);
  });

  it.each([2, 5])('--jobs %i gives the same report', async (jobs) => {
    const cwd = folderWith({ 'docs.jsonl': docs });
    expect(await reportOf(['docs.jsonl', '--jobs', String(jobs)], { cwd })).toEqual(expected);
  });

  it('any order of articles, in any files, named in any order, gives the same findings', {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 5 }), async (seed, files) => {
        const random = mulberry(seed);
        const parts = Array.from({ length: files }, (): Row[] => []);
        for (const record of shuffled(records, random) as Row[])
          parts[Math.floor(random() * files)]!.push(record);
        const names = parts.map((_, i) => `${'zmbqa'[i]}.jsonl`);
        const cwd = folderWith(Object.fromEntries(parts.map((part, i) => [names[i]!, lines(...part)])));
        const found = await reportOf([...(shuffled(names, random) as string[]), '--jobs', '2'], { cwd });
        expect(findingsOf(found)).toEqual(findingsOf(expected));
      }),
      { numRuns: RUNS },
    );
  });

  it('any pieces of the input give the same findings', { timeout: PATIENCE }, async () => {
    const bytes = Buffer.from(docs);
    // Some in the middle of a character; a few bytes each would be a hundred thousand writes.
    const sizes = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, async (lengths) => {
        const pieces: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const end = at + Math.max(i % 7 === 0 ? 1 : 2000, lengths[i % lengths.length]!);
          pieces.push(bytes.subarray(at, end));
          at = end;
        }
        const found = await reportOf(['-', '--jobs', '2'], { input: pieces });
        expect(findingsOf(found)).toEqual(findingsOf(expected));
      }),
      { numRuns: RUNS },
    );
  });
});
