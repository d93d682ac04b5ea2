/** A state over archives: members are known by the archive that holds them, also after it was moved. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { httpAnswer, tarOf, warcPage, zipOf } from '../helpers/archives.mjs';
import { type ParsedReport, scan } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

/** Without what tells of the run before. */
function findings({ groups, ...report }: ParsedReport): unknown {
  return { ...report, groups: groups.map(({ isNew: _, formerIds: __, ...group }) => group) };
}

const archives = (): Record<string, Uint8Array> => ({
  'in/a.zip': zipOf({
    'old/harbour.txt': HARBOUR,
    'picture.png': 'x',
    'records.jsonl': lines({ text: LIBRARY }),
  }),
  'in/b.tar.gz': gzipSync(tarOf({ 'harbour.html': `<p>${HARBOUR}</p>`, 'bad.jsonl': '{"text":\n' })),
  'in/c.warc.gz': gzipSync(
    warcPage('https://a.example/', httpAnswer(LIBRARY, { 'Content-Type': 'text/plain' })),
  ),
});

it('finds what a run without it finds, first and again', async () => {
  const folder = folderWith(archives());
  const [words, state] = [[join(folder, 'in')], join(folder, 'state')];
  const plain = await scan(words, { status: 3 });
  expect(plain.articles.map(({ path }) => path.slice(folder.length + 4))).toEqual([
    'a.zip!/old/harbour.txt',
    'a.zip!/records.jsonl',
    'b.tar.gz!/harbour.html',
    'c.warc.gz',
  ]);
  expect(findings(await scan([...words, '--state', state], { status: 3 }))).toEqual(findings(plain));
  // What was lost before and still is raises nothing again.
  expect(findings(await scan([...words, '--state', state]))).toEqual(findings(plain));
});

it('shows the members of an archive that was moved under its new path', async () => {
  const folder = folderWith(archives());
  const [words, state] = [[join(folder, 'in')], join(folder, 'state')];
  await scan([...words, '--state', state], { status: 3 });
  mkdirSync(join(folder, 'in/later!'));
  renameSync(join(folder, 'in/a.zip'), join(folder, 'in/later!/z.zip'));
  const moved = await scan([...words, '--state', state]);
  expect(findings(moved)).toEqual(findings(await scan(words, { status: 3 })));
  expect(moved.articles.some(({ id }) => id.endsWith('/in/later!/z.zip!/records.jsonl#1'))).toBe(true);
});

it('reads an archive again whose bytes changed', async () => {
  const folder = folderWith(archives());
  const [words, state] = [[join(folder, 'in')], join(folder, 'state')];
  await scan([...words, '--state', state], { status: 3 });
  rmSync(join(folder, 'in/a.zip'));
  writeFileSync(join(folder, 'in/a.zip'), zipOf({ 'harbour.txt': HARBOUR, 'library.txt': LIBRARY }));
  const again = await scan([...words, '--state', state]);
  expect(findings(again)).toEqual(findings(await scan(words, { status: 3 })));
});
