/** The stage `verify`: a pair with both sides to a link with its evidence. Must not judge by itself. */
import { StoryTable } from '../features/story-table.ts';
import { PairJudge } from '../judging.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Article } from '../model/article.ts';
import type { MatchOptions } from '../model/options.ts';
import { storyRows } from '../story-pairs.ts';
import { articleIn } from './article-row.ts';
import { storyIn } from './head-row.ts';
import { linkRow } from './link-row.ts';
import { type Given, numberIn, objectIn, type Stage, textIn } from './row.ts';

const FIRST = Uint32Array.of(0);
const SECOND = Uint32Array.of(1);

/** `{a, b}`: two sides `{pos, language, head, body, story}`; out comes a link, `related` ones included, or nothing. */
export function verifyStage(options: MatchOptions, knowledge: Knowledge): Stage {
  return {
    take(row) {
      const sides = [objectIn(row, 'a'), objectIn(row, 'b')];
      const articles = sides.map(articleIn);
      const judge = new PairJudge(
        options.translations ? storyRowsOf(sides) : undefined,
        readerOf(articles),
        options,
        knowledge,
      );
      const [a, b] = sides.map((side) => numberIn(side, 'pos')) as [number, number];
      return judge.linksAmong({ a: FIRST, b: SECOND }).map((link) => linkRow(link, a, b));
    },
  };
}

function storyRowsOf(sides: readonly Given[]): ReturnType<typeof storyRows> {
  const table = new StoryTable();
  sides.forEach((side, i) => {
    table.put(i, storyIn(side));
  });
  return storyRows(
    table.view(),
    sides.map((side) => textIn(side, 'language')),
  );
}

function readerOf(articles: readonly Article[]): {
  readonly count: number;
  readonly get: (index: number) => Article;
  readonly head: (index: number) => Article;
} {
  const get = (index: number): Article => articles[index]!;
  return { count: articles.length, get, head: get };
}
