/**
 * Mails as articles: newsletters, alerts, posts. Owns which part of a mail is its text; must not split streams or tell
 * charsets.
 */
import PostalMime, { type Email } from 'postal-mime';
import { sha256 } from '../../lib/digest.ts';
import type { Facts } from '../metadata.ts';
import type { RecordsPart } from '../parts.ts';
import { recordsOf } from '../records-of.ts';
import { render, renderedArticle } from '../render.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, type Position } from '../request.ts';
import { subjectOf } from './subject.ts';
import { type TextPart, unicodeMessage } from './unicode-parts.ts';

type FieldMap = IngestRequest['map'];

/** Below this share of the letters of the page the plain part only says where the page is. */
const LEAST_PLAIN = 0.5;

/** The articles of a part in order, and an issue in the place of each bad message. */
export async function readMessages(part: RecordsPart, map: FieldMap): Promise<readonly IngestItem[]> {
  const items: IngestItem[] = [];
  for (const { bytes, place } of recordsOf(part)) {
    items.push(...(await readMessage(withoutFromMarks(bytes), part.origin, place, map)));
  }
  return items;
}

/** `place` is empty for a file of one message. */
export async function readMessage(
  bytes: Buffer,
  origin: Origin,
  place: Position,
  map: FieldMap,
): Promise<readonly IngestItem[]> {
  const { bytes: unicode, parts } = await unicodeMessage(bytes);
  let mail: Email;
  try {
    mail = await PostalMime.parse(unicode);
  } catch {
    const message = 'a mail nested deeper, or with larger fields, than any program writes; it was left out';
    return [issueItem(origin, 'invalid-record', message, place)];
  }
  if (mail.headers.length === 0) {
    return [issueItem(origin, 'invalid-record', 'no field of a mail; expected a message', place)];
  }
  const body = await bodyOf(mail, map);
  const faults = parts.flatMap(({ decoded }) =>
    decoded.kind === 'fault' ? [issueItem(origin, decoded.code, decoded.message, place)] : [],
  );
  if (body === undefined)
    return faults.length > 0 ? faults : [issueItem(origin, 'empty', 'no text in the mail', place)];
  const decoded = decodedOf(parts, body.format);
  const id = mail.messageId?.replace(/^<|>$/g, '').trim();
  const title = await subjectOf(bytes, decoded?.reading?.encoding);
  const article = await renderedArticle(body.text, body.format, map, {
    origin,
    place,
    // A file of one article is called by its path.
    ...(id === undefined || id === '' || place.record === undefined ? {} : { id }),
    rawDigest: sha256(bytes),
    ...(decoded === undefined ? {} : { decoded }),
    facts: (page) => ({ ...page, ...factsOf(mail, title) }),
  });
  return [...faults, ...article];
}

type DecodedText = Extract<TextPart['decoded'], { readonly kind: 'text' }>;

/** How the text that is shown was read: of several, the one of which there is more to be said. */
function decodedOf(parts: readonly TextPart[], format: TextPart['format']): DecodedText | undefined {
  const decoded = parts.flatMap((part) =>
    part.format === format && part.decoded.kind === 'text' ? [part.decoded] : [],
  );
  const found = decoded.find(({ doubt }) => doubt !== undefined) ?? decoded[0];
  if (found?.doubt === undefined) return found;
  // A place in the text of a part is none in the file.
  const { code, message } = found.doubt;
  return { ...found, doubt: { code, message } };
}

interface Body {
  readonly format: 'html' | 'text';
  readonly text: string;
}

async function bodyOf(mail: Email, map: FieldMap): Promise<Body | undefined> {
  const [plain, html] = [mail.text, mail.html].map((text) => (text?.trim() === '' ? undefined : text));
  if (plain === undefined) return html === undefined ? undefined : { format: 'html', text: html };
  if (html === undefined) return { format: 'text', text: plain };
  const shown = await render(html, 'html', map);
  const isStub = letters(plain) < LEAST_PLAIN * letters(shown.text);
  return isStub ? { format: 'html', text: html } : { format: 'text', text: plain };
}

function letters(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) count++;
  return count;
}

function factsOf(mail: Email, title: string): Facts {
  const field = (name: string): string | undefined =>
    mail.headers.find(({ key }) => key === name)?.value.trim();
  const address = mail.from?.address ?? mail.from?.group?.[0]?.address;
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const archived = field('archived-at')?.replace(/^<|>$/g, '');
  return {
    ...(title === '' ? {} : { title }),
    ...(field('date') === undefined ? {} : { date: field('date') }),
    ...(archived === undefined || !URL.canParse(archived) ? {} : { url: archived }),
    ...(domain === undefined || !domain.includes('.') ? {} : { source: domain }),
  };
}

/** `>From ` was `From ` before the message was put into the mailbox (mboxrd, mboxo). */
function withoutFromMarks(bytes: Buffer): Buffer {
  if (!bytes.includes('>From ')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
