/**
 * The fixture archive as the checks see it: files decoded, records split. Owns no golden case, and must not import a
 * stage: it would check the program with itself.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { NEWSROOM } from './expectation.ts';

export interface Fixture {
  /** Name as in the expectations: relative path, `path#record` or the record's own id. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

interface FixtureRecord {
  readonly id?: string;
  readonly title: string;
  readonly text: string;
}

function readBytes(theme: string, file: string): Uint8Array {
  const bytes = readFileSync(`${NEWSROOM}${theme}/${file}`);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Text of a fixture file; throws where it is not UTF-8. */
export function readText(theme: string, file: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readBytes(theme, file));
}

/** The articles of a fixture file, in their order. */
export function fixturesOf(theme: string, file: string): readonly Fixture[] {
  const text = readText(theme, file);
  const extension = file.slice(file.lastIndexOf('.') + 1);
  if (extension !== 'json' && extension !== 'jsonl') return [{ name: file, file, text }];
  const records: readonly FixtureRecord[] =
    extension === 'json'
      ? JSON.parse(text)
      : text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
  return records.map((record, position) => ({
    name: record.id ?? `${file}#${position + 1}`,
    file,
    text: `${record.title}\n\n${record.text}`,
  }));
}

/** Text as a reader of the page sees it: the few entities of the HTML fixture resolved. */
export function sourceText(article: Fixture): string {
  if (!article.file.endsWith('.html')) return article.text;
  return article.text
    .replaceAll('&quot;', '"')
    .replaceAll('&eacute;', 'é')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&');
}
