/** The stage `clean`: segmentation and chrome labelling of one text. Deletes nothing, reads no files. */
export { type CleanInput, type CleanResult, cleanArticle, isJoined, keptText, segmentOnly } from './clean.ts';
export {
  markRepeated,
  type Relabelled,
  type RepetitionKeys,
  repetitionKeys,
  withoutRepeated,
} from './repeated.ts';
export { exactKey, repetitionKey } from './repetition-key.ts';
export { parseRules } from './rules/index.ts';
export { type BlockKeys, blockKeys, isOtherText, leadsOf, markTeasers } from './teasers.ts';
