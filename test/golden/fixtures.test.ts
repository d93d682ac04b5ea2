/**
 * Checks the fixtures themselves, without any stage: that the archive is as large and as varied as the golden cases
 * need, that its files are clean, and that expectations and README speak of what is there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countScripts } from '../../src/lib/script.ts';
import { DROP_REASONS } from '../../src/model/article.ts';
import { GROUP_KINDS } from '../../src/model/group.ts';
import { NEWSROOM, namedArticles, readExpectations } from './expectation.ts';
import { fixturesOf, readText, sourceText } from './newsroom.ts';

const themes = readdirSync(NEWSROOM).sort();
const filesOf = new Map(themes.map((theme) => [theme, readdirSync(NEWSROOM + theme).sort()]));
const articlesOf = new Map(
  themes.map((theme) => [theme, (filesOf.get(theme) ?? []).flatMap((file) => fixturesOf(theme, file))]),
);
const expectations = readExpectations();
const readme = readFileSync(`${NEWSROOM}../README.md`, 'utf8');

describe('the archive', () => {
  const articles = [...articlesOf.values()].flat();

  test('is large and varied enough', () => {
    expect(articles.length).toBeGreaterThanOrEqual(70);
    const languages = new Set([...expectations.values()].flatMap((one) => Object.values(one.languages)));
    languages.delete(null);
    expect(languages.size).toBeGreaterThanOrEqual(16);
  });

  test('has articles that are largely in each of these scripts', () => {
    // A quarter of the letters, not the most frequent script: Japanese is a mixture of three.
    const scripts = new Set(
      articles.flatMap(({ text }) => {
        const counts = countScripts(text);
        const letters = counts.reduce((sum, [, count]) => sum + count, 0);
        return counts.filter(([, count]) => count * 4 >= letters).map(([script]) => script);
      }),
    );
    for (const script of [
      'Arab',
      'Beng',
      'Cyrl',
      'Deva',
      'Grek',
      'Hang',
      'Hani',
      'Hebr',
      'Hira',
      'Latn',
      'Thai',
    ]) {
      expect(scripts).toContain(script);
    }
  });

  test('has every format', () => {
    const names = [...filesOf.values()].flat();
    for (const extension of ['.txt', '.md', '.html', '.json', '.jsonl', '.txt.gz']) {
      expect(names.some((name) => name.endsWith(extension))).toBe(true);
    }
  });

  test('has names that are unique, so that no id is taken twice', () => {
    const ids = themes.flatMap((theme) =>
      (articlesOf.get(theme) ?? []).map((article) =>
        article.name.startsWith(article.file) ? `${theme}/${article.name}` : article.name,
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('repeats no long paragraph across themes', () => {
    const home = new Map<string, string>();
    for (const [theme, ones] of articlesOf) {
      for (const line of ones.flatMap((article) => article.text.split('\n'))) {
        if (line.length < 60) continue;
        expect([theme, line]).toEqual([home.get(line) ?? theme, line]);
        home.set(line, theme);
      }
    }
  });
});

describe.each(themes)('%s', (theme) => {
  const articles = new Map((articlesOf.get(theme) ?? []).map((article) => [article.name, article]));

  test.each(filesOf.get(theme) ?? [])('%s is UTF-8 in NFC with line feeds, not empty', (file) => {
    const text = readText(theme, file);
    expect(text.normalize('NFC') === text).toBe(true);
    expect(text).not.toMatch(/[\r\ufeff\ufffd]/);
    expect(text).toMatch(/\S\n$/);
  });

  test('has an expectation that names exactly its articles', () => {
    const expectation = expectations.get(theme);
    expect(expectation?.proves).toMatch(/\.$/);
    expect(namedArticles(expectation!)).toEqual([...articles.keys()].sort());
    expect(Object.keys(expectation!.languages).sort()).toEqual([...articles.keys()].sort());
  });

  test('expects only known kinds and reasons, and lines that are there', () => {
    const expectation = expectations.get(theme)!;
    for (const group of expectation.groups) {
      expect([null, ...GROUP_KINDS]).toContain(group.kind);
      expect(Object.keys(group.members).length).toBeGreaterThanOrEqual(2);
      const relations = Object.values(group.members);
      expect(relations.filter((relation) => relation === 'canonical').length).toBeLessThanOrEqual(1);
    }
    for (const [name, lines] of Object.entries(expectation.kept ?? {})) {
      for (const line of lines) expect(sourceText(articles.get(name)!)).toContain(line);
    }
    for (const [name, drops] of Object.entries(expectation.dropped ?? {})) {
      for (const drop of drops) {
        expect(sourceText(articles.get(name)!)).toContain(drop.text);
        if (drop.reason !== undefined) expect(DROP_REASONS).toContain(drop.reason);
        expect(expectation.kept?.[name] ?? []).not.toContain(drop.text);
      }
    }
  });

  test('stands in the table of the README', () => {
    expect(readme).toContain(`| \`${theme}\` |`);
  });
});

/** The distinct numbers of a text as bare ASCII digits, separators removed, in order. */
function digitsOf(text: string): readonly string[] {
  const ascii = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const numbers = ascii.match(/\d+(?:[.,\u066b\u00a0 ]\d+)*/g) ?? [];
  return [...new Set(numbers.map((number) => number.replace(/\D/g, '')))].sort();
}

describe('themes as they are meant', () => {
  const paragraphs = (theme: string, name: string): readonly string[] =>
    readText(theme, name).trimEnd().split('\n\n');

  test.each(['translations-summit', 'translations-flood', 'variants'])(
    '%s: paragraph for paragraph',
    (theme) => {
      const counts = (filesOf.get(theme) ?? []).map((file) => paragraphs(theme, file).length);
      expect(new Set(counts).size).toBe(1);
    },
  );

  // Chinese, Japanese, Korean and Hindi group by other magnitudes (24亿): their digits differ by intention.
  test.each([
    ['translations-flood', filesOf.get('translations-flood') ?? []],
    ['translations-summit', ['ar.txt', 'de.txt', 'el.txt', 'en.txt', 'fr.txt', 'ru.txt']],
    ['variants', ['brasil.txt', 'lisboa.txt']],
  ] as const)('%s: every version has every number', (theme, files) => {
    const first = digitsOf(readText(theme, files[0] ?? ''));
    expect(first.length).toBeGreaterThanOrEqual(10);
    for (const file of files) expect([file, digitsOf(readText(theme, file))]).toEqual([file, first]);
  });

  test('foreign-chrome has separators of no-break spaces on every site', () => {
    for (const file of filesOf.get('foreign-chrome') ?? []) {
      expect(readText('foreign-chrome', file)).toMatch(/\n\n\u00a0\n\n/);
    }
  });

  test('the gzipped fixture carries no time of its making', () => {
    const bytes = readFileSync(`${NEWSROOM}records/archive.txt.gz`);
    expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  });

  test('an archive without golden case, or a case without archive, is noticed', () => {
    expect([...expectations.keys()]).toEqual(themes);
  });
});
