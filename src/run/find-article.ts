/** Which article a word means. Must not read files: it asks the articles that were read. */
import { resolve } from 'node:path';
import { NoInputError, UsageError } from '../lib/errors.ts';
import type { Article } from '../model/article.ts';
import type { ArticleReader } from '../model/port.ts';

/** By id, by `path#record`, or by a path that holds one article. Throws when none or several fit. */
export function findArticle(port: ArticleReader, word: string): Article {
  // `./a.txt` and `x/../a.txt` are shown as `a.txt`.
  const place = resolve(word);
  const inFile: Article[] = [];
  for (let index = 0; index < port.count; index++) {
    const article = port.get(index);
    if (article.id === word) return article;
    if (resolve(`${article.path}#${article.record ?? 1}`) === place) return article;
    if (resolve(article.path) === place) inFile.push(article);
  }
  const [first, ...others] = inFile;
  if (first === undefined)
    throw new NoInputError(`no article "${word}" was found; name a path, or an id and --in PATH`);
  if (others.length > 0) {
    const ids = inFile.slice(0, 5).map((article) => article.id);
    throw new UsageError(
      `${word} holds ${inFile.length} articles; name one by its id: ${ids.join(', ')}, ...`,
    );
  }
  return first;
}
