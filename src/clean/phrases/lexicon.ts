/** All phrase lists in one place, by what they tell. Owns the catalogue; the lists own the phrases. */
import { ADVERTISEMENTS } from './advertisements.ts';
import { BYLINES } from './bylines.ts';
import { CLOSERS } from './closers.ts';
import { COMMENTS } from './comments.ts';
import { CHOICE_TERMS, CONSENT_BUTTONS, COOKIE_STEMS, SELF_TERMS } from './consent.ts';
import { DATE_WORDS } from './date-words.ts';
import { GENERATED } from './generated.ts';
import { HEADINGS } from './headings.ts';
import { NAVIGATION } from './navigation.ts';
import { NEWSLETTERS } from './newsletters.ts';
import type { Lexicon } from './phrase-list.ts';
import { CREDITS, PICTURE_PREFIXES } from './pictures.ts';
import { READ_ALSO_PREFIXES, SOURCE_PREFIXES } from './prefixes.ts';
import { READ_MORE } from './read-more.ts';
import { SHARING } from './sharing.ts';
import { TRANSPARENCY } from './transparency.ts';

export const LEXICON: Lexicon = {
  generated: [GENERATED],
  transparency: [TRANSPARENCY],
  advertisement: [ADVERTISEMENTS],
  'read-more': [READ_MORE],
  closer: [CLOSERS, HEADINGS],
  comments: [COMMENTS],
  newsletter: [NEWSLETTERS],
  share: [SHARING],
  byline: [BYLINES],
  credit: [CREDITS],
  navigation: [NAVIGATION],
  'read-also-prefix': [READ_ALSO_PREFIXES],
  'picture-prefix': [PICTURE_PREFIXES],
  'source-prefix': [SOURCE_PREFIXES],
  'consent-cookie': [COOKIE_STEMS],
  'consent-self': [SELF_TERMS],
  'consent-choice': [CHOICE_TERMS],
  'consent-button': [CONSENT_BUTTONS],
  'date-word': [DATE_WORDS],
};
