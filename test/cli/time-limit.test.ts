/** `--time-limit`: a run ends at a checkpoint, says so by its exit code, and the next one goes on from there. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { folderWith, HARBOUR, muchToRead, shell } from './workspace.ts';

const WORDS = ['in', '--no-translations', '--jobs', '0', '-f', 'json'];

const FILES = 40;

/** Takes several seconds to read with no thread beside. */
const MUCH = { files: FILES, records: 64, sentences: 30 };

const keptFiles = ({ stderr }: Outcome): number =>
  [...stderr.matchAll(/"event":"state-kept","files":(\d+)/g)].reduce(
    (sum, [, files]) => sum + Number(files),
    0,
  );
const filesRead = ({ stderr }: Outcome): number => stderr.match(/"event":"file-read"/g)?.length ?? 0;

describe('--time-limit', () => {
  it('keeps what was read, and runs that are cut off come to the end of an archive', async () => {
    const cwd = muchToRead(MUCH);
    const night = (limit: string): Promise<Outcome> =>
      dedupe(
        [...WORDS, '--state', 'state', '-o', 'out.json', '--time-limit', limit, '--log-format', 'json', '-v'],
        { cwd },
      );
    // However slow the machine is: time enough to read some of it, and not all.
    let cut = await night('1s');
    for (let seconds = 2; cut.status === 143 && keptFiles(cut) === 0; seconds++)
      cut = await night(`${seconds}s`);
    expect(cut.status).toBe(143);
    expect(cut.stderr).toMatch(
      /"message":"the time limit of \d+ s is over in the stage \w+; what was read is kept/,
    );
    expect(cut.stdout).toBe('');
    expect(readdirSync(cwd).sort()).toEqual(['in', 'state']);
    const last = await night('5m');
    expect(last.status).toBe(0);
    expect(filesRead(last)).toBe(FILES - keptFiles(cut));
  });

  it('without a state leaves nothing, not even where the input never ends', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR });
    const script = `mkfifo pipe; (cat in/a.txt; exec sleep 30) >pipe &
      dedupe - -f json -o out.json --time-limit 1s <pipe; code=$?; kill $!; exit $code`;
    const began = Date.now();
    const { status, stdout, stderr } = await shell(script, { cwd });
    expect([status, stdout]).toEqual([143, '']);
    expect(stderr).toMatch(/^dedupe: error: the time limit of 1 s is over[^\n]*nothing was written[^\n]*\n$/);
    expect(Date.now() - began).toBeLessThan(25_000);
    expect(readdirSync(cwd).sort()).toEqual(['in', 'pipe']);
  });

  it('that is long enough changes nothing', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR });
    const limited = await dedupe([...WORDS, '--time-limit', '2h'], { cwd });
    expect(limited).toEqual(await dedupe(WORDS, { cwd }));
    const refused = await dedupe([...WORDS, '--time-limit', 'soon'], { cwd });
    expect([refused.status, refused.stderr]).toEqual([
      2,
      'dedupe: error: --time-limit takes a time such as 90s, 10m or 2h, not "soon"\n',
    ]);
    expect(readdirSync(join(cwd, 'in'))).toEqual(['a.txt', 'b.txt']);
  });
});
