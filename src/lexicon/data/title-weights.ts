/**
 * Weights of what tells the title of a page dump, learned; do not edit. Made by src/lexicon/scripts/train-title.mjs from
 * the pages of the article extraction benchmark (MIT); SHA-256 of dumps and pages together
 * c8e667b48ac7166a51f96a03d53ee43d97629ce07c7c6d4601fc0b49071ef896.
 */
export const TITLE_WEIGHTS = {
  length: 1.85,
  isShort: -2.73,
  isLong: -1.76,
  inItsWords: 5.82,
  isRepeated: 0.37,
  stops: -2.15,
  asks: 1.12,
  aboveDate: 1.26,
  aboveByline: 3.22,
  aboveButtons: 2.65,
  aboveMenu: -3.96,
  belowDate: -0.03,
} as const;
