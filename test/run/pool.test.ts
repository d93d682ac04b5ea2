/**
 * The pool with work of a real run: who works when, in which order results and errors come, and what threads know that
 * are started late. Whether a run has been long is told by the tests, not by a clock.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inSharedMemory } from '../../src/lib/shared-memory.ts';
import type { PairList } from '../../src/model/match.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../src/model/options.ts';
import type { AgainWork, Analysed } from '../../src/run/analyse-work.ts';
import type { Collected } from '../../src/run/collect.ts';
import type { Jobs } from '../../src/run/jobs.ts';
import type { JudgeWork } from '../../src/run/match-work.ts';
import type { Sharing } from '../../src/run/task.ts';
import { folderWith, lines } from '../cli/workspace.ts';
import { makeEditedCollection } from '../helpers/edited-collection.ts';
import {
  allOf,
  atOnce,
  collect,
  FACTS_ONLY,
  NEAR_PIECES,
  Patience,
  Pool,
  planMatching,
  started,
  Thread,
} from './built.ts';

const ARTICLES = 240;
const options = { ...DEFAULT_MATCH_OPTIONS, clean: false, language: false, translations: false };
const knowledge = { story: FACTS_ONLY.story };
const alone = atOnce(1);

let collected: Collected;
beforeAll(async () => {
  const texts = makeEditedCollection(11, ARTICLES);
  const folder = folderWith({ 'docs.jsonl': lines(...texts.map((text, i) => ({ id: `a${i}`, text }))) });
  collected = await collect({
    paths: [folder],
    include: [],
    exclude: [],
    follow: false,
    map: {},
    maxRecordBytes: 1 << 20,
    match: options,
    knowledge,
    jobs: alone,
  });
});
afterAll(() => collected.close());

const pools: InstanceType<typeof Pool>[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.stop();
});

function poolOf(jobs: Jobs, signal?: AbortSignal): InstanceType<typeof Pool> {
  const pool = new Pool({ options, knowledge, map: {} }, jobs, signal);
  pools.push(pool);
  return pool;
}

/** Articles to be analysed again: a hundred in the first batch, which takes longest, and ten in each other. */
function* articles(before: (batch: number) => void = () => undefined): Iterable<AgainWork> {
  const count = collected.port.count;
  for (let from = 0, to = 100, batch = 0; from < count; from = to, to += 10, batch++) {
    before(batch);
    const indexes = Array.from({ length: Math.min(to, count) - from }, (_, i) => from + i);
    yield { kind: 'again', records: indexes.map((index) => collected.port.recordOf(index)) };
  }
}

/** A batch that fails as a damaged working file would make it fail. */
function broken(name: string): AgainWork {
  return { kind: 'again', records: [{ head: Buffer.from(name), body: new Uint8Array() }] };
}

const headsOf = (batches: readonly Analysed[]): string[] =>
  batches.map(({ heads }) => Buffer.from(heads).toString());

async function expected(): Promise<string[]> {
  return headsOf(await allOf(poolOf(alone).run<'again'>(articles())));
}

describe('threads', () => {
  it('are as many as were asked for, with this one, and hand results back in order', async () => {
    const found = headsOf(await allOf(poolOf(atOnce(3)).run<'again'>(articles())));
    expect(found).toEqual(await expected());
    expect(found.length).toBeGreaterThan(10);
    expect(started.length).toBe(2);
    for (const { answers } of started) expect(answers).toBeGreaterThan(0);
  });

  it('are started when patience has run out, in the middle of a stage', async () => {
    const patience = new Patience();
    const seen: number[] = [];
    async function* batches() {
      for (const batch of articles()) {
        if (seen.length === 7) patience.isOver = true;
        await new Promise(setImmediate); // threads are told of a turn after they were started
        seen.push(started.length);
        yield batch;
      }
    }
    expect(headsOf(await allOf(poolOf(patience.jobs(2)).run<'again'>(batches())))).toEqual(await expected());
    expect(seen).toEqual([...Array(8).fill(0), ...Array(seen.length - 8).fill(1)]);
    expect(seen.length).toBeGreaterThan(8);
    expect(started[0]?.answers).toBeGreaterThan(0);
  });

  it('are not started where it does not, nor for the first batches of a stage', async () => {
    await allOf(poolOf(new Patience().jobs(4)).run<'again'>(articles()));
    await allOf(poolOf(atOnce(4)).run<'again'>([...articles()].slice(0, NEAR_PIECES.length)));
    expect(started).toEqual([]);
  });

  it('share few batches with this one', async () => {
    const pool = poolOf(atOnce(2));
    await allOf(pool.run<'again'>(articles()));
    const before = started[0]!.answers;
    await allOf(pool.run<'again'>([...articles()].slice(1, 3)));
    expect(started[0]!.answers - before).toBe(1);
  });
});

/** Twenty pairs each, a hundred at most. */
function pairBatches({ a, b }: PairList): readonly JudgeWork[] {
  return [0, 20, 40, 60, 80]
    .map((from): JudgeWork => {
      return { kind: 'judge', pairs: { a: a.slice(from, from + 20), b: b.slice(from, from + 20) } };
    })
    .filter(({ pairs }) => pairs.a.length > 0);
}

describe('what is shared', () => {
  const linksOf = async (jobs: Jobs, late: (batch: number) => void): Promise<unknown> => {
    const pool = poolOf(jobs);
    const { collection, port } = collected;
    const plan = inSharedMemory(planMatching(collection.columns, collection.languages, options));
    pool.share({ plan, port } satisfies Sharing);
    function* pieces() {
      for (let batch = 0; batch < 3 * NEAR_PIECES.length; batch++) {
        late(batch);
        yield { kind: 'near' as const, piece: NEAR_PIECES[batch % NEAR_PIECES.length]! };
      }
    }
    const near = await allOf(pool.run<'near'>(pieces()));
    const judged = await allOf(
      pool.run<'judge'>(near.slice(0, NEAR_PIECES.length).flatMap(({ value }) => pairBatches(value))),
    );
    return { near, judged };
  };

  it('reaches threads that are started later', async () => {
    const patience = new Patience();
    const late = (batch: number): void => {
      patience.isOver = batch >= 6;
    };
    expect(await linksOf(patience.jobs(3), late)).toEqual(await linksOf(alone, () => undefined));
    expect(started.length).toBe(2);
    for (const { answers } of started) expect(answers).toBeGreaterThan(0);
  });
});

describe('errors', () => {
  const errorOf = async (pool: InstanceType<typeof Pool>, batches: Iterable<AgainWork>): Promise<string> => {
    return await allOf(pool.run<'again'>(batches)).then(
      () => '',
      (error: Error) => error.message,
    );
  };

  it.each([1, 2, 3])('that of the first batch is told, with %i threads', async (most) => {
    const pool = poolOf(atOnce(most));
    await allOf(pool.run<'again'>(articles()));
    const names = ['first', 'second', 'third', 'fourth', 'fifth'];
    expect(await errorOf(pool, names.map(broken))).toContain('first');
  });

  it('that of a batch does not overtake the answer to one before it', async () => {
    // Tried often: which came first was a matter of chance when errors came by a way of their own.
    for (let attempt = 0; attempt < 6; attempt++) {
      const thread = new Thread({ options, knowledge, map: {} });
      const [good] = [...articles()].slice(1, 2);
      const batches = [good!, broken('second'), broken('third'), good!];
      const answers = await Promise.allSettled(batches.map((batch) => thread.run<'again'>(batch)));
      await thread.stop();
      expect(answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : ''))).toEqual([
        '',
        ...Array(3).fill(expect.stringContaining('second')),
      ]);
    }
  });

  it('that of a batch comes before that of the input', async () => {
    const pool = poolOf(atOnce(2));
    await allOf(pool.run<'again'>(articles()));
    function* batches() {
      yield broken('batch');
      throw new Error('input');
    }
    expect(await errorOf(pool, batches())).toContain('batch');
    function* input() {
      yield* articles();
      throw new Error('input');
    }
    expect(await errorOf(poolOf(atOnce(2)), input())).toBe('input');
  });

  it('no batch is asked for behind one that has failed here', async () => {
    let asked = 0;
    function* batches() {
      for (; asked < 100; asked++) yield asked === 1 ? broken('second') : [...articles()][3]!;
    }
    expect(await errorOf(poolOf(alone), batches())).toContain('second');
    expect(asked).toBe(1);
  });
});

describe('a signal', () => {
  it('ends the wait for threads with its reason', async () => {
    const ending = new AbortController();
    const reason = new Error('enough');
    const pool = poolOf(atOnce(2), ending.signal);
    await allOf(pool.run<'again'>(articles()));
    started[0]!.worker.once('message', () => ending.abort(reason));
    await expect(allOf(pool.run<'again'>(articles()))).rejects.toBe(reason);
    await expect(allOf(pool.run<'again'>(articles()))).rejects.toBe(reason);
  });

  it('asks for no further batch', async () => {
    const ending = new AbortController();
    const reason = new Error('enough');
    let asked = 0;
    const batches = articles((batch) => {
      asked = batch;
      if (batch === 5) ending.abort(reason);
    });
    await expect(allOf(poolOf(atOnce(2), ending.signal).run<'again'>(batches))).rejects.toBe(reason);
    expect(asked).toBe(5);
  });
});

it('stopped threads end', async () => {
  const pool = poolOf(atOnce(2));
  await allOf(pool.run<'again'>(articles()));
  const { worker } = started[0]!;
  expect(worker.threadId).toBeGreaterThan(0);
  await pool.stop();
  expect(worker.threadId).toBe(-1);
});
