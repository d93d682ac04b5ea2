import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, HARBOUR } from './cli/workspace.ts';
import { ROOT, run } from './helpers/command.ts';

/** What is published is looked at as it is packed: a tarball, and what stands in it. */
const place = folderWith({ 'a.txt': HARBOUR, 'b.txt': HARBOUR });
const packing = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place]);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

async function packed(): Promise<Packed> {
  const { stdout, stderr, status } = await packing;
  if (status !== 0) throw new Error(stderr);
  const [first] = Object.values(JSON.parse(stdout) as Record<string, Packed>);
  return first!;
}

describe('the package', () => {
  it('holds what runs, its types and its licences, in at most 12 MB', async () => {
    const { size, files } = await packed();
    const odd = files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(?:bin\/dedupe\.js|dist\/.+\.(?:js|d\.ts|bin)|[A-Z]+(?:\.md)?|package\.json)$/.test(path),
      );
    expect(odd).toEqual([]);
    expect(size).toBeLessThanOrEqual(12 * 1024 * 1024);
    expect(files.length).toBeGreaterThan(100);
  });

  it('holds nothing whose source is gone', async () => {
    const { files } = await packed();
    const sources = new Set(
      readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
        name.replace(/\.ts$/, ''),
      ),
    );
    const stale = files
      .map(({ path }) => /^dist\/(.+?)(?:\.d\.ts|\.js)$/.exec(path)?.[1])
      .filter((name) => name !== undefined && !sources.has(name));
    expect(stale, 'remove dist and build again').toEqual([]);
  });

  it('works from the tarball in an empty folder', async () => {
    const { filename } = await packed();
    const modules = join(place, 'node_modules');
    await mkdir(join(modules, 'dedupe'), { recursive: true });
    const unpacked = await run('tar', [
      '-xzf',
      join(place, filename),
      '-C',
      join(modules, 'dedupe'),
      '--strip-components=1',
    ]);
    expect(unpacked).toMatchObject({ status: 0 });
    // As npm would put its dependencies beside it.
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    const bin = join(modules, 'dedupe', 'bin', 'dedupe.js');
    const scanned = await run(process.execPath, [bin, 'a.txt', 'b.txt', '-f', 'json'], { cwd: place });
    expect(scanned).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(scanned.stdout).summary.groups).toBe(1);
    const code =
      "import { scan } from 'dedupe'; console.log((await scan(['a.txt', 'b.txt']).summary()).groups);";
    const asked = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: place });
    expect(asked).toEqual({ status: 0, stdout: '1\n', stderr: '' });
    expect(statSync(bin).mode & 0o111).not.toBe(0);
  });

  it('has no fault that publint knows', async () => {
    const { stdout, status } = await run(process.execPath, [
      join(ROOT, 'node_modules', 'publint', 'src', 'cli.js'),
      ROOT,
      '--strict',
      '--pack',
      'false',
    ]);
    expect(stdout).toContain('All good');
    expect(status).toBe(0);
  });

  it('has types that are found by whoever can load it', async () => {
    const { filename } = await packed();
    const attw = join(ROOT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const outcome = await run(process.execPath, [
      attw,
      join(place, filename),
      '--profile',
      'esm-only',
      '-f',
      'ascii',
      '--no-color',
    ]);
    expect(outcome.stdout).toContain('node16 (from ESM): 🟢 (ESM)');
    expect(outcome.status).toBe(0);
  });
});
