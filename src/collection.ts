/** The compact rows of a collection and its languages. Owns nothing but that both stand side by side. */
import { Columns } from './features/columns.ts';
import type { ArticleIndex } from './model/article.ts';
import type { CompactFeatures, RowBatch } from './model/features.ts';
import { DEFAULT_MATCH_OPTIONS, type MatchOptions } from './model/options.ts';

/** The compact side of all articles, in the order (path, record). */
export class Collection {
  readonly columns: Columns;
  /** BCP 47 by index. */
  readonly languages: string[] = [];

  constructor({ translations }: Pick<MatchOptions, 'translations'> = DEFAULT_MATCH_OPTIONS) {
    this.columns = new Columns(translations);
  }

  push(compact: CompactFeatures, language: string): void {
    this.columns.push(compact);
    this.languages.push(language);
  }

  append(batch: RowBatch, languages: readonly string[]): void {
    this.columns.append(batch);
    for (const language of languages) this.languages.push(language);
  }

  replace(index: ArticleIndex, compact: CompactFeatures, language: string): void {
    this.columns.replace(index, compact);
    this.languages[index] = language;
  }
}
