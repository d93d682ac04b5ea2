/** Articles of a stored file, under the path that the file has. Must not know of runs. */
import type { ArticleHead } from '../model/article.ts';
import { readHead } from '../state/record.ts';
import { allRecords } from '../state/records.ts';
import type { ArchiveState } from '../state/store/archive-state.ts';
import type { FileEntry, KnownPiece } from '../state/store/entries.ts';
import { movedTo } from './moved.ts';

export function* piecesOf(state: Pick<ArchiveState, 'pieces'>, entry: FileEntry): Iterable<KnownPiece> {
  const { content, path } = entry;
  for (let chunk = 0; chunk < content.chunks; chunk++) {
    for (const piece of state.pieces(content.number, chunk))
      yield content.path === path ? piece : movedTo(piece, content.path, entry);
  }
}

export function* headsOf(state: Pick<ArchiveState, 'pieces'>, entry: FileEntry): Iterable<ArticleHead> {
  for (const { heads } of piecesOf(state, entry))
    for (const record of allRecords(heads)) yield readHead(record);
}
