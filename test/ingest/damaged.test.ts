import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SKIPPING_CODES } from '../../src/model/issue.ts';
import { codes, readAll, texts } from './workspace.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/damaged');

interface Expectation {
  readonly texts: readonly string[];
  /** `code record@offset`, the latter two where they are given. */
  readonly issues: readonly string[];
}

const good = (...texts: readonly string[]): Expectation => ({ texts, issues: [] });
const bad = (...issues: readonly string[]): Expectation => ({ texts: [], issues });

const EXPECTED: Readonly<Record<string, Expectation>> = {
  'empty.txt': bad('empty'),
  'blank.txt': bad('empty'),
  'binary.txt': bad('binary'),
  'picture.json': bad('binary'),
  'broken-line.jsonl': {
    texts: ['The tram line to the old harbour opens on Monday.', 'Snow closed the pass for two days.'],
    issues: ['invalid-json 2@71'],
  },
  'broken-bytes.jsonl': {
    texts: ['Das Café am Ufer schließt.', 'Der Markt zieht um.'],
    issues: ['invalid-encoding 2@76'],
  },
  'truncated.json': {
    texts: ['The bridge was closed at noon.', 'Two boats left the port.'],
    issues: ['invalid-json 3@127'],
  },
  'trailing-junk.json': { texts: ['Good before junk.'], issues: ['invalid-json @31'] },
  'two-arrays.json': bad('invalid-record 1@0'),
  'wrapped.json': good('Wrapped one.', 'Wrapped two.'),
  'missing-text.jsonl': {
    texts: ['The only article here.'],
    issues: ['missing-text 1@0', 'missing-text 2@29', 'empty 3@50', 'invalid-record 4@71'],
  },
  'deep.json': { texts: ['Before the deep one.', 'After the deep one.'], issues: ['too-deep 2@33'] },
  'proto.json': good('The keys of this record are odd, its text is not.'),
  'surrogate.jsonl': good('Half a pair \ufffd stands here.'),
  'own-report.json': bad('own-report'),
  'koi8.txt': good('Паром отходит в девять часов утра, и никто его не ждёт. Мост откроют весной.\n'),
  'windows1252.txt': good('Le maire a décidé d’ouvrir l’école « dès lundi » – malgré la grève.\n'),
  'utf16.txt': good('Die Fähre fährt um neun Uhr ab.\nNiemand wartet auf sie.\n'),
  'utf16-unmarked.txt': good('渡轮九点开，没有人等它。\n市长说，学校星期一开门，共有3所。\n'),
  'bom.txt': good('The school reopens on Monday.\nThree classes stay at home.\n'),
  'crlf.txt': good('The library stays open.\r\n\r\nIts roof was repaired.\rAll of it.\r\n'),
  'unclosed.html': good('Nothing here\n\nis ever closed & that is fine\n'),
  'truncated.txt.gz': bad('corrupt-archive'),
  'two-members.jsonl.gz': good('First member.', 'Second member.'),
};

describe('fixtures/damaged', () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    it(name, async () => {
      const result = await readAll([join(FOLDER, name)]);
      expect(texts(result)).toEqual(expected.texts);
      expect(
        result.issues.map(({ code, record, offset }) =>
          `${code} ${record ?? ''}${offset === undefined ? '' : `@${offset}`}`.trim(),
        ),
      ).toEqual(expected.issues);
    });
  }

  it('truncated.jsonl.gz', async () => {
    const result = await readAll([join(FOLDER, 'truncated.jsonl.gz')]);
    expect(result.articles.length).toBeGreaterThan(20);
    for (const [index, text] of texts(result).entries()) {
      expect(text).toBe(
        `Report number ${index}: the level of the river is ${(index * 37) % 101} centimetres.`,
      );
    }
    expect(codes(result)).toEqual(['corrupt-archive']);
  });

  it('keeps a long id as written', async () => {
    const { articles } = await readAll([join(FOLDER, 'truncated.json')]);
    expect(articles.map((article) => article.id)).toEqual(['12345678901234567890', '2']);
  });

  it('is read as a whole, every file accounted for', async () => {
    const files = readdirSync(FOLDER);
    expect(files.toSorted()).toEqual([...Object.keys(EXPECTED), 'truncated.jsonl.gz'].toSorted());
    const result = await readAll([FOLDER]);
    const places = [...result.articles, ...result.issues].map(({ path }) => path.slice(FOLDER.length + 1));
    expect([...new Set(places)].toSorted()).toEqual(files.toSorted());
    expect(result.issues.some(({ code }) => SKIPPING_CODES.has(code))).toBe(true);
  });
});
