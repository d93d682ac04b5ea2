/**
 * The second cleaning pass: what articles of a collection say of each other's blocks. Owns its order, and on what the
 * marks of an article depend; must not find or mark by itself.
 */
import { analyseAgain, completeArticle, headOf } from './article.ts';
import { findRepeated } from './candidates/repeated/index.ts';
import { findTeasers } from './candidates/teasers/index.ts';
import { isOtherText, leadsOf, markTeasers, withoutRepeated } from './clean/index.ts';
import type { Collection } from './collection.ts';
import { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
import { hashWords } from './lib/hash.ts';
import type { ArticleIndex } from './model/article.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticlePort } from './model/port.ts';

/**
 * Second cleaning pass, on what the collection knows: blocks that distinct articles of a source share, then teasers.
 * Only the articles that a finding is about are read again.
 */
export function cleanCollection(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): void {
  for (const changed of cleaningRounds(collection, port, options)) {
    for (const index of changed) {
      const { head, blocks, compact } = analyseAgain(port.get(index), options, knowledge);
      port.replace(
        index,
        completeArticle(head, () => blocks),
      );
      collection.replace(index, compact, head.language.bcp47);
    }
  }
}

/**
 * The same, for who analyses in other threads: puts marked blocks through the port and hands out, round by round, the
 * articles that have to be analysed again (`analyseAgain`), all of them before the next round is asked for. They may be
 * put in their place while the rest of their round is still being marked.
 */
export function* cleaningRounds(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  memory?: CleaningMemory,
): Iterable<Iterable<ArticleIndex>> {
  if (!options.clean) return;
  yield markRepeatedBlocks(collection, port, memory);
  yield markCollectionTeasers(collection, port, memory);
}

/** What an earlier run made of articles in the second cleaning pass. Changes no result: it only saves work. */
export interface CleaningMemory {
  /**
   * Whether it is known what comes of an article by this finding (64 bits of all that this depends on); if it does, an
   * article that changes has been put in its place.
   */
  recall(index: ArticleIndex, finding: Key64): boolean;
  /** 64 bits of the place and the source of an article, and of its id. */
  placeOf(index: ArticleIndex): Key64;
  idOf(index: ArticleIndex): Key64;
  /** What came of it: whether the article is one of those that are analysed again. */
  note(index: ArticleIndex, finding: Key64, isChanged: boolean): void;
}

/** Two words of 32 bits. */
export type Key64 = readonly [high: number, low: number];

function keyOfWords(words: readonly number[]): Key64 {
  return [hashWords(words, 1), hashWords(words, 2)];
}

function contentOf({ columns }: Collection, index: ArticleIndex): Key64 {
  return [columns.contentKeys[2 * index]!, columns.contentKeys[2 * index + 1]!];
}

function* markRepeatedBlocks(
  collection: Collection,
  port: ArticlePort,
  memory: CleaningMemory | undefined,
): Iterable<ArticleIndex> {
  // All counts are taken before the first article changes.
  for (const { index, articles } of [...findRepeated(collection.columns)]) {
    const finding = memory === undefined ? undefined : repeatedFinding(index, articles, collection, memory);
    if (finding !== undefined && memory?.recall(index, finding) === true) continue;
    const article = port.get(index);
    const marked = withoutRepeated(article, articles);
    if (finding !== undefined) memory?.note(index, finding, marked !== undefined);
    if (marked === undefined) continue;
    port.replace(
      index,
      completeArticle({ ...headOf(article), title: marked.title }, () => marked.blocks),
    );
    yield index;
  }
}

/** What a finding is of. */
const REPEATED = 1;
const TEASERS = 2;

/** Blocks that are another article's lead become teasers, with their home. */
function* markCollectionTeasers(
  collection: Collection,
  port: ArticlePort,
  memory: CleaningMemory | undefined,
): Iterable<ArticleIndex> {
  const known = new Map<ArticleIndex, HomeLeads>();
  // What was made of articles in this round: the leads of a home are those of its blocks as they are now.
  const changes = new Map<ArticleIndex, Key64>();
  // All are found before the first article changes.
  for (const { index, homes } of [...findTeasers(collection.columns)]) {
    const finding =
      memory === undefined ? undefined : teaserFinding(index, homes, collection, memory, changes);
    if (finding !== undefined && memory?.recall(index, finding) === true) {
      changes.set(index, finding);
      known.delete(index);
      continue;
    }
    const article = port.get(index);
    const byKey = new Map<number, string>();
    for (const home of homes) {
      if (known.size === HOMES_KEPT) known.clear();
      const { id, leads } = known.get(home) ?? readLeads(home, port);
      known.set(home, { id, leads });
      for (const key of leads) if (!byKey.has(key)) byKey.set(key, id);
    }
    const blocks = markTeasers(article.blocks, byKey);
    const isChanged = isOtherText(article.blocks, blocks);
    if (finding !== undefined) {
      memory?.note(index, finding, isChanged);
      changes.set(index, finding);
    }
    if (blocks === article.blocks) continue;
    port.replace(
      index,
      completeArticle(headOf(article), () => blocks),
    );
    if (!isChanged) continue;
    known.delete(index);
    yield index;
  }
}

/** All that becomes of an article by blocks that its source repeats. */
function repeatedFinding(
  index: ArticleIndex,
  articles: ReadonlyMap<number, number>,
  collection: Collection,
  memory: CleaningMemory,
): Key64 {
  const counts = [...articles].sort(([a], [b]) => a - b);
  return keyOfWords([REPEATED, ...identityOf(index, collection, memory), ...counts.flat()]);
}

/** What marks an article's blocks, besides the finding: its content, and by which site rules it was cleaned. */
function identityOf(index: ArticleIndex, collection: Collection, memory: CleaningMemory): readonly number[] {
  return [...contentOf(collection, index), ...memory.placeOf(index)];
}

/** All that the teasers of an article depend on: itself, and its homes by id, as they are when it is their turn. */
function teaserFinding(
  index: ArticleIndex,
  homes: readonly ArticleIndex[],
  collection: Collection,
  memory: CleaningMemory,
  changes: ReadonlyMap<ArticleIndex, Key64>,
): Key64 {
  const words = [TEASERS, ...identityOf(index, collection, memory)];
  for (const home of homes)
    words.push(...memory.idOf(home), ...(changes.get(home) ?? contentOf(collection, home)));
  return keyOfWords(words);
}

/** Homes whose leads are remembered: what they are the home of stands near by in most archives. */
const HOMES_KEPT = 4096;

interface HomeLeads {
  readonly id: string;
  readonly leads: readonly number[];
}

function readLeads(home: ArticleIndex, port: ArticlePort): HomeLeads {
  const { id, blocks } = port.get(home);
  return { id, leads: leadsOf(blocks) };
}
