/**
 * What is known of one article alone: the order in which it is cleaned, told its language and read, and the article as
 * that makes it. Must not hold rules of its own, or know of other articles.
 */
import {
  type BlockKeys,
  blockKeys,
  cleanArticle,
  isJoined,
  keptText,
  repetitionKeys,
  segmentOnly,
} from './clean/index.ts';
import {
  compactFeatures,
  conceptsOf,
  contentKeyOf,
  extractFacts,
  extractMentions,
  NO_CONCEPTS,
  NO_STORY,
  publishedDay,
  wordsOf,
} from './features/index.ts';
import { type Detection, detectLanguage, onceForEach, type Voters } from './language/index.ts';
import { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
import { countLetters } from './lib/counts.ts';
import { digestText } from './lib/normalised-digest.ts';
import { latinLength } from './lib/script.ts';
import { sentencesOf } from './lib/sentences.ts';
import type { ReadWords, SentenceRow } from './match/index.ts';
import type { Article, ArticleHead, Block, RawArticle } from './model/article.ts';
import type { CompactFeatures, Mentions, StoryRow } from './model/features.ts';
import type { MatchOptions } from './model/options.ts';

export interface Analysis {
  readonly head: ArticleHead;
  readonly blocks: readonly Block[];
  readonly compact: CompactFeatures;
  /** The text as it was read, where it is all blocks with one line break between two. */
  readonly joined: string | undefined;
  /** Whether the language was unsure for want of voters: with them it may be another. */
  readonly unsure: boolean;
}

/** An article that is ready, in one piece. */
export interface ArticleAnalysis extends Analysis {
  readonly article: Article;
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
): ArticleAnalysis {
  const analysis = analyseRaw(raw, options, knowledge, voters);
  return { ...analysis, article: completeArticle(analysis.head, () => analysis.blocks) };
}

/** The same in parts, for who writes them down. */
export function analyseRaw(
  raw: RawArticle & { readonly sourceId?: string },
  options: MatchOptions,
  knowledge: Knowledge,
  voters?: Voters,
): Analysis {
  const cleaned = options.clean ? cleanArticle(raw, options.rules) : segmentOnly(raw, options.rules);
  // What the source calls the title is the title; only without it the text is asked.
  const title = raw.title === undefined || raw.title === '' ? cleaned.title : raw.title;
  const { text } = raw;
  const joined = isJoined(cleaned.blocks, text) ? text : undefined;
  const detect = (matching: string) => detectLanguage(matching, voters);
  return analyseBlocks(raw, title, cleaned.blocks, joined, options, knowledge, detect);
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

/** Where an article comes from and what its source says of it: all but what follows from its text. */
type Identity = Omit<RawArticle, 'text' | 'outside' | 'title'> & { readonly sourceId?: string };

function analyseBlocks(
  from: Identity,
  title: string,
  blocks: readonly Block[],
  joined: string | undefined,
  options: MatchOptions,
  knowledge: Knowledge,
  detect: (text: string) => Detection,
): Analysis {
  const text = keptText(blocks, joined);
  const matching = matchingText(title, text, blocks);
  const { language, unsure } = options.language ? detect(matching) : UNKNOWN;
  const { textDigest, characters } = digestText(text);
  const identity = options.clean ? withDay(from, blocks, language.bcp47) : from;
  const head = makeHead(identity, title, { language, characters, kept: keptShare(blocks), textDigest });
  const { source } = identity;
  // Nothing is counted over a folder: two sites in one folder would clean each other.
  const within = source === undefined || !options.clean ? undefined : { source, ...repetitionKeys(blocks) };
  // Teasers are sought by the second pass of cleaning alone, stories among translations alone.
  const keys = options.clean ? blockKeys(blocks) : NO_BLOCK_KEYS;
  const story = options.translations
    ? storyRow(matching, text, language.bcp47, identity.date, knowledge)
    : NO_STORY;
  const contentKey = contentKeyOf(head, blocks);
  const written = { title, text, textDigest, hasSource: source !== undefined };
  const compact = compactFeatures(written, contentKey, story, keys, within);
  return { head, blocks, compact, joined, unsure };
}

/** Where nothing declares a date, the day that stands at the headline. */
function withDay(from: Identity, blocks: readonly Block[], bcp47: string): Identity {
  if (from.date !== undefined) return from;
  const date = publishedDay(blocks, bcp47);
  return date === undefined ? from : { ...from, date };
}

/** What is read: the title goes before the text where it does not stand in it. */
function matchingText(title: string, text: string, blocks: readonly Block[]): string {
  const titleInText = blocks.some((block) => block.kept && block.role === 'title');
  return titleInText || title === '' ? text : `${title}\n${text}`;
}

const NO_BLOCK_KEYS: BlockKeys = { leads: [], others: [], ending: 0 };

/** By what the story of an article is found and judged. */
function storyRow(
  matching: string,
  text: string,
  bcp47: string,
  date: string | undefined,
  { concepts }: Knowledge,
): StoryRow {
  return {
    facts: extractFacts(matching, bcp47),
    concepts: concepts === undefined ? NO_CONCEPTS : conceptsOf(matching, bcp47, concepts),
    letters: latinLength(text),
    published: dayOf(date),
  };
}

/** Days since 1970 of an RFC 3339 day or instant; NaN where there is none. */
function dayOf(date: string | undefined): number {
  return date === undefined ? Number.NaN : Math.floor(Date.parse(date.slice(0, 10)) / 86_400_000);
}

/** The row by which an article is judged, made again: few are asked for. */
export function storyRowOf(article: Article, knowledge: Knowledge): StoryRow {
  const { title, text, blocks, language, date } = article;
  return storyRow(matchingText(title, text, blocks), text, language.bcp47, date, knowledge);
}

/** The words in which articles speak of concepts, by the lexicon that is known. */
export function wordReader({ concepts }: Knowledge): ReadWords {
  return ({ title, text, blocks, language: { bcp47 } }, ids) =>
    concepts === undefined ? [] : wordsOf(matchingText(title, text, blocks), bcp47, concepts, ids);
}

/**
 * An article from its head and its blocks. Text and mentions follow from these: they are made when they are first
 * asked for, as most articles of an archive are never compared with another.
 */
export function completeArticle(head: ArticleHead, blocksOf: () => readonly Block[]): Article {
  let blocks: readonly Block[] | undefined;
  let text: string | undefined;
  let mentions: Mentions | undefined;
  const article: Article = {
    ...head,
    get blocks() {
      blocks ??= blocksOf();
      return blocks;
    },
    get text() {
      text ??= keptText(article.blocks);
      return text;
    },
    get names() {
      return mentionsOfArticle().names;
    },
    get numbers() {
      return mentionsOfArticle().numbers;
    },
    get dates() {
      return mentionsOfArticle().dates;
    },
  };
  const mentionsOfArticle = (): Mentions => {
    const matching = matchingText(article.title, article.text, article.blocks);
    mentions ??= extractMentions(matching, article.language.bcp47);
    return mentions;
  };
  return article;
}

/** Share of the code points that are not white space, 0..1. */
function keptShare(blocks: readonly Block[]): number {
  if (blocks.every((block) => block.kept)) return 1;
  let total = 0;
  let kept = 0;
  for (const block of blocks) {
    const letters = countLetters(block.text);
    total += letters;
    if (block.kept) kept += letters;
  }
  return total === 0 ? 1 : kept / total;
}

/**
 * An article whose blocks were marked again. What was dropped is a small part of its text: where the table is not sure of
 * the rest, the language found before stands.
 */
export function analyseAgain(article: Article, options: MatchOptions, knowledge: Knowledge): Analysis {
  const { title, blocks } = article;
  return analyseBlocks(article, title, blocks, undefined, options, knowledge, (text) => {
    const detection = detectLanguage(text);
    return detection.unsure ? { language: article.language, unsure: false } : detection;
  });
}

/** The head of an article, without making what follows from its blocks. */
export function headOf(article: Article): ArticleHead {
  return makeHead(article, article.title, article);
}

/** What is found out of a text, and stands in the head. */
type Found = Pick<ArticleHead, 'language' | 'characters' | 'kept' | 'textDigest'>;

/** Step by step: of an article with few of these, spreads of nothing and a rest would cost as much as its sketch. */
function makeHead(
  from: Identity,
  title: string,
  { language, characters, kept, textDigest }: Found,
): ArticleHead {
  const { id, path, rawDigest } = from;
  const head: Writable<ArticleHead> = { id, path, title, rawDigest, language, characters, kept, textDigest };
  if (from.pathBytes !== undefined) head.pathBytes = from.pathBytes;
  if (from.record !== undefined) head.record = from.record;
  if (from.offset !== undefined) head.offset = from.offset;
  if (from.sourceId !== undefined) head.sourceId = from.sourceId;
  if (from.date !== undefined) head.date = from.date;
  if (from.url !== undefined) head.url = from.url;
  if (from.declaredLanguage !== undefined) head.declaredLanguage = from.declaredLanguage;
  if (from.alternates !== undefined) head.alternates = from.alternates;
  if (from.source !== undefined) head.source = from.source;
  if (from.reading !== undefined) head.reading = from.reading;
  return head;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The sentences of an article as alignment sees them. */
export function sentenceRows(article: Article, { concepts }: Knowledge): readonly SentenceRow[] {
  const { text, language } = article;
  return sentencesOf(text).map(({ start, end }) => {
    const sentence = text.slice(start, end);
    return {
      start,
      end,
      letters: latinLength(sentence),
      facts: extractFacts(sentence, language.bcp47),
      concepts: concepts === undefined ? NO_CONCEPTS : conceptsOf(sentence, language.bcp47, concepts),
    };
  });
}
