/** Articles that were analysed under another path or id than they have now. Must not look at texts. */
import { type DiscoveredFile, movedOrigin } from '../ingest/index.ts';
import type { ArticleHead } from '../model/article.ts';
import { hashId, identityOf } from '../run/unique-ids.ts';
import { readHead } from '../state/record.ts';
import type { StoredPiece } from '../state/store/entries.ts';

type Place = Pick<DiscoveredFile, 'path' | 'pathBytes'>;

/** The piece as analysis would have made it of the same bytes at this place; `from` is the path that it was read under. */
export function movedTo(piece: StoredPiece, from: string, to: Place): StoredPiece {
  const place = to.pathBytes === undefined ? { path: to.path } : { path: to.path, pathBytes: to.pathBytes };
  const moved = withHeads(piece, ({ pathBytes, ...head }, i) => {
    const origin = pathBytes === undefined ? { path: head.path } : { path: head.path, pathBytes };
    const now = movedOrigin(origin, from, place);
    return { ...head, id: piece.hasOwnId[i] === 1 ? head.id : idAt(now.path, head), ...now };
  });
  const issues = piece.issues.map((issue) => ({
    ...issue,
    path: place.path + issue.path.slice(from.length),
  }));
  return { ...moved, issues };
}

/** The piece with its articles called by their place where their id is taken, as if they came after who has it. */
export function renamed(piece: StoredPiece, isTaken: (high: number, low: number) => boolean): StoredPiece {
  const { ids } = piece;
  const isAt = (i: number): boolean => isTaken(ids[2 * i]!, ids[2 * i + 1]!);
  if (!piece.hasOwnId.some((_, i) => isAt(i))) return piece;
  return withHeads(piece, (head, i) => {
    if (!isAt(i)) return head;
    return { ...head, id: `${head.path}#${head.record ?? 1}`, sourceId: head.id };
  });
}

function withHeads(piece: StoredPiece, change: (head: ArticleHead, i: number) => ArticleHead): StoredPiece {
  const all = Buffer.from(piece.heads.buffer, piece.heads.byteOffset, piece.heads.byteLength);
  const heads: Buffer[] = [];
  const ids: number[] = [];
  let identities = '';
  let at = 0;
  piece.headLengths.forEach((length, i) => {
    const head = change(readHead(all.subarray(at, at + length)), i);
    at += length;
    heads.push(Buffer.from(JSON.stringify(head)));
    ids.push(...hashId(head.id));
    identities += identityOf(head);
  });
  return {
    ...piece,
    heads: new Uint8Array(Buffer.concat(heads)),
    headLengths: Uint32Array.from(heads, ({ length }) => length),
    ids: Uint32Array.from(ids),
    identities,
  };
}

function idAt(path: string, { record }: Pick<ArticleHead, 'record'>): string {
  return record === undefined ? path : `${path}#${record}`;
}
