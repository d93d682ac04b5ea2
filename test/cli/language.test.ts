import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { InspectRow } from '../../src/model/report.ts';
import { dedupe } from '../helpers/command.ts';
import { folderWith } from './workspace.ts';

/** Lines of a few words that fit several languages, each under its own number: nearly all go to the libraries. */
const UNSURE = [
  'Sandra ma nowy dom',
  'bronen en de stad',
  'er det en by i dag',
  'a nova ponte da cidade',
  'le pont la nuit',
  'dom na moru i more',
  'pemerintah kota dan warga',
  'мост и град на море',
  'сказав про новий міст',
  'ibhuloho elidala lomuzi',
  'de gamle broer ved havnen',
  'stari most i grad',
];
const records = Array.from({ length: 420 }, (_, i) =>
  JSON.stringify({ id: `r${i}`, text: `${UNSURE[i % UNSURE.length]} ${'x'.repeat(1 + (i % 3))}` }),
).join('\n');

describe('languages that are unsure', () => {
  it('are the same in one thread and in several, and nothing else is written to the output', async () => {
    const cwd = folderWith({ 'lines.jsonl': `${records}\n` });
    const words = ['inspect', 'lines.jsonl', '--format', 'ndjson', '--no-clean'];
    const [one, four] = await Promise.all([
      dedupe([...words, '--jobs', '1'], { cwd }),
      dedupe([...words, '--jobs', '4'], { cwd }),
    ]);
    expect({ status: one.status, stderr: one.stderr }).toEqual({ status: 0, stderr: '' });
    expect(four).toEqual(one);
    const rows = one.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as InspectRow);
    expect(rows).toHaveLength(421);
    // A record's answer does not depend on what was read before it.
    const codes = new Map<string, string>();
    for (const row of rows.slice(0, -1)) {
      const known = codes.get(row.text) ?? row.language.bcp47;
      expect(row.language.bcp47).toBe(known);
      codes.set(row.text, known);
    }
  });
});

const PAGE = `Gamla bron stängs i två veckor

Kommunen meddelade på måndagen att den gamla bron över ån ska stängas i två veckor, eftersom den inte längre är säker.

Ärendet tas upp igen i september, säger kommunalrådet, som inte vill kommentera kostnaderna.

"We have never seen the river as high as it was on that night, and we will not forget it," a visitor from Leeds said.

12 345 – 67,8 %
`;

describe('languages of blocks', () => {
  it('are told for those with enough letters, and only those', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const { stdout, status } = await dedupe(['inspect', 'page.txt', '--format', 'ndjson'], { cwd });
    expect(status).toBe(0);
    const row = JSON.parse(stdout.split('\n')[0] ?? '') as InspectRow;
    expect(row.language.bcp47).toBe('sv');
    const languages = row.blocks.map(({ text, language }) => [text.slice(0, 12), language]);
    expect(languages).toEqual([
      ['Gamla bron s', 'sv'],
      ['Kommunen med', 'sv'],
      ['Ärendet tas ', 'sv'],
      ['"We have nev', 'en'],
      ['12 345 – 67,', undefined],
    ]);
  });

  it('stand in the JSON as the schema says', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const [schema, answer] = await Promise.all([
      dedupe(['schema', 'inspect'], { cwd }),
      dedupe(['inspect', 'page.txt', '--format', 'json'], { cwd }),
    ]);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema.stdout) as object);
    validate(JSON.parse(answer.stdout));
    expect(validate.errors).toBe(null);
    expect(answer.stdout).toContain('"language":"en"');
  });

  it('are not told where languages are not asked for', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const { stdout } = await dedupe(['inspect', 'page.txt', '--format', 'ndjson', '--no-language'], { cwd });
    const row = JSON.parse(stdout.split('\n')[0] ?? '') as InspectRow;
    expect(row.blocks.some(({ language }) => language !== undefined)).toBe(false);
  });
});

/** Articles of fixtures/written in languages that no library and no table knows, and another version of each story. */
const UNKNOWN = { g012f97: 'g051e4d', g190974: 'g9c1e46' };

describe('languages that nobody knows', () => {
  it('join their translations by names and numbers', async () => {
    const { stdout, status } = await dedupe(['small-languages.jsonl', '-f', 'json'], {
      cwd: fileURLToPath(new URL('../../fixtures/written', import.meta.url)),
    });
    expect(status).toBe(0);
    const { articles, groups } = JSON.parse(stdout) as {
      readonly articles: readonly { readonly id: string; readonly language: { readonly code: string } }[];
      readonly groups: readonly { readonly members: readonly { readonly id: string }[] }[];
    };
    for (const [id, other] of Object.entries(UNKNOWN)) {
      expect(articles.find((article) => article.id === id)?.language.code).toBe('und');
      const group = groups.find(({ members }) => members.some((member) => member.id === id));
      expect(group?.members.map((member) => member.id)).toContain(other);
    }
  }, 60_000);
});
