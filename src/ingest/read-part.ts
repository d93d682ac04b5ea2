/** One part to its articles and issues, in whatever thread. Must not know of its neighbours. */
import type { Part } from './parts.ts';
import { readArticle } from './read-article.ts';
import { readRecords } from './read-records.ts';
import type { IngestItem, IngestRequest } from './request.ts';

/** Pure: the same in every thread. */
export async function readPart(part: Part, map: IngestRequest['map']): Promise<Iterable<IngestItem>> {
  switch (part.kind) {
    case 'records':
      return readRecords(part, map);
    case 'document':
      return await readArticle(part, map);
    case 'issue':
      return [part];
    default:
      return part satisfies never;
  }
}
