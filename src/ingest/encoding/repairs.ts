/**
 * Small damage of a decoded text, mended and noted: characters that were encoded twice, soft hyphens, and references
 * of HTML, marks of Markdown and written line ends that were left in plain text. Owns which; the places where the text
 * grew shorter are kept, so that a position can be told in the text as it was. No-break spaces stay (they are typography; matching takes them for spaces), and
 * wrapped lines are joined by the cleaner, which keeps them. Linear; a text without any sign of damage is only searched.
 */
import { createRequire } from 'node:module';
import { bothEdits } from '../../lib/edits.ts';
import { PLAIN_READING, type Repair, type TextReading } from '../../model/article.ts';
import { undoubled } from './doubled.ts';
import { markdownCuts } from './markdown-marks.ts';
import { writtenEnds } from './written-ends.ts';

export interface Repaired {
  readonly text: string;
  readonly repairs: readonly Repair[];
  /** Pairs: a position in the new text, and how far on it stood in the old one from there on. */
  readonly edits: readonly number[];
}

/** Characters that were encoded twice: before markup is read. `utf8` is the text in UTF-8, where it is at hand. */
export function withoutDoubling(
  text: string,
  utf8?: Uint8Array,
): {
  readonly text: string;
  readonly repairs: readonly Repair[];
} {
  const found = undoubled(text, utf8);
  if (found === undefined) return { text, repairs: [] };
  return { text: found.text, repairs: [{ kind: 'double-encoding', count: found.count, via: found.via }] };
}

const SOFT_HYPHEN = '\u00ad';
/** A soft hyphen, with the line end that it stands before; a reference, escaped once or more. */
const HYPHENS = /\u00ad(?:[ \t]{0,3}\r?\n[ \t]{0,9}(?=\p{Ll}))?/gu;
const BOTH =
  /\u00ad(?:[ \t]{0,3}\r?\n[ \t]{0,9}(?=\p{Ll}))?|&(?:amp;){0,3}(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});/gu;

/**
 * `isMarkup`: what was read as HTML holds no references that were not meant to be seen, and no marks of Markdown. `isJson`:
 * JSON has a spelling of its own for line ends, so that `\\n` is what its writer meant.
 */
export function repairText(text: string, isMarkup: boolean, isJson = false): Repaired | undefined {
  const found = withoutSigns(text, isMarkup);
  if (isMarkup) return found;
  const lined = isJson ? found : then(found, withLineEnds(found?.text ?? text));
  return then(lined, withoutMarkdown(lined?.text ?? text));
}

/** One repair and one of what it left. */
function then(first: Repaired | undefined, second: Repaired | undefined): Repaired | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return {
    text: second.text,
    repairs: [...first.repairs, ...second.repairs],
    edits: bothEdits(first.edits, second.edits),
  };
}

function withLineEnds(text: string): Repaired | undefined {
  const found = writtenEnds(text);
  if (found.length === 0) return undefined;
  const shorter = new Shorter(text);
  for (const { start, end } of found) shorter.replace(start, end, '\n');
  return { ...shorter.whole(), repairs: [{ kind: 'written-line-ends', count: found.length }] };
}

function withoutMarkdown(text: string): Repaired | undefined {
  const found = markdownCuts(text);
  if (found === undefined) return undefined;
  const shorter = new Shorter(text);
  for (const { start, end } of found.cuts) if (start < end) shorter.replace(start, end, '');
  return { ...shorter.whole(), repairs: [{ kind: 'markdown', count: found.count }] };
}

/** A text in which ranges, told in order, are replaced by something shorter. */
class Shorter {
  readonly #before: string;
  readonly #edits: number[] = [];
  #text = '';
  #from = 0;

  constructor(before: string) {
    this.#before = before;
  }

  replace(start: number, end: number, meant: string): void {
    this.#text += this.#before.slice(this.#from, start) + meant;
    this.#from = end;
    this.#edits.push(this.#text.length, end - this.#text.length);
  }

  whole(): Pick<Repaired, 'text' | 'edits'> {
    return { text: this.#text + this.#before.slice(this.#from), edits: this.#edits };
  }
}

function withoutSigns(text: string, isMarkup: boolean): Repaired | undefined {
  const hasReferences = !isMarkup && text.includes('&');
  if (!hasReferences && !text.includes(SOFT_HYPHEN)) return undefined;
  const shorter = new Shorter(text);
  let hyphens = 0;
  let references = 0;
  for (const match of text.matchAll(hasReferences ? BOTH : HYPHENS)) {
    const [found] = match;
    const isHyphen = found[0] === SOFT_HYPHEN;
    const meant = isHyphen ? '' : meaningOf(found);
    if (meant === undefined) continue;
    if (isHyphen) hyphens++;
    else references++;
    shorter.replace(match.index, match.index + found.length, meant);
  }
  if (hyphens + references === 0) return undefined;
  const repairs: Repair[] = [];
  if (hyphens > 0) repairs.push({ kind: 'soft-hyphen', count: hyphens });
  if (references > 0) repairs.push({ kind: 'entity', count: references });
  return { ...shorter.whole(), repairs };
}

export interface Mended {
  readonly text: string;
  /** Absent for plain UTF-8 in which nothing was to be mended. */
  readonly reading?: TextReading;
}

/** Text that holds no markup, mended, with what is to be known of it. */
export function mendText(text: string, reading?: TextReading, utf8?: Uint8Array, isJson = false): Mended {
  const undone = withoutDoubling(text, utf8);
  return withRepairs(undone.text, reading, undone.repairs, repairText(undone.text, false, isJson));
}

/** What was assumed of a text together with what was mended in it, before and now. */
export function withRepairs(
  text: string,
  reading: TextReading | undefined,
  before: readonly Repair[],
  found: Repaired | undefined,
): Mended {
  const repairs = [...before, ...(found?.repairs ?? [])];
  if (repairs.length === 0) return reading === undefined ? { text } : { text, reading };
  const edits = found === undefined ? {} : { edits: found.edits };
  return { text: found?.text ?? text, reading: { ...(reading ?? PLAIN_READING), repairs, ...edits } };
}

type DecodeStrict = (text: string) => string;
let decodeStrict: DecodeStrict | undefined;

/** What a reference stands for; undefined where it is none, or stands for a control character. */
function meaningOf(reference: string): string | undefined {
  decodeStrict ??= (createRequire(import.meta.url)('entities') as { readonly decodeHTMLStrict: DecodeStrict })
    .decodeHTMLStrict;
  const inner = reference.slice(1).replace(/^(?:amp;)+(?=[^;])/, '');
  const meant = decodeStrict(`&${inner}`);
  if (meant === `&${inner}` || /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]/.test(meant)) return undefined;
  return meant === SOFT_HYPHEN ? '' : meant;
}
