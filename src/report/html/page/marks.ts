/**
 * Where the words of the evidence stand in a text, and what two texts share word for word. Pure: text in, ranges out.
 * The words are few and the text is one article, so each word is looked for by itself.
 */
import type { Evidence, Passage } from '../../../model/match.ts';
import type { BlockData, LinkData } from '../shape.ts';

export type Side = 'a' | 'b';
export type MarkKind = 'name' | 'number' | 'concept';

/** Half-open range in UTF-16 units of the text; `key` is the same on both sides. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  readonly key: string;
}

/** A stretch of text that is drawn in one way. */
export interface Piece {
  readonly text: string;
  readonly mark?: Mark;
  /** Word for word in the other text, too; absent where that is not known. */
  readonly isShared?: boolean;
}

export interface EvidenceWord {
  readonly kind: MarkKind;
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** The words of the evidence with the keys of their marks, rarest first within a kind. */
export function evidenceWords({ names, numbers, concepts }: Evidence): readonly EvidenceWord[] {
  const words = (
    shared: readonly { readonly a: string; readonly b: string; readonly weight: number }[],
    kind: MarkKind,
  ): EvidenceWord[] => shared.map(({ a, b, weight }, i) => ({ kind, key: `${kind}-${i}`, a, b, weight }));
  return [...words(names, 'name'), ...words(numbers, 'number'), ...words(concepts ?? [], 'concept')];
}

/** The same evidence seen from the other side. */
export function turned(link: LinkData): LinkData {
  const { evidence, inner } = link;
  const swapped = <T extends { readonly a: string; readonly b: string }>(shared: readonly T[]): T[] =>
    shared.map((word) => ({ ...word, a: word.b, b: word.a }));
  const { concepts, passages } = evidence;
  return {
    ...link,
    a: link.b,
    b: link.a,
    ...(inner === undefined ? {} : { inner: inner === 'a' ? 'b' : 'a' }),
    evidence: {
      ...evidence,
      names: swapped(evidence.names),
      numbers: swapped(evidence.numbers),
      ...(concepts === undefined ? {} : { concepts: swapped(concepts) }),
      ...(passages === undefined ? {} : { passages: passages.map(turnedPassage) }),
    },
  };
}

function turnedPassage({ aStart, aEnd, bStart, bEnd }: Passage): Passage {
  return { aStart: bStart, aEnd: bEnd, bStart: aStart, bEnd: aEnd };
}

/** Non-overlapping, ascending; where two words compete the longer one wins. */
export function marksIn(text: string, words: readonly EvidenceWord[], side: Side): readonly Mark[] {
  const lower = text.toLowerCase();
  // Folding case can change lengths (İ): then only the exact spelling is looked for.
  const isAligned = lower.length === text.length;
  const found: Mark[] = [];
  for (const { kind, key, ...forms } of words) {
    const form = forms[side];
    if (form === '') continue;
    const exact = occurrences(text, form);
    const starts = exact.length > 0 || !isAligned ? exact : occurrences(lower, form.toLowerCase());
    for (const start of starts) found.push({ start, end: start + form.length, kind, key });
  }
  found.sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start);
  return withoutOverlaps(found);
}

function withoutOverlaps(longestFirst: readonly Mark[]): readonly Mark[] {
  const taken = new Set<number>();
  const kept = longestFirst.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    for (let at = start; at < end; at++) taken.add(at);
    return true;
  });
  return kept.sort((x, y) => x.start - y.start);
}

/** Words are not looked for inside other words, where a script parts its words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;

function occurrences(text: string, form: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (isEdge(text, at) && isEdge(text, at + form.length)) starts.push(at);
  }
  return starts;
}

/** Between the units at `at - 1` and `at` a word may begin or end. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(at, at + 1);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return UNSPACED.test(before) || UNSPACED.test(after);
}

/** The kept blocks with their places in the cleaned text, which is these blocks joined by line feeds. */
export function keptBlocks(blocks: readonly BlockData[]): readonly { block: BlockData; start: number }[] {
  let start = 0;
  return blocks.flatMap((block) => {
    if (block[2] !== undefined) return [];
    const placed = { block, start };
    start += block[0].length + 1;
    return [placed];
  });
}

/** Cuts one block at the edges of marks and of shared passages (`undefined`: not known). */
export function piecesOf(
  text: string,
  start: number,
  marks: readonly Mark[],
  passages: readonly { readonly start: number; readonly end: number }[] | undefined,
): readonly Piece[] {
  const end = start + text.length;
  const own = marks.filter((mark) => mark.start < end && mark.end > start);
  const shared = (passages ?? []).filter((passage) => passage.start < end && passage.end > start);
  const edges = new Set([start, end]);
  for (const range of [...own, ...shared]) {
    edges.add(Math.max(start, range.start));
    edges.add(Math.min(end, range.end));
  }
  const ordered = [...edges].sort((x, y) => x - y);
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1] ?? end;
    const mark = own.find((range) => range.start <= from && range.end >= to);
    const isShared = shared.some((range) => range.start <= from && range.end >= to);
    return {
      text: text.slice(from - start, to - start),
      ...(mark === undefined ? {} : { mark }),
      ...(passages === undefined ? {} : { isShared }),
    };
  });
}
