/**
 * Stages of the second cleaning pass that read texts: articles that are analysed again without what their source repeats,
 * and teasers with their homes. Owns how rows become what `candidates` and `clean` see; must not find or mark otherwise.
 */
import { analyseAgain, completeArticle, headOf } from '../article.ts';
import { findTeasers } from '../candidates/teasers/index.ts';
import { isOtherText, markTeasers, withoutRepeated } from '../clean/index.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Article } from '../model/article.ts';
import { NOT_WHOLE } from '../model/features.ts';
import type { MatchOptions } from '../model/options.ts';
import type { PlacedRow } from '../model/stage.ts';
import { articleIn, articleRow } from './article-row.ts';
import {
  type Given,
  keyIn,
  nameIn,
  numberIn,
  numbersIn,
  objectsIn,
  refuseForeign,
  type Stage,
} from './row.ts';

interface Making {
  readonly options: MatchOptions;
  readonly knowledge: Knowledge;
  readonly made: string;
}

/** `{v, made, pos, head, body, counts: [{key, articles}]}`; out comes the article where these change it. */
export function againStage(making: Making): Stage {
  return {
    take(row) {
      refuseForeign(row, making.made);
      const article = articleIn(row);
      const counts = new Map(
        objectsIn(row, 'counts').map((count) => [numberIn(count, 'key'), numberIn(count, 'articles')]),
      );
      const marked = withoutRepeated(article, counts);
      if (marked === undefined) return [];
      const again = completeArticle({ ...headOf(article), title: marked.title }, () => marked.blocks);
      return [analysedAgain(row, again, making)];
    },
  };
}

/** The row of an article whose blocks are other ones now. */
function analysedAgain(row: Given, article: Article, { options, knowledge, made }: Making): PlacedRow {
  const analysis = analyseAgain(article, options, knowledge);
  return { ...articleRow(analysis, made, options.translations), pos: numberIn(row, 'pos') };
}

/**
 * `{v, made, pos, text, leads, tails, ending, head, body, homes: [{pos, text, id, leads, tails}]}`: an article with the
 * first two articles, in the order of text key and place, that have each of its long blocks as a lead; `tails` of a home is
 * a number. Out comes the article where it carries one as a teaser.
 */
export function teasersStage(making: Making): Stage {
  return {
    take(row) {
      refuseForeign(row, making.made);
      const homes = homesIn(row);
      const article = articleIn(row);
      const byKey = new Map<number, string>();
      for (const home of homes) {
        for (const key of numbersIn(home, 'leads')) if (!byKey.has(key)) byKey.set(key, nameIn(home, 'id'));
      }
      const blocks = markTeasers(article.blocks, byKey);
      if (!isOtherText(article.blocks, blocks)) return [];
      return [
        analysedAgain(
          row,
          completeArticle(headOf(article), () => blocks),
          making,
        ),
      ];
    },
  };
}

/** The homes whose teasers the article may carry, in the order of their texts; none where it can carry none. */
function homesIn(row: Given): readonly Given[] {
  const own = numberIn(row, 'pos');
  const all = [row, ...objectsIn(row, 'homes').filter((home) => numberIn(home, 'pos') !== own)].sort(
    (x, y) => numberIn(x, 'pos') - numberIn(y, 'pos'),
  );
  const keys = all.map((side) => keyIn(side, 'text'));
  const tails = all.map((side) =>
    side === row ? Uint32Array.from(numbersIn(row, 'tails')) : new Uint32Array(numberIn(side, 'tails')),
  );
  const leads = all.map((side) => Uint32Array.from(numbersIn(side, 'leads')));
  const ending = numberIn(row, 'ending');
  const at = all.indexOf(row);
  const found = findTeasers({
    count: all.length,
    textHigh: Uint32Array.from(keys, ([high]) => high),
    textLow: Uint32Array.from(keys, ([, low]) => low),
    leadKeys: (index) => leads[index]!,
    tailKeys: (index) => tails[index]!,
    // The others are not asked what they carry.
    ending: (index) => (index !== at ? 0 : ending === NOT_WHOLE ? undefined : ending),
  });
  for (const { index, homes } of found) if (index === at) return homes.map((home) => all[home]!);
  return [];
}
