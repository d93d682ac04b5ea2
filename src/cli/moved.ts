/** Articles that were analysed when their file had another path, under the path that it has now. Must not look at texts. */
import { type DiscoveredFile, movedOrigin } from '../ingest/index.ts';
import type { ArticleHead } from '../model/article.ts';
import { readHead } from '../state/record.ts';
import type { StoredPiece } from '../state/store/entries.ts';
import { hashId, identityOf } from './unique-ids.ts';

type Place = Pick<DiscoveredFile, 'path' | 'pathBytes'>;

/** The piece as analysis would have made it of the same bytes at this place; `from` is the path that it was read under. */
export function movedTo(piece: StoredPiece, from: string, to: Place): StoredPiece {
  const place = to.pathBytes === undefined ? { path: to.path } : { path: to.path, pathBytes: to.pathBytes };
  const all = Buffer.from(piece.heads.buffer, piece.heads.byteOffset, piece.heads.byteLength);
  const heads: Buffer[] = [];
  const ids: number[] = [];
  let identities = '';
  let at = 0;
  piece.headLengths.forEach((length, i) => {
    const { pathBytes, ...head } = readHead(all.subarray(at, at + length));
    at += length;
    const origin = pathBytes === undefined ? { path: head.path } : { path: head.path, pathBytes };
    const moving = movedOrigin(origin, from, place);
    const own = piece.hasOwnId[i] === 1 ? head.id : idAt(moving.path, head);
    const moved = { ...head, id: own, ...moving };
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
    issues: piece.issues.map((issue) => ({ ...issue, path: place.path + issue.path.slice(from.length) })),
  };
}

function idAt(path: string, { record }: Pick<ArticleHead, 'record'>): string {
  return record === undefined ? path : `${path}#${record}`;
}
