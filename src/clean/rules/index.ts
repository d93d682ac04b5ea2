/** Site rules: parsing their file, and what they say about blocks. */
export { type Ruling, ruleLines } from './apply.ts';
export { parseRules } from './parse.ts';
export type { Origin } from './wildcard.ts';
