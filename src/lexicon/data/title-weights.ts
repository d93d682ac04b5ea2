/**
 * Weights of what tells the title of a page dump, learned; do not edit. Made by src/lexicon/scripts/train-title.mjs from
 * the pages of the article extraction benchmark (MIT); SHA-256 of dumps and pages together
 * c8e667b48ac7166a51f96a03d53ee43d97629ce07c7c6d4601fc0b49071ef896.
 */
export const TITLE_WEIGHTS = {
  length: 1.91,
  isShort: -2.66,
  isLong: -1.57,
  inItsWords: 5.68,
  isRepeated: 0.41,
  stops: -2.11,
  asks: 1.03,
  aboveDate: 1.47,
  aboveByline: 3.17,
  aboveButtons: 2.6,
  aboveMenu: -4.03,
  belowDate: 0.44,
} as const;
