import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe } from '../helpers/command.ts';
import { folderWith, HARBOUR } from './workspace.ts';

/** Every file that a run loaded, in any thread and by any kind of import: V8's coverage lists all scripts it ran. */
async function loadedBy(words: readonly string[]): Promise<readonly string[]> {
  const cwd = folderWith({ 'a.txt': HARBOUR });
  const env = { NODE_V8_COVERAGE: join(cwd, 'coverage') };
  const { status, stderr } = await dedupe(words, { cwd, env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const urls = readdirSync(join(cwd, 'coverage')).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(cwd, 'coverage', name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  return [...new Set(urls)];
}

/** `package:name` or `src:folder`. */
function ownerOf(url: string): string {
  const dependency = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url)?.[1];
  const folder = /\/dist\/([^/]+)/.exec(url)?.[1];
  return dependency === undefined ? `src:${folder ?? 'bin'}` : `package:${dependency}`;
}

async function ownersLoadedBy(words: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await loadedBy(words)).map(ownerOf))].sort();
}

describe('starting up loads no more than is needed', () => {
  it.each(['--version', '--help', 'help exit-codes'])('dedupe %s', async (words) => {
    const light = ['package:commander', 'src:bin', 'src:cli', 'src:lib', 'src:model', 'src:run'];
    expect(await ownersLoadedBy(words.split(' '))).toEqual(light);
  });

  it('a text file needs no parser of HTML, no engine of site rules, no writer of tables, no library of languages, and never the root of natural', async () => {
    const loaded = await loadedBy(['a.txt', '-f', 'json']);
    const owners = new Set(loaded.map(ownerOf));
    // The listing works: what is needed is in it.
    for (const needed of ['src:clean', 'src:ingest', 'src:language']) expect(owners).toContain(needed);
    for (const heavy of [
      'htmlparser2',
      'linkedom',
      '@mozilla/readability',
      're2js',
      'papaparse',
      'franc',
      'fasttext.wasm.js',
      'cld3-asm',
    ])
      expect(owners).not.toContain(`package:${heavy}`);
    expect(loaded.filter((url) => url.endsWith('/natural/lib/natural/index.js'))).toEqual([]);
  });
});
