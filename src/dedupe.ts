/**
 * The order of the stages, and nothing else: what happens to one article, and what happens to a collection. Must not
 * hold rules of its own, touch files, or know of threads.
 */
import { type NearCandidates, nearCandidates } from './candidates/near/index.ts';
import { findRepeated } from './candidates/repeated/index.ts';
import { storyCandidates } from './candidates/story/index.ts';
import { findTeasers } from './candidates/teasers/index.ts';
import {
  blockKeys,
  cleanArticle,
  keptText,
  markRepeated,
  markTeasers,
  repetitionKeys,
  segmentOnly,
} from './clean/index.ts';
import { Columns } from './features/columns.ts';
import { compactFeatures, conceptsOf, extractMentions, NO_CONCEPTS, wordsOf } from './features/index.ts';
import { groupLinks, outsideGroups } from './group/index.ts';
import { type Detection, detectLanguage, onceForEach, type Voters } from './language/index.ts';
import { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
import { sha256 } from './lib/digest.ts';
import { normaliseText } from './lib/normalise.ts';
import { judgePair, mayBeStory, PreparedArticles, prepare, type ReadConcepts } from './match/index.ts';
import type { Article, ArticleIndex, Block, RawArticle } from './model/article.ts';
import type { CompactFeatures, ConceptVector } from './model/features.ts';
import type { Group } from './model/group.ts';
import type { Issue } from './model/issue.ts';
import type { Link, Verdict } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticlePort } from './model/port.ts';

export { parseRules } from './clean/index.ts';

/** Version of rules and tables: changes whenever a result may change. */
export const ENGINE = '3';

export { loadVoters, type Voters } from './language/index.ts';

export interface Analysis {
  readonly article: Article;
  readonly compact: CompactFeatures;
  /** Whether the language was unsure for want of voters: with them it may be another. */
  readonly unsure: boolean;
}

const UNKNOWN: Detection = {
  language: { code: 'und', bcp47: 'und', script: 'Zyyy', confidence: 0 },
  unsure: false,
};

/**
 * All that can be known of one article alone. Pure: the same in every thread and on every machine. `voters` (see
 * `loadVoters`) are asked about a language that the learned tables are unsure of.
 */
export function analyseArticle(
  raw: RawArticle & { readonly sourceId?: string },
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
  voters?: Voters,
): Analysis {
  const cleaned = options.clean ? cleanArticle(raw, options.rules) : segmentOnly(raw, options.rules);
  // What the source calls the title is the title; only without it the text is asked.
  const title = raw.title === undefined || raw.title === '' ? cleaned.title : raw.title;
  const { text: _text, outside: _outside, ...identity } = raw;
  return analyseBlocks({ ...identity, title }, cleaned.blocks, options, knowledge, (text) =>
    detectLanguage(text, voters),
  );
}

/**
 * The same article with the language of each of its blocks, kept and dropped, where it can be told; `unsure` as for
 * the article. Only what shows blocks asks for it: a scan does not need it.
 */
export function tellBlockLanguages(
  article: Article,
  voters?: Voters,
): { readonly article: Article; readonly unsure: boolean } {
  let unsure = false;
  const detect = onceForEach((text) => detectLanguage(text, voters));
  const blocks = article.blocks.map((block): Block => {
    const found = detect(block.text);
    unsure ||= found.unsure;
    return found.language.confidence < TOLD_CONFIDENCE ? block : { ...block, language: found.language.bcp47 };
  });
  return { article: { ...article, blocks }, unsure };
}

/** A block whose language is less sure has none; right nine times of ten or more by the reliability table of the decision note. */
const TOLD_CONFIDENCE = 0.8;

type Identity = Omit<RawArticle, 'text' | 'outside'> & { readonly sourceId?: string };

function analyseBlocks(
  identity: Identity & { title: string },
  blocks: readonly Block[],
  options: MatchOptions,
  knowledge: Knowledge,
  detect: (text: string) => Detection,
): Analysis {
  const text = keptText(blocks);
  const matching = matchingText(identity.title, text, blocks);
  const { language, unsure } = options.language ? detect(matching) : UNKNOWN;
  const mentions = extractMentions(matching, language.bcp47);
  const concepts = readConcepts(matching, language.bcp47, knowledge);
  const textDigest = sha256(normaliseText(text));
  const total = blocks.reduce((sum, block) => sum + countLetters(block.text), 0);
  const kept = blocks.reduce((sum, block) => sum + (block.kept ? countLetters(block.text) : 0), 0);
  const article: Article = {
    ...identity,
    language,
    text,
    blocks,
    characters: countCharacters(text),
    kept: total === 0 ? 1 : kept / total,
    textDigest,
    ...mentions,
  };
  const { source } = identity;
  // Nothing is counted over a folder: two sites in one folder would clean each other.
  const within = source === undefined || !options.clean ? undefined : { source, ...repetitionKeys(blocks) };
  const keys = blockKeys(blocks);
  const compact = compactFeatures(identity.title, text, textDigest, mentions, concepts, keys, within);
  return { article, compact, unsure };
}

/** What is matched: the text, below the title where that does not stand in it. */
function matchingText(title: string, text: string, blocks: readonly Block[]): string {
  const isInText = blocks.some((block) => block.kept && block.role === 'title');
  return isInText || title === '' ? text : `${title}\n${text}`;
}

function readConcepts(text: string, bcp47: string, { concepts }: Knowledge): ConceptVector {
  return concepts === undefined ? NO_CONCEPTS : conceptsOf(text, bcp47, concepts);
}

export function conceptReader(knowledge: Knowledge): ReadConcepts {
  return ({ title, text, blocks, language: { bcp47 } }) => {
    const matching = matchingText(title, text, blocks);
    const { concepts } = knowledge;
    return {
      concepts: readConcepts(matching, bcp47, knowledge),
      wordsOf: (ids) => (concepts === undefined ? [] : wordsOf(matching, bcp47, concepts, ids)),
    };
  };
}

/** Code points. */
function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}

/** Code points that are not white space. */
function countLetters(text: string): number {
  return countCharacters(text.replace(/\s+/g, ''));
}

/** The compact side of all articles, in the order (path, record). */
export class Collection {
  readonly columns = new Columns();
  /** BCP 47 by index. */
  readonly languages: string[] = [];

  push(compact: CompactFeatures, language: string): void {
    this.columns.push(compact);
    this.languages.push(language);
  }
}

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
  if (!options.clean) return;
  markRepeatedBlocks(collection, port, options, knowledge);
  markCollectionTeasers(collection, port, options, knowledge);
}

function markRepeatedBlocks(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge,
): void {
  // All counts are taken before the first article changes.
  for (const { index, articles } of [...findRepeated(collection.columns)]) {
    const article = port.get(index);
    const { blocks, title } = markRepeated(article.blocks, articles);
    if (blocks === article.blocks) continue;
    // A title that the source gave stays.
    const wasInText = article.blocks.some((block) => block.role === 'title' && block.text === article.title);
    const identity = title !== undefined && wasInText ? { ...article, title } : article;
    putAgain(index, analyseAgain(identity, blocks, options, knowledge), collection, port);
  }
}

/** What was dropped is a small part of a text: where the table is not sure of the rest, the language found before stands. */
function analyseAgain(
  article: Article,
  blocks: readonly Block[],
  options: MatchOptions,
  knowledge: Knowledge,
): Analysis {
  return analyseBlocks(article, blocks, options, knowledge, (text) => {
    const detection = detectLanguage(text);
    return detection.unsure ? { language: article.language, unsure: false } : detection;
  });
}

function putAgain(
  index: ArticleIndex,
  { article, compact }: Analysis,
  { columns, languages }: Collection,
  port: ArticlePort,
): void {
  port.replace(index, article);
  columns.replace(index, compact);
  languages[index] = article.language.bcp47;
}

/** Blocks that are another article's lead become teasers, with their home. */
function markCollectionTeasers(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge,
): void {
  for (const { index, homes } of findTeasers(collection.columns)) {
    const article = port.get(index);
    const byKey = new Map<string, string>();
    for (const home of homes) {
      const { id, blocks } = port.get(home);
      const { leads, others } = blockKeys(blocks);
      // A home of one or two paragraphs is a brief: where it stands in another text, that is a digest.
      if (leads.length + others.length < MIN_HOME_BLOCKS) continue;
      for (const key of leads) if (!byKey.has(key)) byKey.set(key, id);
    }
    const blocks = markTeasers(article.blocks, byKey);
    if (blocks === article.blocks) continue;
    putAgain(index, analyseAgain(article, blocks, options, knowledge), collection, port);
  }
}

const MIN_HOME_BLOCKS = 3;

export interface Findings {
  readonly groups: readonly Group[];
  /** Pairs of relation `related`. */
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
}

/** Everything that needs the collection. The same findings whatever the order in which articles were read. */
export function findGroups(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): Findings {
  cleanCollection(collection, port, options, knowledge);
  const near = nearCandidates(collection.columns);
  const story = options.translations
    ? storyCandidates({
        ...collection.columns.storyRows(near.value.representatives),
        languages: languageNumbers(collection.languages, near.value.representatives),
      })
    : { value: NO_PAIRS, issues: [] };
  const { columns } = collection;
  const { representatives } = near.value;
  const worthReading = keepPairs(story.value, (a, b) =>
    mayBeStory(columns.concepts(representatives[a]!), columns.concepts(representatives[b]!)),
  );
  const prepared = new PreparedArticles(port, conceptReader(knowledge));
  const links: Link[] = [];
  const related: Link[] = [];
  for (const [a, b] of pairsOf(near.value, worthReading, port.count)) {
    const verdict = judgePair(prepared.get(a), prepared.get(b), options, knowledge);
    if (verdict.relation === undefined) continue;
    (verdict.relation === 'related' ? related : links).push(linkOf(a, b, verdict));
  }
  const groups = groupLinks({
    count: port.count,
    copies: near.value.copies,
    links,
    related,
    languageOf: (index) => collection.languages[index] ?? 'und',
    facts: (index) => port.get(index),
    options,
  });
  return {
    groups,
    related: outsideGroups(related, groups, near.value.copies.representativeOf),
    issues: [...near.issues, ...story.issues],
  };
}

/** One verdict, for `explain`. */
export function explainPair(
  a: Article,
  b: Article,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): Verdict {
  const read = conceptReader(knowledge);
  return judgePair(prepare(a, read), prepare(b, read), options, knowledge);
}

/** Languages as small numbers, for the articles of a list. */
function languageNumbers(languages: readonly string[], indexes: Uint32Array): Uint16Array {
  const numbers = new Map<string, number>();
  return Uint16Array.from(indexes, (index) => {
    const language = languages[index] ?? 'und';
    const number = numbers.get(language) ?? numbers.size;
    numbers.set(language, number);
    return number;
  });
}

const NO_PAIRS = { a: new Uint32Array(0), b: new Uint32Array(0) } as const;

/** The pairs for which the test holds. */
function keepPairs(
  { a, b }: { readonly a: Uint32Array; readonly b: Uint32Array },
  test: (a: number, b: number) => boolean,
): { readonly a: Uint32Array; readonly b: Uint32Array } {
  const kept = Uint32Array.from(a.keys()).filter((i) => test(a[i]!, b[i]!));
  return { a: kept.map((i) => a[i]!), b: kept.map((i) => b[i]!) };
}

/** Pairs of both kinds of candidates, each once, ordered by (a, b): neighbours in the order share their articles. */
function* pairsOf(
  near: NearCandidates,
  story: { readonly a: Uint32Array; readonly b: Uint32Array },
  count: number,
): Iterable<readonly [ArticleIndex, ArticleIndex]> {
  const { pairs, representatives } = near;
  const codes = new Float64Array(pairs.a.length + story.a.length);
  for (let i = 0; i < pairs.a.length; i++) codes[i] = pairs.a[i]! * count + pairs.b[i]!;
  for (let i = 0; i < story.a.length; i++) {
    codes[pairs.a.length + i] = representatives[story.a[i]!]! * count + representatives[story.b[i]!]!;
  }
  codes.sort();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (i === 0 || code !== codes[i - 1]) yield [Math.floor(code / count), code % count];
  }
}

function linkOf(a: ArticleIndex, b: ArticleIndex, verdict: Verdict): Link {
  const { relation, inner, reason, score, evidence } = verdict;
  return {
    a,
    b,
    relation: relation ?? 'related',
    ...(inner === undefined ? {} : { inner }),
    ...(reason === undefined ? {} : { reason }),
    score,
    evidence,
  };
}
