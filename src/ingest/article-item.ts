/**
 * An article that was read, as an item: id, place, metadata and text put together in one way for all formats. Must not read
 * or mend text.
 */
import { type OutsideRange, PLAIN_READING, type TextReading } from '../model/article.ts';
import type { OtherNames } from './fields.ts';
import { type Facts, metadataOf } from './metadata.ts';
import type { ArticleItem, Origin, Position } from './request.ts';

/** What was read of an article. */
export interface ReadText {
  /** The record's own id; without one it is called by its place. */
  readonly id?: string | undefined;
  readonly text: string;
  readonly outside?: readonly OutsideRange[] | undefined;
  readonly facts: Facts;
  readonly reading?: TextReading | undefined;
  /** Fields of the record that were found under another name than their own. */
  readonly fields?: OtherNames | undefined;
  readonly rawDigest: string;
}

/** `place` is empty for a file of one article. */
export function articleItem(
  origin: Origin,
  place: Position,
  { id, text, outside, facts, reading: decoded, fields, rawDigest }: ReadText,
): ArticleItem {
  const made = place.record === undefined ? origin.path : `${origin.path}#${place.record}`;
  const reading = fields === undefined ? decoded : { ...(decoded ?? PLAIN_READING), fields };
  return {
    kind: 'article',
    hasOwnId: id !== undefined,
    article: {
      id: id ?? made,
      ...origin,
      ...place,
      text,
      ...(outside === undefined || outside.length === 0 ? {} : { outside }),
      ...metadataOf(facts),
      ...(reading === undefined ? {} : { reading }),
      rawDigest,
    },
  };
}
