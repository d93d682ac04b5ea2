/**
 * Lines that are nothing but a sentence of the text in quotation marks, set beside it in large letters. Owns these; only
 * for pages that show other chrome. Linear: sentences are looked up by a hash, and only where a line may be one.
 */
import { normalisedHash } from '../lib/normalised-digest.ts';
import { sentencesOf } from '../lib/sentences.ts';
import type { Line } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Shorter ones may be said twice. */
const MIN_LENGTH = 30;
/** One pair of quotation marks around a line; what is within may have its own. */
const QUOTED = /^[„“"«»「『”‘']([^\n]+)[”“"»«」』’']$/u;

/** More lines in quotation marks are a dialogue. */
const MOST = 3;

/**
 * Drops, of the kept lines but the title's, those in quotation marks of which another line says the same without; not the
 * claim that the line below it takes up, and nothing that is said twice.
 */
export function markPullQuotes({ lines }: Page, title: number, marks: Marks): void {
  const quoted = lines.flatMap((line, i) => {
    const inner = marks[i] === undefined && i !== title ? quotedText(line) : undefined;
    return inner === undefined ? [] : [{ i, inner }];
  });
  if (quoted.length === 0 || quoted.length > MOST) return;
  if (new Set(quoted.map(({ inner }) => inner)).size < quoted.length) return;
  const isQuoted = new Set(quoted.map(({ i }) => i));
  /** By sentence: the last line that says it. */
  const said = new Map<number, number>();
  lines.forEach(({ text, isProse, isTerminal }, i) => {
    if (marks[i] !== undefined || isQuoted.has(i) || !(isProse || isTerminal)) return;
    for (const key of keysOf(text)) said.set(key, i);
  });
  for (const { i, inner } of quoted) {
    const isSaid = keysOf(inner).every((key) => (said.get(key) ?? i + 1) !== i + 1);
    if (isSaid) drop(marks, i, 'duplicate', 0.8);
  }
}

function quotedText({ text, length }: Line): string | undefined {
  return length < MIN_LENGTH ? undefined : QUOTED.exec(text)?.[1];
}

/** Hashes of the sentences of a text. */
function keysOf(text: string): readonly number[] {
  return sentencesOf(text).map(({ start, end }) => normalisedHash(text.slice(start, end)));
}
