/** What the page calls things. Owns the words for closed lists, counts, scores and days; must not know of markup. */
import type { DropReason } from '../../../model/article.ts';
import type { CanonicalReason, GroupKind } from '../../../model/group.ts';
import type { Relation } from '../../../model/match.ts';

export const KINDS: readonly GroupKind[] = ['copy', 'near', 'translation', 'mixed', 'event'];

export const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  copy: 'copies',
  near: 'near-duplicates',
  translation: 'translations',
  mixed: 'mixed',
  event: 'one event',
};

export const RELATION_WORDS: Readonly<Record<Relation | 'canonical', string>> = {
  canonical: 'canonical',
  copy: 'copy',
  near: 'near-duplicate',
  contained: 'excerpt',
  translation: 'translation',
  related: 'related',
};

export const CANONICAL_WORDS: Readonly<Record<CanonicalReason, string>> = {
  longest: 'the longest text',
  earliest: 'the earliest',
  first: 'the first path',
  'longest-tie-smallest-id': 'the longest text; of equal ones the first id',
  'earliest-tie-smallest-id': 'the earliest; of equal ones the first id',
  'preferred-language': 'in the preferred language',
  decision: 'decided by a person',
};

export const REASON_WORDS: Readonly<Record<DropReason, string>> = {
  'repeated-label': 'label that repeats on the page',
  duplicate: 'said before on the page',
  'card-run': 'cards of other articles',
  'caption-pair': 'caption of a picture',
  'separator-section': 'behind a section break',
  closer: 'heading that ends the article',
  'after-closer': 'below the end of the article',
  consent: 'consent and cookies',
  share: 'sharing',
  newsletter: 'newsletter and subscription',
  advertisement: 'advertisement',
  'read-more': 'read more',
  comments: 'comments',
  navigation: 'navigation',
  byline: 'byline and credits',
  transparency: 'note on how the article was made',
  'generated-label': 'generated label',
  'teaser-of': 'teaser of another article',
  improbable: 'unlike the article around it',
  'repeated-in-source': 'repeats over the source',
  'site-rule': 'rule for this site',
};

/** Day and, where it is known, the minute. */
export function dateText(date: string): string {
  return date.length > 10 ? `${date.slice(0, 10)} ${date.slice(11, 16)}` : date;
}

export function percentage(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return '>99%';
  return rounded === 0 && share > 0 ? '<1%' : `${rounded}%`;
}

/** Cut after whole characters, with a sign that it was. */
export function cutText(text: string, length: number): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
