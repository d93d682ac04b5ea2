/** Articles that were analysed when their file had another path, under the path that it has now. Must not look at texts. */
import type { DiscoveredFile } from '../ingest/index.ts';
import type { ArticleHead } from '../model/article.ts';
import { hashId, identityOf } from '../run/unique-ids.ts';
import { readHead } from '../state/record.ts';
import type { StoredPiece } from '../state/store/entries.ts';

type Place = Pick<DiscoveredFile, 'path' | 'pathBytes'>;

/** The piece as analysis would have made it of the same bytes at this place. */
export function movedTo(piece: StoredPiece, { path, pathBytes }: Place): StoredPiece {
  const all = Buffer.from(piece.heads.buffer, piece.heads.byteOffset, piece.heads.byteLength);
  const heads: Buffer[] = [];
  const ids: number[] = [];
  let identities = '';
  let at = 0;
  piece.headLengths.forEach((length, i) => {
    const { pathBytes: _, ...head } = readHead(all.subarray(at, at + length));
    at += length;
    const own = piece.hasOwnId[i] === 1 ? head.id : idAt(path, head);
    const moved = { ...head, id: own, path, ...(pathBytes === undefined ? {} : { pathBytes }) };
    heads.push(Buffer.from(JSON.stringify(moved)));
    ids.push(...hashId(own));
    identities += identityOf(moved);
  });
  return {
    ...piece,
    heads: new Uint8Array(Buffer.concat(heads)),
    headLengths: Uint32Array.from(heads, ({ length }) => length),
    ids: Uint32Array.from(ids),
    identities,
    issues: piece.issues.map((issue) => ({ ...issue, path })),
  };
}

function idAt(path: string, { record }: Pick<ArticleHead, 'record'>): string {
  return record === undefined ? path : `${path}#${record}`;
}
