/**
 * Head and story of an article in a row: what stages read that need no text. Apart from the rest, so that these start
 * without what reads texts.
 */
import { storyOf } from '../lib/story-bytes.ts';
import type { ArticleHead } from '../model/article.ts';
import type { StoryRow } from '../model/features.ts';
import { otherId } from '../run/unique-ids.ts';
import { type Given, numberOr, RowFault, textIn } from './row.ts';

/** The head under the id that it has in this run: `attempt` 0 is its own, 1 and more are those after an earlier one took it. */
export function headIn(row: Given): ArticleHead {
  const head = readHeadText(textIn(row, 'head'));
  const attempt = numberOr(row, 'attempt', 0);
  return attempt === 0 ? head : { ...head, id: otherId(head, attempt), sourceId: head.id };
}

export function storyIn(row: Given): StoryRow {
  const story = storyOf(Buffer.from(textIn(row, 'story'), 'base64'));
  if (story === undefined) throw new RowFault('"story" is damaged');
  return story;
}

/** Must be JSON of a head. */
export function readHeadText(text: string): ArticleHead {
  let head: Partial<ArticleHead> | null;
  try {
    head = JSON.parse(text) as Partial<ArticleHead> | null;
  } catch {
    throw new RowFault('"head" is not JSON');
  }
  if (typeof head?.id !== 'string' || typeof head.path !== 'string' || head.language === undefined)
    throw new RowFault('"head" is no head of an article');
  return head as ArticleHead;
}
