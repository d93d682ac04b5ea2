/** The block model that ships with the program. Owns when it is decoded: on the first page, once a thread. */
import { BLOCK_MODEL } from '../../lexicon/data/block-model.ts';
import { decodeForest } from '../../lib/forest.ts';
import type { BlockModel } from './score.ts';

let decoded: BlockModel | undefined;

/** The shipped model. */
export function defaultModel(): BlockModel {
  decoded ??= { first: decodeForest(BLOCK_MODEL.first), second: decodeForest(BLOCK_MODEL.second) };
  return decoded;
}
