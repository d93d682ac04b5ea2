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

/** Drops, of the kept lines, those in quotation marks of which another line says the same without. */
export function markPullQuotes({ lines }: Page, marks: Marks): void {
  const quoted = lines.flatMap((line, i) => {
    const inner = marks[i] === undefined ? quotedText(line) : undefined;
    return inner === undefined ? [] : [{ i, keys: keysOf(inner) }];
  });
  if (quoted.length === 0) return;
  const isQuoted = new Set(quoted.map(({ i }) => i));
  const said = new Set<number>();
  lines.forEach(({ text, isProse, isTerminal }, i) => {
    if (marks[i] !== undefined || isQuoted.has(i) || !(isProse || isTerminal)) return;
    for (const key of keysOf(text)) said.add(key);
  });
  for (const { i, keys } of quoted) if (keys.every((key) => said.has(key))) drop(marks, i, 'duplicate', 0.8);
}

function quotedText({ text, length }: Line): string | undefined {
  return length < MIN_LENGTH ? undefined : QUOTED.exec(text)?.[1];
}

/** Hashes of the sentences of a text. */
function keysOf(text: string): readonly number[] {
  return sentencesOf(text).map(({ start, end }) => normalisedHash(text.slice(start, end)));
}
