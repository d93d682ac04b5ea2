/**
 * By what an article is known again as a side of pairs, whatever it is called and wherever it stands. Owns what a verdict
 * depends on; must not compare articles.
 */
import { digestWords } from '../lib/digest.ts';
import { finishHash, hashString, mixWord } from '../lib/hash.ts';
import type { ArticleHead, Block } from '../model/article.ts';

/**
 * By what the verdict on a pair depends on its side: the text as written (of which bytes, and which of their ranges are
 * kept), the title and whether it stands in the text, language, date and source. Sides of equal keys are judged alike.
 */
export function contentKeyOf(
  { title, language, date, source, rawDigest, textDigest, characters }: ArticleHead,
  blocks: readonly Block[],
): readonly [number, number] {
  let [high, low] = [1, 2];
  for (const { start, end, kept, role } of blocks) {
    if (!kept) continue;
    const mark = role === 'title' ? 1 : 0;
    high = mixWord(mixWord(mixWord(high, start), end), mark);
    low = mixWord(mixWord(mixWord(low, start), end), mark);
  }
  // Digests are in it, so that nobody can choose what is hashed: no second digest has to be taken. They say all of the
  // texts in their first 64 bits; what may have any length stands in JSON, which tells one field from the next.
  const { bcp47: tag, script } = language;
  const told = JSON.stringify([characters, tag, script, date, source, title]);
  const [rawHigh, rawLow] = digestWords(rawDigest);
  const [textHigh, textLow] = digestWords(textDigest);
  high = mixWord(mixWord(high, rawHigh), textLow);
  low = mixWord(mixWord(low, rawLow), textHigh);
  return [finishHash(mixWord(high, hashString(told, 1))), finishHash(mixWord(low, hashString(told, 2)))];
}
