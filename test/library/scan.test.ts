import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScanOptions } from '../../src/index.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from '../cli/workspace.ts';
import { dedupe, ROOT } from '../helpers/command.ts';
import { library, madeRecords } from './library.ts';

const NEWSROOM = join(ROOT, 'fixtures', 'newsroom');
const { scan, explain, UsageError, NoInputError } = await library();

async function all<T>(elements: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const element of elements) found.push(element);
  return found;
}

describe('scan finds what the command finds', () => {
  const OPTIONS: readonly [ScanOptions, readonly string[]][] = [
    [{}, []],
    [{ jobs: 0, threshold: 'loose', groupBy: 'event' }, ['--threshold', 'loose', '--group-by', 'event']],
    [
      { language: false, exclude: ['*.jsonl'], clean: false },
      ['--no-language', '--exclude', '*.jsonl', '--no-clean'],
    ],
  ];
  it.each(OPTIONS)('in a folder, with %j', async (options, flags) => {
    await using run = scan(NEWSROOM, options);
    const { stdout } = await dedupe([NEWSROOM, ...flags, '-f', 'json']);
    expect(JSON.parse(JSON.stringify(await run.report()))).toEqual(JSON.parse(stdout));
    expect((await all(run.render('json'))).join('')).toBe(stdout);
  });

  it.each<[string, ScanOptions, readonly string[]]>([
    ['mail.log', { inputFormat: 'mbox' }, ['--input-format', 'mbox']],
    [
      'answer.json',
      { records: 'response.docs', map: { text: 'body' } },
      ['--records', 'response.docs', '--map', 'text=body'],
    ],
    ['all.jsonl', { sample: 3 }, ['--sample', '3']],
  ])('in %s, read with %j', async (name, options, flags) => {
    const docs = [HARBOUR, HARBOUR, LIBRARY].map((body, n) => ({ id: `d${n}`, body }));
    const folder = folderWith({
      'mail.log': `From a@b Mon Mar  2 10:00:00 2026\nSubject: Harbour\n\n${HARBOUR}\n`,
      'answer.json': JSON.stringify({ facets: [{ body: 'no' }], response: { docs } }),
      'all.jsonl': lines(...[HARBOUR, HARBOUR, LIBRARY, LIBRARY].map((text) => ({ text }))),
    });
    const file = join(folder, name);
    await using run = scan(file, options);
    const { stdout, status } = await dedupe([file, ...flags, '-f', 'json']);
    expect([status, (await all(run.render('json'))).join('')]).toEqual([0, stdout]);
    expect((await run.report()).articles.length).toBe(options.inputFormat === 'mbox' ? 1 : 3);
  });

  it.each([0, 2])('in records that are handed in, with %i threads', async (jobs) => {
    const records = madeRecords(400);
    async function* source(): AsyncIterable<(typeof records)[number]> {
      for (const record of records) yield record;
    }
    await using run = scan(source(), { jobs });
    const { stdout } = await dedupe(['-', '-f', 'json'], { input: lines(...records) });
    expect((await all(run.render('json'))).join('')).toBe(stdout);
    expect((await run.summary()).groups).toBeGreaterThan(50);
  });

  it('in two inputs at once in one process, as in each alone', async () => {
    const [some, others] = [madeRecords(200), madeRecords(260).slice(60)];
    const told = async (records: typeof some): Promise<string> => {
      await using run = scan(records);
      return (await all(run.render('json'))).join('');
    };
    const alone = [await told(some), await told(others)];
    expect(await Promise.all([told(some), told(others)])).toEqual(alone);
  });

  it('in one record, or in something that is no record', async () => {
    await using run = scan([{ text: HARBOUR }]);
    expect((await run.report()).articles.map(({ id }) => id)).toEqual(['-#1']);
    await using odd = scan([null, 7, { text: HARBOUR, id: 12 }] as never);
    const report = await odd.report();
    expect(report.articles.map(({ id, record }) => [id, record])).toEqual([['12', 3]]);
    expect(report.issues.map(({ code }) => code)).toEqual(['invalid-record', 'invalid-record']);
  });
});

describe('the results of a scan', () => {
  it('can be gone through as often as wanted, and left at any place', async () => {
    await using run = scan(NEWSROOM);
    for await (const group of run.groups) {
      expect(group.members.length).toBeGreaterThan(1);
      break;
    }
    const report = await run.report();
    expect(await all(run.groups)).toEqual(report.groups);
    expect(await all(run.articles)).toEqual(report.articles);
    expect(await all(run.related)).toEqual(report.related);
    expect(await all(run.issues)).toEqual(report.issues);
    expect(await run.summary()).toEqual(report.summary);
  });

  it('are refused once it was closed', async () => {
    const run = scan(NEWSROOM);
    await run.summary();
    await Promise.all([run.close(), run.close()]);
    await expect(all(run.groups)).rejects.toThrow('was closed');
    await expect(all(scanAndClose().articles)).rejects.toThrow(UsageError);
  });

  function scanAndClose(): ReturnType<typeof scan> {
    const run = scan(NEWSROOM);
    void run.close();
    return run;
  }

  it('come with the progress of the run, which ends with it', async () => {
    await using run = scan(madeRecords(300), { jobs: 2 });
    const stages = (await all(run.progress)).map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(ORDER.filter((stage) => stages.includes(stage as never)));
    expect(stages).toEqual([...stages].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(stages.at(-1)).toBe('group');
    await using broken = scan('/no/such/place');
    // It fails while it looks for its files.
    expect(new Set((await all(broken.progress)).map(({ stage }) => stage))).toEqual(new Set(['discover']));
  });
  const ORDER = ['discover', 'read', 'clean', 'index', 'near', 'propose', 'judge', 'group'];
});

describe('errors', () => {
  it('of the call are thrown at once', () => {
    const wrong: readonly [() => unknown, string][] = [
      [() => scan([]), 'no input'],
      [() => scan(7 as never), 'an iterable of records'],
      [() => scan(['-']), 'standard input'],
      [() => scan('x', { treshold: 'strict' } as never), 'there is no option "treshold"'],
      [() => scan('x', { threshold: 'lax' as never }), 'threshold takes one of strict, balanced, loose'],
      [() => scan('x', { jobs: -1 }), 'jobs takes a whole number'],
      [() => scan('x', { map: { txt: 'body' } as never }), 'map takes'],
      [() => scan('x', { include: '*.txt' as never }), 'an array of strings'],
      [
        () => scan('x', { rules: { schema: 'dedupe.rules/1', rules: [{}] } as never }),
        'the option rules: rules[0]',
      ],
      [() => scan('x', { model: '/no/such/place' }), '/no/such/place'],
      [() => scan('x', { inputFormat: 'word' as never }), 'inputFormat takes one of auto, text'],
      [() => scan('x', { sample: 0 }), 'sample takes a whole number from 1'],
      [() => scan([{ text: 'x' }], { records: 'docs' }), 'the option records is for files'],
    ];
    for (const [call, says] of wrong) {
      expect(call).toThrow(UsageError);
      expect(call).toThrow(says);
    }
  });

  it('of the input come with the results, each time', async () => {
    await using run = scan(['/no/such/place']);
    await expect(run.report()).rejects.toThrow(NoInputError);
    await expect(all(run.groups)).rejects.toThrow(NoInputError);
  });

  it('of the source that hands records in are its own', async () => {
    const reason = new TypeError('the cursor was lost');
    async function* source(): AsyncIterable<{ text: string }> {
      yield { text: HARBOUR };
      throw reason;
    }
    await using run = scan(source());
    await expect(run.report()).rejects.toBe(reason);
    await using circular = scan([{ text: HARBOUR, n: 1n }]);
    await expect(circular.report()).rejects.toThrow('record 1 cannot be written as JSON');
  });
});

describe('explain', () => {
  const folder = folderWith({
    'a.txt': HARBOUR,
    'b.txt': `${HARBOUR}\nBy our own reporter.\n`,
    'c.txt': LIBRARY,
  });
  const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name)) as [string, string, string];

  it('says what the command says', async () => {
    for (const other of [b, c]) {
      const { stdout } = await dedupe(['explain', a, other, '-f', 'json']);
      expect(JSON.parse(JSON.stringify(await explain(a, other)))).toEqual(JSON.parse(stdout));
    }
  });

  it('takes records, ids, and one of each', async () => {
    expect((await explain({ text: HARBOUR }, { text: HARBOUR })).verdict).toMatchObject({ relation: 'copy' });
    expect((await explain({ text: HARBOUR }, c)).verdict.relation).toBe('distinct');
    expect((await explain(c, { text: LIBRARY })).a.path).toBe(c);
    const other = await explain('a.txt', 'c.txt', { in: folder }).catch((error: Error) => error);
    expect(other).toBeInstanceOf(NoInputError);
    expect((await explain(a, c, { in: folder, threshold: 'strict' })).run.options['threshold']).toBe(
      'strict',
    );
  });

  it('refuses what it does not know', async () => {
    await expect(explain(a, '/no/such/place')).rejects.toThrow(NoInputError);
    await expect(explain({ text: '' }, { text: HARBOUR })).rejects.toThrow(NoInputError);
    await expect(explain(a, b, { thresold: 'strict' } as never)).rejects.toThrow(UsageError);
    await expect(explain(a, b, {}, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
  });
});
