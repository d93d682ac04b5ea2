/** The clean texts that pages are built around: articles of the fixture archive, each a title and its paragraphs. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface CleanText {
  readonly name: string;
  readonly title: string;
  /** The first is the lead. */
  readonly paragraphs: readonly string[];
}

const NEWSROOM = resolve(import.meta.dirname, '..', '..', '..', 'fixtures', 'newsroom');

/** Articles of a title and several paragraphs of prose; no verse, no ticker, no page with chrome of its own. */
const FILES = [
  ...['bn', 'cs', 'fa', 'fi', 'nl', 'vi'].map((language) => `alone/${language}`),
  ...['ar', 'de', 'el', 'en', 'fr', 'hi', 'ja', 'ko', 'ru', 'zh'].map(
    (name) => `translations-summit/${name}`,
  ),
  ...['en', 'es', 'he', 'pt', 'th', 'tr', 'uk'].map((name) => `translations-flood/${name}`),
  'excerpt/feature',
  'same-event/corrispondente',
  'same-people/march',
  'same-people/may',
  'templated-football/eichhagen',
  'templated-markets/bogota',
  'templated-weather/cornwall',
  'stub/full',
  'update/evening',
  'variants/brasil',
  'wire-edited/wire',
];

export const ARTICLES: readonly CleanText[] = FILES.map((name) => {
  const [title = '', ...paragraphs] = readFileSync(resolve(NEWSROOM, `${name}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { name, title, paragraphs };
});
