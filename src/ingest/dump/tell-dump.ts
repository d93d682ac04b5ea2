/**
 * Whether a text file is one article or many, from its first bytes: many where two parts at least have a header and a
 * body each, once the file is cut as it would be cut. Owns the order in which the forms are tried; must not read on.
 */
import { bufferOf } from '../../lib/buffer-of.ts';
import type { TextReading } from '../../model/article.ts';
import { loadCodec } from '../encoding/codec.ts';
import { candidateOf } from '../encoding/labels.ts';
import { legacyStream } from '../encoding/recoded-stream.ts';
import { wideOf } from '../encoding/utf16.ts';
import { isBinaryStart } from '../sniff.ts';
import { FORM_FEED, LINE_FEED, linesOf, RETURN, type TextOf, textOfUnits, type Units } from './code-units.ts';
import { closesArticle } from './databases.ts';
import {
  accessionOf,
  DOC_ELEMENTS,
  type DumpForm,
  FACTIVA,
  HEADINGS,
  isCount,
  isEndOfDocument,
  isRule,
  NEXIS_COUNTED,
  NEXIS_ENDED,
  NUMBERED,
  paged,
  ruled,
} from './forms.ts';
import { type FoundPart, isArticle } from './found-part.ts';
import { mayBeHeadings, standingOfHeadings } from './headings.ts';
import { isProquest } from './proquest.ts';
import { readDumpPart } from './read-part.ts';
import { DumpSplitter } from './split-dump.ts';
import { standingOf } from './titled.ts';

/** How a dump is cut, and read. */
export interface Dump {
  readonly form: DumpForm;
  readonly units: Units;
  readonly lineEnd: number;
  /** What its bytes say. */
  readonly textOf: TextOf;
  /** The encoding of old that it is in, where it is in one. */
  readonly decoded?: TextReading;
  /** Whether its articles have titles alone above them. */
  readonly isTitled: boolean;
}

/** Different rules that are tried. */
const MOST_RULES = 8;
/** One part in so many may be without a header where every rule parts articles: it is damaged. */
const HEADERLESS_SHARE = 8;
/** A rule so long is no pause inside a text. */
const LONG_RULE = 10;
/** Lines that are looked at for signs: no sign is longer. */
const SIGN_BYTES = 240;

/** A text that may be many articles, and is read as one. */
export interface DoubtfulDump {
  /** What parts it, as issues call it. */
  readonly doubt: string;
  readonly parts: number;
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** `prefix` is what the file begins with; `isWhole` where it is all of it. */
export async function tellDump(
  prefix: Uint8Array,
  isWhole: boolean,
): Promise<Dump | DoubtfulDump | undefined> {
  const wide = wideOf(prefix)?.encoding;
  if (wide === 'utf-32' || (wide === undefined && isBinaryStart(prefix))) return undefined;
  const units = wide ?? 'ascii';
  const own = bufferOf(prefix);
  // Signs are in ASCII, in whatever encoding the rest is.
  const ascii = units === 'ascii' ? own : Buffer.from(textOfUnits(own, units));
  const lineEnd = ascii.includes(LINE_FEED) || !ascii.includes(RETURN) ? LINE_FEED : RETURN;
  const signs = signsOf(ascii, lineEnd);
  if (signs.forms.length === 0 && signs.rules.length === 0 && !signs.hasPages) return undefined;
  const legacy = units === 'ascii' ? await legacyText(own) : undefined;
  const textOf = legacy?.textOf ?? ((bytes: Buffer) => textOfUnits(bytes, units));
  const bytes = legacy === undefined ? ascii : Buffer.from(legacy.textOf(own));
  const found = formOf(signs, bytes, lineEnd, isWhole);
  if (found === undefined || 'doubt' in found) return found;
  return { ...found, units, lineEnd, textOf, ...(legacy === undefined ? {} : { decoded: legacy.reading }) };
}

/** The same of a Markdown file in UTF-8. */
export function tellHeadings(prefix: Uint8Array, isWhole: boolean): Dump | DoubtfulDump | undefined {
  if (!mayBeHeadings(prefix)) return undefined;
  const bytes = bufferOf(prefix);
  // What stands above the first heading is about the whole file.
  if (!/^\ufeff?\s*# /.test(bytes.toString('utf8', 0, SIGN_BYTES))) return undefined;
  const texts = textsOf(HEADINGS, bytes, LINE_FEED);
  const whole = isWhole ? texts : texts.slice(0, -1);
  const standing = standingOfHeadings(whole);
  if (standing === 'doubtful') return { doubt: HEADINGS.name, parts: whole.length, isWhole };
  if (standing === 'sections') return undefined;
  const textOf: TextOf = (part) => textOfUnits(part, 'ascii');
  return { form: HEADINGS, units: 'ascii', lineEnd: LINE_FEED, textOf, isTitled: false };
}

/** How a text in an encoding of old is read, where the first bytes make sure which it is. */
async function legacyText(
  prefix: Buffer,
): Promise<{ readonly reading: TextReading; readonly textOf: TextOf } | undefined> {
  const legacy = await legacyStream(prefix);
  const codec = legacy === undefined ? undefined : candidateOf(legacy.reading.encoding)?.codec;
  if (legacy === undefined || codec === undefined) return undefined;
  const { decode } = await loadCodec();
  return { reading: legacy.reading, textOf: (bytes) => decode(bytes, codec) };
}

/** `bytes` are in UTF-8. */
function formOf(
  { forms, rules, hasPages }: Signs,
  bytes: Buffer,
  lineEnd: number,
  isWhole: boolean,
): Pick<Dump, 'form' | 'isTitled'> | DoubtfulDump | undefined {
  for (const form of forms) {
    if (articlesOf(partsOf(form, bytes, lineEnd)) >= 2) return { form, isTitled: false };
  }
  const candidates = [
    ...rules.map((rule) => (needs: boolean) => ruled(rule, needs)),
    ...(hasPages ? [paged] : []),
  ];
  for (const make of candidates) {
    const form = headedForm(make, bytes, lineEnd);
    if (form !== undefined) return { form, isTitled: false };
  }
  const titled = [
    ...rules.map((rule) => ({ form: ruled(rule, false), isLong: rule.length >= LONG_RULE })),
    ...(hasPages ? [{ form: paged(false), isLong: false }] : []),
  ];
  return titledForm(titled, bytes, lineEnd, isWhole);
}

/** The first form whose parts are articles by their titles; else the first that is in doubt. */
function titledForm(
  forms: readonly { readonly form: DumpForm; readonly isLong: boolean }[],
  bytes: Buffer,
  lineEnd: number,
  isWhole: boolean,
): Pick<Dump, 'form' | 'isTitled'> | DoubtfulDump | undefined {
  let doubtful: DoubtfulDump | undefined;
  for (const { form, isLong } of forms) {
    const texts = textsOf(form, bytes, lineEnd);
    // Where the look ahead ends, a text may be cut.
    const whole = isWhole ? texts : texts.slice(0, -1);
    const standing = standingOf(whole, isLong);
    if (standing === 'articles') return { form, isTitled: true };
    if (standing === 'doubtful') doubtful ??= { doubt: form.name, parts: whole.length, isWhole };
  }
  return doubtful;
}

interface Signs {
  readonly forms: readonly DumpForm[];
  /** The most frequent first. */
  readonly rules: readonly string[];
  readonly hasPages: boolean;
}

/** What may part the text, from one look at its lines. Most texts have nothing of it. */
function signsOf(bytes: Buffer, lineEnd: number): Signs {
  const forms = new Set<DumpForm>();
  const rules = new Map<string, number>();
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, from);
    const end = found === -1 ? bytes.length : found;
    const first = bytes[from]! <= 0x20 ? from + 1 : from;
    if (bytes[first] === 0x3c && (bytes[first + 1]! | 0x20) === 0x64) forms.add(DOC_ELEMENTS);
    if (end - from <= SIGN_BYTES && end - from >= 3)
      noteSign(bytes.toString('latin1', from, end).trim(), forms, rules);
    from = end + 1;
  }
  const frequent = [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    forms: FORMS.filter((form) => forms.has(form)),
    rules: frequent.slice(0, MOST_RULES).map(([rule]) => rule),
    hasPages: bytes.includes(FORM_FEED),
  };
}

/** The surest first. */
const FORMS: readonly DumpForm[] = [DOC_ELEMENTS, FACTIVA, NUMBERED, NEXIS_COUNTED, NEXIS_ENDED];

function noteSign(line: string, forms: Set<DumpForm>, rules: Map<string, number>): void {
  if (isRule(line)) rules.set(line, (rules.get(line) ?? 0) + 1);
  else if (line.length <= 90) {
    if (closesArticle(line)) forms.add(NUMBERED);
    else if (isCount(line)) forms.add(NEXIS_COUNTED);
    else if (isEndOfDocument(line)) forms.add(NEXIS_ENDED);
    // Other letters than those of latin1 are looked at when it is cut.
    else if (accessionOf(`AN ${line}`) !== undefined || /\d{8}[a-z0-9]{9}$/.test(line)) forms.add(FACTIVA);
  }
}

/** The form by these rules, if they part articles. */
function headedForm(
  make: (needsHeader: boolean) => DumpForm,
  bytes: Buffer,
  lineEnd: number,
): DumpForm | undefined {
  const careful = make(true);
  if (articlesOf(partsOf(careful, bytes, lineEnd)) < 2) return undefined;
  const texts = textsOf(make(false), bytes, lineEnd);
  // ProQuest closes its exports with a piece that is no article.
  if (texts.some((text) => isProquest(linesOf(text)))) return careful;
  const articles = articlesOf(texts.map((text) => readDumpPart('headed', text)));
  const isEvery = articles >= 2 && (texts.length - articles) * HEADERLESS_SHARE <= texts.length;
  return isEvery ? make(false) : careful;
}

const utf8Of: TextOf = (bytes) => bytes.toString('utf8');

function textsOf(form: DumpForm, bytes: Buffer, lineEnd: number): readonly string[] {
  const splitter = new DumpSplitter(
    { form, units: 'ascii', lineEnd, textOf: utf8Of },
    Number.MAX_SAFE_INTEGER,
  );
  splitter.push(bytes);
  splitter.end();
  return splitter.slices.flatMap((slice) =>
    slice.kind === 'record' ? [Buffer.from(slice.bytes).toString('utf8')] : [],
  );
}

function partsOf(form: DumpForm, bytes: Buffer, lineEnd: number): readonly FoundPart[] {
  return textsOf(form, bytes, lineEnd).map((text) => readDumpPart(form.kind, text));
}

function articlesOf(parts: readonly FoundPart[]): number {
  return parts.filter(isArticle).length;
}
