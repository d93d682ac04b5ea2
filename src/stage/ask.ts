/**
 * The stage `ask`: which of the partners of an article pass. Owns how rows become what `candidates` asks; must not judge
 * by itself. Memory: one article and the partners it is handed.
 */
import { judgePartners, mostPartners } from '../candidates/story/partners.ts';
import { StoryTable } from '../features/story-table.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { isStory } from '../match/index.ts';
import type { StoryRow } from '../model/features.ts';
import type { MatchOptions } from '../model/options.ts';
import type { PairRow, WrittenRow } from '../model/stage.ts';
import { pairsOf, storyRows } from '../story-pairs.ts';
import { storyIn } from './head-row.ts';
import { type Given, isAbsent, numberIn, numbersIn, RowFault, type Stage, textIn } from './row.ts';
import { stageOfRuns } from './runs.ts';

/** The article itself, or a partner. */
interface Handed {
  readonly side: number;
  readonly n: number;
  readonly pos: number;
  readonly language: string;
  readonly story: StoryRow;
  /** Of the article: how many partners it has of each side. */
  readonly most: readonly number[] | undefined;
}

/** The side of the article itself; partners in other languages are of side 0, those in its own of side 1. */
const ITSELF = -1;

function handedIn(row: Given): Handed {
  const side = numberIn(row, 'side');
  return {
    side,
    n: numberIn(row, 'n'),
    pos: numberIn(row, 'pos'),
    language: textIn(row, 'language'),
    story: storyIn(row),
    most: side !== ITSELF || isAbsent(row, 'most') ? undefined : numbersIn(row, 'most'),
  };
}

class NotHanded extends Error {}

/**
 * `{asker, side, n, pos, language, story}`, the rows of an asker one after another: itself (side -1, with `most: [across,
 * within]`, how many partners it has) and the first of these, of each side from n = 0 on. Out come those that pass; or
 * `more`, where the search does not end with them: it is asked again with all.
 */
export function askStage(options: MatchOptions, knowledge: Knowledge): Stage {
  return stageOfRuns(
    (row) => numberIn(row, 'asker'),
    handedIn,
    (asker, rows) => {
      const own = rows.findIndex(({ side }) => side === ITSELF);
      if (own === -1) throw new RowFault('partners of an article that is not there');
      try {
        return passed(rows, own, options, knowledge);
      } catch (error) {
        if (error instanceof NotHanded) return [{ type: 'more', asker }];
        throw error;
      }
    },
  );
}

function passed(
  rows: readonly Handed[],
  own: number,
  options: MatchOptions,
  knowledge: Knowledge,
): readonly WrittenRow[] {
  const table = new StoryTable();
  rows.forEach(({ story }, i) => {
    table.put(i, story);
  });
  const pairOf = pairsOf(
    storyRows(
      table.view(),
      rows.map(({ language }) => language),
    ),
  );
  const judged: number[] = [];
  for (const side of [0, 1] as const) {
    const ranking = new Ranked(rows, side, rows[own]!.most?.[side] ?? 0);
    const judge = (a: number, b: number): boolean => isStory(pairOf(a, b), options, knowledge);
    judgePartners(own, ranking, mostPartners(options.groupBy === 'event')[side], judge, judged);
  }
  const { pos } = rows[own]!;
  return judged
    .filter((code) => (code & 1) === 1)
    .map((code): PairRow => {
      const other = rows[code >>> 1]!.pos;
      return { type: 'pair', a: Math.min(pos, other), b: Math.max(pos, other), by: 'story' };
    });
}

/** The partners of one side as they were ranked. */
class Ranked {
  readonly worth = 0;
  readonly #places: readonly number[];
  readonly #count: number;
  #next = 0;

  constructor(rows: readonly Handed[], side: number, count: number) {
    const places: number[] = [];
    rows.forEach((partner, i) => {
      if (partner.side === side) places[partner.n] = i;
    });
    this.#places = places;
    this.#count = count;
  }

  take(): number | undefined {
    if (this.#next >= this.#count) return undefined;
    const place = this.#places[this.#next++];
    if (place === undefined) throw new NotHanded();
    return place;
  }
}
