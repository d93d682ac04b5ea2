/** Fresh folders, removed after the last test of a file, and the shell for what only a shell can do. Shared by the tests of this folder only. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { BIN, type Outcome, type RunOptions, run, temporaryFolder } from '../helpers/command.ts';
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';

export const HARBOUR = `Harbour of Tellmouth closes for repairs

The harbour of Tellmouth will stay closed for eleven weeks, the council said on Tuesday.
Divers had found cracks in 14 of the 52 piles that carry the northern quay.
Fishing boats are to move to Sallow Bay, where the town pays for the berths.
`;
export const LIBRARY = `Mobile library returns to the hill villages

After two years in the workshop the yellow bus with 3,400 books is back on the road.
Its first stops are Upper Wray, Lindle and the school at Cold Oak, says driver Maud Penrose.
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files; a name may hold slashes. */
export function folderWith(files: Files = {}): string {
  const folder = temporaryFolder();
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** One record a line. */
export function lines(...records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A folder `in` of files of made-up records in which each text is another. */
export function muchToRead(much: {
  readonly files: number;
  readonly records: number;
  readonly sentences: number;
}): string {
  const random = mulberry(much.files);
  const record = (): object => ({
    text: Array.from({ length: much.sentences }, () => makeSentence(random, 'latin')).join(' '),
  });
  return folderWith(
    Object.fromEntries(
      Array.from({ length: much.files }, (_, n) => [
        `in/${n}.jsonl`,
        lines(...Array.from({ length: much.records }, record)),
      ]),
    ),
  );
}

/** Runs in every thread: the size of a file is the number of those that were started. */
const THREAD_HOOK =
  'const { isMainThread } = require("node:worker_threads");' +
  'if (!isMainThread) require("node:fs").appendFileSync(process.env.SEEN_THREADS, "x");';

/** Environment of commands whose threads are counted, and how many they have started by now. */
export function countedThreads(): { readonly env: Readonly<Record<string, string>>; started(): number } {
  const cwd = folderWith({ 'hook.cjs': THREAD_HOOK, threads: '' });
  const seen = join(cwd, 'threads');
  const env = { NODE_OPTIONS: `--require ${join(cwd, 'hook.cjs')}`, SEEN_THREADS: seen };
  return { env, started: () => statSync(seen).size };
}

/** Runs a bash script in which `dedupe` is the built command. */
export function shell(script: string, options: RunOptions = {}): Promise<Outcome> {
  const env = { ...options.env, NODE: process.execPath, BIN };
  return run('bash', ['-c', `dedupe() { "$NODE" "$BIN" "$@"; }\n${script}`], { ...options, env });
}

/** Says in the test output why something was not tested. */
export function skipped(what: string, why: string): void {
  console.log(`skipped: ${what}: ${why}`);
}
