/** The parts of the kept text: title, lead, headings, body. Owns roles only; decides nothing about keeping. Linear. */
import { normaliseText } from '../lib/normalise.ts';
import type { Block, BlockRole } from '../model/article.ts';
import type { LineMeasures } from './line.ts';
import { DEFAULT_LOOKUP } from './lookup.ts';
import { titleText } from './markdown.ts';
import { pageOfLines } from './page.ts';
import { endsInColon } from './punctuation.ts';
import { asksOrShouts } from './title-candidates.ts';
import { isRowOfParts } from './trail.ts';

export interface Parts {
  /** Line numbers, -1 where there is none. */
  readonly title: number;
  readonly lead: number;
}

const MAX_TITLE = 250;
/** The shortest lead: a sentence of one line and a half. */
export const MIN_LEAD = 80;

/**
 * Finds title and lead among the kept lines (given as line numbers in order). The title is the line that is the `given`
 * one, else the one that was `found`, else the first that may be one.
 */
export function findParts(
  lines: readonly LineMeasures[],
  kept: readonly number[],
  given: string | undefined,
  found = -1,
): Parts {
  const wanted = given === undefined ? '' : normaliseText(given);
  const equal = wanted === '' ? -1 : kept.findIndex((i) => equalsTitle(lines[i], wanted));
  const told = equal >= 0 || found < 0 ? equal : kept.indexOf(found);
  const position = told >= 0 ? told : titlePosition(lines, kept);
  const title = kept[position] ?? -1;
  const lead = kept.find((i) => i > title && isLead(lines[i]));
  return { title, lead: lead ?? -1 };
}

function equalsTitle(line: LineMeasures | undefined, wanted: string): boolean {
  // No unit counts for less than one letter.
  if (line === undefined || line.text.length > MAX_TITLE * 2) return false;
  return line.length <= MAX_TITLE * 2 && normaliseText(line.text) === wanted;
}

/** The line of the title among the kept ones, by their form alone: -1 where there is none. */
export function firstTitle(lines: readonly LineMeasures[], kept: readonly number[]): number {
  return kept[titlePosition(lines, kept)] ?? -1;
}

/** The first kept line that is no sentence, if it stands before the lead and prose follows. */
function titlePosition(lines: readonly LineMeasures[], kept: readonly number[]): number {
  for (let position = 0; position + 1 < kept.length; position++) {
    const line = lines[kept[position] ?? -1];
    if (line === undefined) return -1;
    if (isTitle(line)) return position;
    if (isLead(line)) return -1;
  }
  return -1;
}

function isTitle(line: LineMeasures): boolean {
  if (line.length > MAX_TITLE || !line.hasLabel || isRowOfParts(line.text)) return false;
  // So does a title that ends in what somebody says: that of a sentence holds its full stop.
  if (asksOrShouts(line.text) || line.ending === 'quote') return line.length < MIN_LEAD * 1.5;
  return line.ending !== 'terminal' && !line.isProse;
}

function isLead(line: LineMeasures | undefined): boolean {
  return line?.isProse === true && line.length >= MIN_LEAD;
}

/** Role of one kept line. */
export function roleOf(line: LineMeasures, i: number, parts: Parts): BlockRole {
  if (i === parts.title) return 'title';
  if (i === parts.lead) return 'lead';
  return parts.lead >= 0 && i > parts.lead && line.isLabel ? 'heading' : 'body';
}

/** The title as it reads; undefined where the text has none. */
export function titleOf(lines: readonly LineMeasures[], { title }: Parts): string | undefined {
  const line = lines[title];
  return line === undefined ? undefined : titleText(line.text);
}

/** Finds title and lead again after blocks were dropped. */
export function relabel(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly title: string;
} {
  const { lines } = pageOfLines(
    blocks.map(({ text }) => ({ text, blankBefore: 0, separatorsBefore: 0 })),
    DEFAULT_LOOKUP,
  );
  const kept = lines.flatMap((_, i) => (blocks[i]?.kept === true ? [i] : []));
  const found = findParts(lines, kept, undefined);
  // Where the title went with what is repeated, what announces a letter or a list is none.
  const isColon = endsInColon(lines[found.title]?.text ?? '');
  const parts = isColon ? { ...found, title: -1 } : found;
  return {
    blocks: blocks.map((block, i) => {
      const line = lines[i];
      return block.kept && line !== undefined ? { ...block, role: roleOf(line, i, parts) } : block;
    }),
    title: titleOf(lines, parts) ?? '',
  };
}
