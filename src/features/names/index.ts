/** Names of an article under keys that are the same in every language. The only door of this folder. */
export { findNameKeys, findNames } from './find.ts';
export type { NameKeys } from './mentions.ts';
