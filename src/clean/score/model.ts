/**
 * The block models that ship with the program: one for pages of paragraphs, one for pages whose article is told in
 * single sentences. Owns which of them a page is scored by, and when they are decoded: on the first such page, once a
 * thread.
 */
import { BLOCK_MODEL } from '../../lexicon/data/block-model.ts';
import { BRIEF_BLOCK_MODEL } from '../../lexicon/data/brief-block-model.ts';
import { decodeForest, type EncodedForest } from '../../lib/forest.ts';
import type { LineMeasures } from '../line.ts';
import type { BlockModel } from './score.ts';

/** Each model when it is asked for. */
export interface BlockModels {
  readonly ofParagraphs: () => BlockModel;
  readonly ofSentences: () => BlockModel;
}

/** Letters of a paragraph of several sentences. A page without one is told in sentences: sweep in decision 0010. */
const PARAGRAPH = 160;

/** The model by which a page of these lines is scored. */
export function modelFor(
  lines: readonly Pick<LineMeasures, 'isProse' | 'length'>[],
  { ofParagraphs, ofSentences }: BlockModels = SHIPPED,
): BlockModel {
  const hasParagraph = lines.some(({ isProse, length }) => isProse && length >= PARAGRAPH);
  return hasParagraph ? ofParagraphs() : ofSentences();
}

const SHIPPED: BlockModels = {
  ofParagraphs: once(BLOCK_MODEL),
  ofSentences: once(BRIEF_BLOCK_MODEL),
};

/** The shipped model for pages of paragraphs. */
export function defaultModel(): BlockModel {
  return SHIPPED.ofParagraphs();
}

interface EncodedModel {
  readonly first: EncodedForest;
  readonly second: EncodedForest;
}

function once({ first, second }: EncodedModel): () => BlockModel {
  let decoded: BlockModel | undefined;
  return () => {
    decoded ??= { first: decodeForest(first), second: decodeForest(second) };
    return decoded;
  };
}
