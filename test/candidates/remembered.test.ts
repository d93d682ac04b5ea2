/** Searches that are remembered and those that are made again, together: what searching for all finds. */
import { describe, expect, it } from 'vitest';
import {
  indexStories,
  passedPairs,
  RememberedSearches,
  type StoredSearches,
  type StorySurvey,
  searchPartners,
  storyMarks,
  surveyStories,
} from '../../src/candidates/story/index.ts';
import { PATIENCE } from '../../src/candidates/story/partners.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';

interface MadeUp {
  /** Stands for its content. */
  readonly name: number;
  readonly keys: ReadonlyMap<number, number>;
  readonly language: number;
}

type Random = () => number;

/** Few keys of many, some of which stand in hundreds of articles; each article weighs them by itself. */
function madeUp(random: Random, name: number, common: number): MadeUp {
  const keys = new Map<number, number>();
  const story = between(random, 0, 40);
  for (let i = between(random, 0, 8); i > 0; i--)
    keys.set(1000 + 10 * story + between(random, 0, 9), between(random, 8, 60));
  for (let i = between(random, 0, common); i > 0; i--)
    keys.set(between(random, 0, common), between(random, 8, 40));
  return { name, keys, language: between(random, 0, 2) };
}

function surveyOf(articles: readonly MadeUp[], isByEvent: boolean): StorySurvey {
  const rows = articles.map(({ keys }) => [...keys].sort((x, y) => x[0] - y[0]));
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.length;
  });
  return surveyStories({
    count: rows.length,
    offsets,
    keys: Uint32Array.from(rows.flatMap((row) => row.map(([key]) => key))),
    weights: Uint8Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
    languages: Uint16Array.from(articles, ({ language }) => language),
    // Not in the order of the articles, as digests are not.
    textKeys: Uint32Array.from(articles, ({ name }) => Math.imul(name, 0x9e3779b1) >>> 0),
    isByEvent,
  });
}

const contentsOf = (articles: readonly MadeUp[]): Uint32Array =>
  Uint32Array.from(articles.flatMap(({ name }) => [name, Math.imul(name, 0x85ebca6b) >>> 0]));

/** The pairs that pass, each by the names of its sides. */
function pairsOf(articles: readonly MadeUp[], searches: StoredSearches): readonly string[] {
  const rows = Uint32Array.from(articles.keys());
  const { a, b } = passedPairs(rows, searches);
  const names = Array.from(a, (one, i) => [articles[one]!.name, articles[b[i]!]!.name]);
  return names.map((pair) => pair.sort((x, y) => x - y).join('-')).sort();
}

describe('remembered searches', () => {
  it.each(Array.from({ length: 12 }, (_, n) => n + 1))('change nothing that is found, case %i', (seed) => {
    const random = mulberry(seed);
    const isByEvent = seed % 4 === 0;
    // A verdict of the two contents alone, that lets few pairs pass.
    const share = pick(random, [2, 5, 50]);
    const passes = (articles: readonly MadeUp[]) => (a: number, b: number) => {
      const [x, y] = [articles[a]!.name, articles[b]!.name];
      return (
        (Math.imul(Math.min(x, y) + 1, 0x9e3779b1) ^ Math.imul(Math.max(x, y), 0x85ebca6b)) % share === 0
      );
    };
    let name = 1;
    // More frequent keys than are paired, or fewer.
    const common = pick(random, [4, 4, 20]);
    let articles = Array.from({ length: between(random, 380, 560) }, () => madeUp(random, name++, common));
    let stored: StoredSearches | undefined;
    let remembered = 0;
    for (let night = 0; night < 5; night++) {
      const survey = surveyOf(articles, isByEvent);
      const marks = storyMarks(survey, contentsOf(articles));
      const all = Uint32Array.from(articles.keys());
      const full = { ...searchPartners(indexStories(survey), all, passes(articles)), ...marks };
      if (stored !== undefined) {
        const indexFor = (rows: Uint32Array) => indexStories(survey, rows);
        const memory = new RememberedSearches(stored, survey, marks, indexFor, passes(articles));
        const found = memory.complete(searchPartners(indexFor(memory.due), memory.due, passes(articles)));
        remembered += articles.length - memory.due.length;
        stored = { ...found, ...marks };
        expect(pairsOf(articles, stored)).toEqual(pairsOf(articles, full));
      }
      stored ??= full;
      // A night: some go, some come, some stand elsewhere, one stands twice.
      articles = articles.filter(() => random() > pick(random, [0, 0, 0.01]));
      for (let i = between(random, 0, 12); i > 0; i--) articles.push(madeUp(random, name++, common));
      if (random() < 0.3) articles.push(pick(random, articles));
      if (random() < 0.5) articles.unshift(...articles.splice(between(random, 0, articles.length), 20));
    }
    expect(remembered).toBeGreaterThan(0);
  });

  it('are made again for who shared a pair of keys that another key has displaced', () => {
    const [most, paired, rising] = [257, 12, 99];
    let name = 1;
    const article = (...keys: readonly number[]): MadeUp => ({
      name: name++,
      keys: new Map(keys.map((key) => [key, key >= rising ? 60 : 50 - key])),
      language: 0,
    });
    const all = Array.from({ length: paired }, (_, key) => key);
    const [holder, other] = [
      article(...all, rising, 200, 201, 202, 203, 204),
      article(paired - 2, paired - 1),
    ];
    const fillers = all.flatMap((key) => Array.from({ length: most }, () => article(key)));
    const risers = Array.from({ length: most - 2 }, () => article(rising));
    const before = [holder, other, ...fillers, ...risers];
    const survey = surveyOf(before, false);
    const rows = Uint32Array.from(before.keys());
    const everyone = () => true;
    const stored = {
      ...searchPartners(indexStories(survey), rows, everyone),
      ...storyMarks(survey, contentsOf(before)),
    };
    const pair = `${holder.name}-${other.name}`;
    expect(pairsOf(before, stored)).toContain(pair);
    const now = [...before, article(rising)];
    const later = surveyOf(now, false);
    const marks = storyMarks(later, contentsOf(now));
    const indexFor = (rows: Uint32Array) => indexStories(later, rows);
    const memory = new RememberedSearches(stored, later, marks, indexFor, everyone);
    const found = memory.complete(searchPartners(indexFor(memory.due), memory.due, everyone));
    expect(pairsOf(now, { ...found, ...marks })).not.toContain(pair);
    expect(memory.due).toContain(1);
  });

  it('are made again where one that failed is worth less now, and another is asked in its place', () => {
    let name = 1;
    const article = (
      language: number,
      ...keys: readonly (readonly [key: number, weight: number])[]
    ): MadeUp => ({
      name: name++,
      keys: new Map(keys),
      language,
    });
    const range = (from: number, length: number, weight: number) =>
      Array.from({ length }, (_, i) => [from + i, weight] as const);
    const rising = range(900, 6, 255);
    const asker = article(0, ...range(0, 20, 40));
    // As many that fail as end a search are worth more than the partner, by their shares of the asker's keys, and of the partner's.
    const before = Array.from({ length: PATIENCE - 1 }, () => article(1, ...range(0, 10, 40)));
    const failing = article(1, ...range(0, 10, 40), ...rising);
    const partner = article(1, ...range(0, 8, 40), ...range(100, 10, 40));
    const others = Array.from({ length: PATIENCE }, () => article(0, ...range(100, 10, 40)));
    const holders = Array.from({ length: 256 }, () => article(2, ...rising));
    const unrelated = Array.from({ length: 600 }, (_, i) => article(2, [2000 + i, 40]));
    const all = [asker, ...before, failing, partner, ...others, ...unrelated, ...holders];
    const passes = (articles: readonly MadeUp[]) => (a: number, b: number) =>
      [articles[a], articles[b]].every((one) => one === asker || one === partner);
    const survey = surveyOf(all, false);
    const rows = Uint32Array.from(all.keys());
    const stored = {
      ...searchPartners(indexStories(survey), rows, passes(all)),
      ...storyMarks(survey, contentsOf(all)),
    };
    expect(pairsOf(all, stored)).toEqual([]);
    // One holder fewer: its keys count in what those that have them have in all.
    const now = all.slice(0, -1);
    const later = surveyOf(now, false);
    const marks = storyMarks(later, contentsOf(now));
    const indexFor = (asking: Uint32Array) => indexStories(later, asking);
    const memory = new RememberedSearches(stored, later, marks, indexFor, passes(now));
    const found = memory.complete(searchPartners(indexFor(memory.due), memory.due, passes(now)));
    expect(pairsOf(now, { ...found, ...marks })).toEqual([`${asker.name}-${partner.name}`]);
    expect(memory.due.length).toBeLessThan(now.length / 2);
  });
});
