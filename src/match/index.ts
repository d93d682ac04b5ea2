/**
 * One pair of articles to a verdict with its evidence: near-duplicates first, then the story in other words. Pure:
 * knows the two articles and shipped constants, never a third (decision 0003).
 */
import type { Knowledge } from '../lexicon/knowledge.ts';
import { isPlaceholder, MIN_ARTICLE_SHINGLES } from '../lib/placeholder.ts';
import { distinctCount } from '../lib/sorted-set.ts';
import { areOneSource } from '../lib/source-name.ts';
import type { Evidence, Verdict } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import { judgeNear } from './near/index.ts';
import type { Prepared } from './prepare.ts';
import type { StoryPair } from './story/sides.ts';
import { judgeStory } from './story/verdict.ts';

export { alignSentences } from './aligned/align.ts';
export type { SentenceRow } from './aligned/likeness.ts';
export { NEAR_BOUNDS } from './near/thresholds.ts';
export { PreparedArticles, prepare, type ReadWords } from './prepare.ts';
export { isEdition } from './story/editions.ts';
export { brevityOf } from './story/measures.ts';
export { translationOdds } from './story/score.ts';
export { type StoryPair, type StorySides, storySides } from './story/sides.ts';
export { isStory, isSureOfEvent } from './story/verdict.ts';

/**
 * `story`: the pair by its compact rows; undefined where translations are not asked for. `isExplained`: whether
 * signals, and the evidence of a refused pair, are wanted; the verdict itself does not depend on it.
 */
export function judgePair(
  a: Prepared,
  b: Prepared,
  story: StoryPair | undefined,
  options: MatchOptions,
  knowledge: Knowledge,
  isExplained = true,
): Verdict {
  if (a.article.textDigest === b.article.textDigest && a.article.characters > 0) {
    return placeholderVerdict(a, b, COPY.evidence) ?? COPY;
  }
  const judgeStoryPair = (pair: StoryPair): Verdict =>
    judgeOriented(a, b, pair, options, knowledge, isExplained);
  // Texts in different scripts share no shingles: what they speak of alone can join them.
  if (a.article.language.script !== b.article.language.script)
    return story === undefined ? NOTHING : judgeStoryPair(story);
  // Names are written otherwise in another language, which is no exchange: there the story is asked alone.
  const seeksMoulds = story !== undefined && !story.isAcross;
  const near = judgeNear(a.near(), b.near(), { threshold: options.threshold, isExplained, seeksMoulds });
  if (near.relation !== undefined) return placeholderVerdict(a, b, near.evidence) ?? near;
  // A mould (one wording, other facts) is refused for good: its shared wording would pass for a shared event.
  if (near.evidence.against !== undefined || story === undefined) return near;
  const verdict = judgeStoryPair(story);
  const { resemblance, containment } = near.evidence;
  return {
    ...verdict,
    ...(isExplained && !story.isAcross ? ofOneLanguage(verdict, near) : {}),
    evidence: {
      ...verdict.evidence,
      ...(resemblance === undefined ? {} : { resemblance }),
      ...(containment === undefined ? {} : { containment }),
      // Of two languages, what stands in both word for word is names: sentences are aligned instead.
      ...(near.evidence.passages === undefined || story.isAcross ? {} : { passages: near.evidence.passages }),
    },
  };
}

/** What articles in one language lack to be joined: the same words. Their story decides only whether they are related. */
function ofOneLanguage(verdict: Verdict, near: Verdict): Pick<Verdict, 'nearSignals' | 'nearest'> {
  const lacking = `articles in one language are joined by shared wording: ${near.nearest ?? ''}`;
  const nearest = verdict.nearest === undefined ? lacking : `${lacking}; ${verdict.nearest}`;
  return { nearSignals: near.signals, nearest };
}

const NOTHING: Verdict = { score: 0, evidence: { names: [], numbers: [] }, signals: [] };

/** In an order of content, so that the verdict does not depend on which article is called a. */
function judgeOriented(
  a: Prepared,
  b: Prepared,
  pair: StoryPair,
  options: MatchOptions,
  knowledge: Knowledge,
  isExplained: boolean,
): Verdict {
  if (a.article.textDigest <= b.article.textDigest) {
    return judgeStory(pair, { a: a.story, b: b.story }, options, knowledge, isExplained);
  }
  const mirror = { ...pair, a: pair.b, b: pair.a };
  const verdict = judgeStory(mirror, { a: b.story, b: a.story }, options, knowledge, isExplained);
  const { names, numbers, concepts } = verdict.evidence;
  const evidence = {
    ...verdict.evidence,
    names: names.map(mirrored),
    numbers: numbers.map(mirrored),
    ...(concepts === undefined ? {} : { concepts: concepts.map(mirrored) }),
  };
  return { ...verdict, evidence };
}

function mirrored<T extends { readonly a: string; readonly b: string }>(shared: T): T {
  return { ...shared, a: shared.b, b: shared.a };
}

/**
 * What a site shows in the place of its articles is no copy of itself under another title: an equal text of a few words
 * ("Please enable JavaScript"), or short ones of one source that say nothing of their titles. Undefined of all else: two
 * sources do not show the same notice, and may tell one brief under two headlines.
 */
function placeholderVerdict(a: Prepared, b: Prepared, likeness: Evidence): Verdict | undefined {
  if (a.article.title === b.article.title) return undefined;
  const isEqual = a.article.textDigest === b.article.textDigest;
  const isBrief = isEqual && countOf(a) < MIN_ARTICLE_SHINGLES;
  if (!isBrief && !(areOneSource(a.article.source, b.article.source) && areNotices(a, b))) return undefined;
  const { resemblance, containment } = likeness;
  const against = isBrief
    ? ['the text is too short to be an article, and the titles differ']
    : ['the texts are short, of one source, and say nothing of their titles, which differ'];
  return {
    score: 0,
    evidence: {
      names: [],
      numbers: [],
      ...(resemblance === undefined ? {} : { resemblance }),
      ...(containment === undefined ? {} : { containment }),
      against,
    },
    signals: [
      {
        name: 'textDigest',
        value: isEqual ? 1 : 0,
        contribution: 0,
        note: 'whether the cleaned texts are the same',
      },
    ],
    nearest: isBrief
      ? `equal titles, or a text of more than ${MIN_ARTICLE_SHINGLES} shingles`
      : 'equal titles, a word of each title in its text, or a longer text',
  };
}

function countOf(side: Prepared): number {
  return distinctCount(side.near().shingles);
}

function isNotice(side: Prepared, mostWords: number): boolean {
  const count = countOf(side);
  const { title, text } = side.article;
  return count >= MIN_ARTICLE_SHINGLES && isPlaceholder(title, text, count, mostWords);
}

/** A word of one title may be in a notice by chance: "Sign in" under "Striker signs". Of the same words one is enough. */
function areNotices(a: Prepared, b: Prepared): boolean {
  const isEqual = a.article.textDigest === b.article.textDigest;
  return isNotice(a, 0) ? isNotice(b, isEqual ? 1 : 0) : isEqual && isNotice(a, 1) && isNotice(b, 0);
}

/** Equal digests of the cleaned text. */
const COPY: Verdict = {
  relation: 'copy',
  score: 1,
  evidence: { names: [], numbers: [], resemblance: 1, containment: 1 },
  signals: [{ name: 'textDigest', value: 1, contribution: 0, note: 'the cleaned texts are the same' }],
};
