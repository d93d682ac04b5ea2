/** Passages of pairs in the words of both articles, read back from where articles are kept. Must not judge. */
import { alignArticles, type Knowledge } from '../dedupe.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { AlignedPassage } from '../model/emit.ts';
import type { PairedLink } from '../report/index.ts';
import type { Collected } from '../run/collect.ts';
import type { Shown } from './scan-state.ts';

/** Verbatim passages are certain. */
const CERTAIN = 1;

/** Translations are aligned by sentences; of texts in the same words the passages are known. */
export function passagesByText(
  { port }: Pick<Collected, 'port'>,
  { groups, related }: Shown,
  knowledge: Knowledge,
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
  return ({ a, b, relation, evidence }) => {
    const { passages = [] } = evidence;
    if (relation !== 'translation' && passages.length === 0) return [];
    const [articleA, articleB] = [port.get(indexes.get(a)!), port.get(indexes.get(b)!)];
    if (relation === 'translation') return alignArticles(articleA, articleB, knowledge);
    return passages.map((passage) => ({
      ...passage,
      score: CERTAIN,
      a: articleA.text.slice(passage.aStart, passage.aEnd),
      b: articleB.text.slice(passage.bStart, passage.bEnd),
    }));
  };
}
