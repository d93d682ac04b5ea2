/**
 * Stages that find stories in other words: what keys an article is followed by, who shares most of them with it, and who of
 * these passes, best first. Owns how rows become the arrays of `candidates`; must not decide otherwise.
 *
 * Articles stand here by their seat: the place of a text among all representatives, by the first half of its text key and
 * then by its place in the order. A code is a seat with what ranking asks of it: seat * 65536 + language * 64 + step.
 */
import {
  judgePartners,
  MAX_PARTNERS,
  MAX_PARTNERS_IN_LANGUAGE,
  worthOf,
} from '../candidates/story/partners.ts';
import { eachPair, weighRows } from '../candidates/story/survey.ts';
import { StoryTable } from '../features/story-table.ts';
import { pairsOf, storyRows } from '../judging.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { isStory } from '../match/index.ts';
import type { MatchOptions } from '../model/options.ts';
import type { PairRow, WrittenRow } from '../model/stage.ts';
import { storyIn } from './article-row.ts';
import { type Given, listIn, numberIn, numbersIn, objectsIn, RowFault, type Stage, textIn } from './row.ts';

/** All values of `nearestStep`, ascending; a step is a place in this list. */
const STEPS: readonly number[] = [
  0,
  ...new Set(Array.from({ length: 31 }, (_, n) => [2 ** n, Math.round(2 ** n * Math.SQRT2)]).flat()),
];

/** `{pos, keys: [[key, weight, frequent]]}`, frequent: in more than `limits.posting` articles; out come step and pairs of frequent keys. */
export function keysStage(): Stage {
  return {
    take(row) {
      const keys = listIn(row, 'keys').map(asKey);
      const rows = {
        count: 1,
        offsets: Uint32Array.of(0, keys.length),
        keys: Uint32Array.from(keys, ([key]) => key),
        weights: Uint8Array.from(keys, ([, weight]) => weight),
      };
      const { heavy, totals } = weighRows(rows, (i) => keys[i]![2]);
      const pairs: [key: number, weight: number][] = [];
      eachPair(heavy, (_, key, weight) => {
        pairs.push([key, weight]);
      });
      const found: WrittenRow = {
        type: 'keys',
        pos: numberIn(row, 'pos'),
        step: STEPS.indexOf(totals[0]!),
        pairs,
      };
      return [found];
    },
  };
}

function asKey(value: unknown): readonly [number, number, boolean] {
  const [key, weight, frequent] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof key !== 'number' || typeof weight !== 'number')
    throw new RowFault('a key is no number with a weight');
  return [key, weight, frequent === true || frequent === 1];
}

const SEAT = 65_536;
const LANGUAGE = 64;
/** Languages that a code can tell apart. */
export const MAX_LANGUAGES = SEAT / LANGUAGE;

function seatOf(code: number): number {
  return Math.floor(code / SEAT);
}

function languageOf(code: number): number {
  return Math.floor(code / LANGUAGE) % MAX_LANGUAGES;
}

function totalOf(code: number): number {
  return STEPS[code % LANGUAGE] ?? 0;
}

/** How many partners are judged at most: of other languages, and of its own. */
export function mostPartners({ groupBy }: Pick<MatchOptions, 'groupBy'>): readonly [number, number] {
  return [MAX_PARTNERS, groupBy === 'event' ? MAX_PARTNERS : MAX_PARTNERS_IN_LANGUAGE];
}

/** `{pos, code, lists: [{w, codes}]}`: of each key its weight and who has it; out come the seats of the best, best first. */
export function rankStage(options: Pick<MatchOptions, 'groupBy'>): Stage {
  const most = mostPartners(options);
  return {
    take(row) {
      const code = numberIn(row, 'code');
      const shared = new Map<number, number>();
      for (const list of objectsIn(row, 'lists')) {
        const weight = numberIn(list, 'w');
        for (const other of numbersIn(list, 'codes')) shared.set(other, (shared.get(other) ?? 0) + weight);
      }
      const [own, language] = [totalOf(code), languageOf(code)];
      const sides: { readonly seat: number; readonly worth: number }[][] = [[], []];
      for (const [other, bits] of shared) {
        if (seatOf(other) === seatOf(code)) continue;
        const worth = worthOf(bits, own, totalOf(other));
        if (worth > 0) sides[languageOf(other) === language ? 1 : 0]!.push({ seat: seatOf(other), worth });
      }
      const best = (side: 0 | 1): readonly number[] =>
        sides[side]!.sort((x, y) => y.worth - x.worth || x.seat - y.seat)
          .slice(0, most[side])
          .map(({ seat }) => seat);
      const [across, within] = [best(0), best(1)];
      if (across.length + within.length === 0) return [];
      return [{ type: 'rank', pos: numberIn(row, 'pos'), across, within }];
    },
  };
}

class NotHanded extends Error {}

/**
 * `{pos, story, language, most: [across, within], partners: [{side, n, pos, story, language}]}`: an article, how many
 * partners it has, and the first of these, of each side from n = 0 on. Out come those that pass; or `more`, where the search
 * does not end with them: it is asked again with all.
 */
export function askStage(options: MatchOptions, knowledge: Knowledge): Stage {
  return {
    take(row) {
      const pos = numberIn(row, 'pos');
      const partners = objectsIn(row, 'partners');
      const table = new StoryTable();
      [row, ...partners].forEach((side, i) => {
        table.put(i, storyIn(side));
      });
      const pairOf = pairsOf(
        storyRows(
          table.view(),
          [row, ...partners].map((side) => textIn(side, 'language')),
        ),
      );
      const judged: number[] = [];
      const most = numbersIn(row, 'most');
      try {
        for (const side of [0, 1]) {
          const ranking = new Handed(partners, side, most[side] ?? 0);
          judgePartners(
            0,
            ranking,
            mostPartners(options)[side]!,
            (a, b) => isStory(pairOf(a, b), options, knowledge),
            judged,
          );
        }
      } catch (error) {
        if (error instanceof NotHanded) return [{ type: 'more', pos }];
        throw error;
      }
      return judged
        .filter((code) => (code & 1) === 1)
        .map((code): PairRow => {
          const other = numberIn(partners[(code >>> 1) - 1]!, 'pos');
          return { type: 'pair', a: Math.min(pos, other), b: Math.max(pos, other), by: 'story' };
        });
    },
  };
}

/** The partners of one side as they were ranked. */
class Handed {
  readonly worth = 0;
  readonly #places: readonly number[];
  readonly #count: number;
  #next = 0;

  constructor(partners: readonly Given[], side: number, count: number) {
    const places: number[] = [];
    partners.forEach((partner, i) => {
      if (numberIn(partner, 'side') === side) places[numberIn(partner, 'n')] = i + 1;
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
