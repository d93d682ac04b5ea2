/** Articles that were analysed under another path or id than they have now. Must not look at texts. */
import { type DiscoveredFile, movedOrigin } from '../ingest/index.ts';
import type { ArticleHead } from '../model/article.ts';
import { hashId, IDENTITY_BYTES, placeKeyOf, putIdentity } from '../run/unique-ids.ts';
import { readHead } from '../state/record.ts';
import { allRecords } from '../state/records.ts';
import type { KnownPiece } from '../state/store/entries.ts';

type Place = Pick<DiscoveredFile, 'path' | 'pathBytes'>;

/** The piece as analysis would have made it of the same bytes at this place; `from` is the path that it was read under. */
export function movedTo(piece: KnownPiece, from: string, to: Place): KnownPiece {
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
export function renamed(piece: KnownPiece, isTaken: (high: number, low: number) => boolean): KnownPiece {
  const { ids } = piece;
  const isAt = (i: number): boolean => isTaken(ids[2 * i]!, ids[2 * i + 1]!);
  if (!piece.hasOwnId.some((_, i) => isAt(i))) return piece;
  return withHeads(piece, (head, i) => {
    if (!isAt(i)) return head;
    return { ...head, id: `${head.path}#${head.record ?? 1}`, sourceId: head.id };
  });
}

function withHeads(piece: KnownPiece, change: (head: ArticleHead, i: number) => ArticleHead): KnownPiece {
  const heads: Buffer[] = [];
  const ids: number[] = [];
  const places: number[] = [];
  const identities = new Uint8Array(IDENTITY_BYTES * piece.languages.length);
  let i = 0;
  for (const record of allRecords(piece.heads)) {
    const head = change(readHead(record), i);
    heads.push(Buffer.from(JSON.stringify(head)));
    ids.push(...hashId(head.id));
    places.push(...placeKeyOf(head));
    putIdentity(identities, i++, head);
  }
  return {
    ...piece,
    heads: { bytes: Buffer.concat(heads), lengths: Uint32Array.from(heads, ({ length }) => length) },
    ids: Uint32Array.from(ids),
    places: Uint32Array.from(places),
    identities,
  };
}

function idAt(path: string, { record }: Pick<ArticleHead, 'record'>): string {
  return record === undefined ? path : `${path}#${record}`;
}
