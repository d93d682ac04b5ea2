/** Passages of pairs in the words of both articles, read back from where articles are kept. Must not judge. */
import type { ArticleIndex } from '../model/article.ts';
import type { AlignedPassage } from '../model/emit.ts';
import type { PairedLink } from '../report/index.ts';
import type { Collected } from './collect.ts';
import type { Shown } from './scan-state.ts';

/** Verbatim passages are certain. */
const CERTAIN = 1;

export function passagesByText(
  { port }: Pick<Collected, 'port'>,
  { groups, related }: Shown,
): (pair: PairedLink) => readonly AlignedPassage[] {
  const indexes = new Map<string, ArticleIndex>();
  const note = (index: ArticleIndex): void => {
    indexes.set(port.head(index).id, index);
  };
  for (const { members } of groups) for (const { index } of members) note(index);
  for (const { a, b } of related) {
    note(a);
    note(b);
  }
  return ({ a, b, evidence }) => {
    const { passages = [] } = evidence;
    if (passages.length === 0) return [];
    const [textA, textB] = [port.get(indexes.get(a)!).text, port.get(indexes.get(b)!).text];
    return passages.map((passage) => ({
      ...passage,
      score: CERTAIN,
      a: textA.slice(passage.aStart, passage.aEnd),
      b: textB.slice(passage.bStart, passage.bEnd),
    }));
  };
}
