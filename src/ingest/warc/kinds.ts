/** What a WARC record is to us, from its head and the head of the answer in it. Pure. */
import { type Head, mediaType, readHead } from './heads.ts';

/** `about`: of the crawl itself or of another record. The rest are no articles and are counted. */
export type Kind =
  | 'article'
  | 'about'
  | 'revisit'
  | 'continuation'
  | 'answer'
  | 'payload'
  | 'for-robots'
  | 'record';

export const PAYLOADS: ReadonlyMap<string, 'html' | 'text'> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
]);

const ABOUT: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata']);

/** `record` holds the head, too. */
export function kindOf(head: Head, record: Buffer): Kind {
  const type = (head.fields.get('warc-type') ?? '').toLowerCase();
  if (ABOUT.has(type)) return 'about';
  if (type === 'revisit' || type === 'continuation') return type;
  if (type === 'conversion' || type === 'resource') return payloadKind(head, head.fields.get('content-type'));
  if (type !== 'response') return 'record';
  const answer = readHead(record, head.end);
  if (answer === undefined || !answer.first.startsWith('HTTP/'))
    return payloadKind(head, head.fields.get('content-type'));
  return /^HTTP\/\S{1,5} 2\d\d/.test(answer.first)
    ? payloadKind(head, answer.fields.get('content-type'))
    : 'answer';
}

/** Files of plain text that sites keep for programs. */
const FOR_ROBOTS =
  /^<?https?:\/\/[^/?#]{1,255}\/(?:\.well-known\/)?(?:robots|ads|app-ads|llms|llms-full|humans|security)\.txt>?$/i;

function payloadKind(head: Head, written: string | undefined): Kind {
  const { type } = mediaType(written);
  if (!PAYLOADS.has(type)) return 'payload';
  const isForRobots = type === 'text/plain' && FOR_ROBOTS.test(head.fields.get('warc-target-uri') ?? '');
  return isForRobots ? 'for-robots' : 'article';
}
