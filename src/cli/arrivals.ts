/**
 * Which articles the last complete run of a state did not have. Owns that rule, which is the one for members of groups: an
 * article is known by its id or, where its file was moved or renamed, by the digest of what was read. Must not know of
 * groups. Reads what is new and what is gone, not what stayed.
 */
import type { ArticleHead, ArticleIndex } from '../model/article.ts';
import type { FileEntry } from '../state/store/entries.ts';

export interface ArchiveBefore {
  readonly files: Iterable<FileEntry>;
  readonly headsOf: (entry: FileEntry) => Iterable<Pick<ArticleHead, 'id' | 'rawDigest'>>;
}

/** Indexes of these articles, ascending; `isEdited`: also of those that are known and have another content. */
export function arrivalsIn(
  files: readonly FileEntry[],
  headOf: (index: ArticleIndex) => Pick<ArticleHead, 'id' | 'rawDigest'>,
  before: ArchiveBefore,
  isEdited: boolean,
): readonly ArticleIndex[] {
  const stayed = new Set(files.map(({ content }) => content.number));
  const contents = new Set<number>();
  const ids = new Set<string>();
  const digests = new Set<string>();
  for (const entry of before.files) {
    contents.add(entry.content.number);
    if (stayed.has(entry.content.number)) continue;
    for (const { id, rawDigest } of before.headsOf(entry)) {
      ids.add(id);
      digests.add(rawDigest);
    }
  }
  const found: ArticleIndex[] = [];
  let first = 0;
  for (const { content } of files) {
    const end = first + content.articles;
    for (let index = first; index < end && !contents.has(content.number); index++) {
      const { id, rawDigest } = headOf(index);
      if (!digests.has(rawDigest) && (isEdited || !ids.has(id))) found.push(index);
    }
    first = end;
  }
  return found;
}
