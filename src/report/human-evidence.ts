/** Shared names and numbers in the words of both articles. Must not weigh anything: the weights come with it. */

import { scoreText } from '../lib/figures.ts';
import type { Evidence, LinkReason, NameEvidence, NumberEvidence, Relation } from '../model/match.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, percentage, shown } from './people.ts';

type Shared = NameEvidence | NumberEvidence;

/** A link of a group, or a related pair (which has no relation of its own). */
interface Evidenced {
  readonly relation?: Relation;
  readonly reason?: LinkReason;
  readonly evidence: Evidence;
}

/** A reader believes a match after a handful; the rest is in `explain`. */
const SHOWN_AT_MOST = 5;
/** Columns of one side of a shared name or number. */
const WIDEST_SIDE = 30;
const LABEL = '     shared  ';

/**
 * The line(s) of evidence under a list of articles; nothing when there is none to show. Copies and
 * near-duplicates are described by how much text they share.
 */
export function* evidenceLines(
  links: readonly Evidenced[],
  palette: Palette,
  width: number,
): Iterable<string> {
  const strongest = strongestShared(links);
  const side = Math.min(WIDEST_SIDE, Math.floor((width - LABEL.length - ' = '.length) / 2));
  const items = [
    ...strongest.map((shared): Item => ({ text: sidesText(shared, side), paint: palette.plain })),
    ...textItems(links, palette),
    ...(links.some(({ reason }) => reason === 'decision')
      ? [{ text: 'joined by a decision', paint: palette.label }]
      : []),
    ...(links.some(({ reason }) => reason === 'company')
      ? [{ text: 'unsure pair by pair, but not together', paint: palette.label }]
      : []),
  ];
  yield* flow(items, { width, lead: palette.quiet(LABEL), indent: LABEL.length, separator: ' · ' });
}

/** `Takaichi = 高市`; one word where both wrote the same. */
export function sidesText({ a, b }: { readonly a: string; readonly b: string }, widest: number): string {
  const [left, right] = [shown(a, widest), shown(b, widest)];
  return a === b ? left : `${left} = ${right}`;
}

/** The most telling ones over all links, each once, ties in the order of the report. */
function strongestShared(links: readonly Evidenced[]): readonly Shared[] {
  const byKey = new Map<string, Shared>();
  const keep = (key: string, shared: Shared): void => {
    const known = byKey.get(key);
    if (known === undefined || shared.weight > known.weight) byKey.set(key, shared);
  };
  for (const { evidence } of links) {
    for (const name of evidence.names) keep(`name ${name.key}`, name);
    for (const number of evidence.numbers) keep(`number ${number.value} ${number.unit ?? ''}`, number);
  }
  return [...byKey.values()].sort((x, y) => y.weight - x.weight).slice(0, SHOWN_AT_MOST);
}

/** How much text is shared: by the link that shares the least, so that it holds for all of them. */
function textItems(links: readonly Evidenced[], palette: Palette): readonly Item[] {
  const textual = links.filter(({ relation }) => relation === 'near' || relation === 'contained');
  if (textual.length === 0) {
    const areCopies = links.length > 0 && links.every(({ relation }) => relation === 'copy');
    return areCopies ? [{ text: 'the whole text', paint: palette.label }] : [];
  }
  const items: Item[] = [];
  const resemblance = least(textual.map(({ evidence }) => evidence.resemblance));
  const containment = least(textual.map(({ evidence }) => evidence.containment));
  if (resemblance !== undefined)
    items.push({ text: `resemblance ${scoreText(resemblance)}`, paint: palette.label });
  if (containment !== undefined)
    items.push({ text: `${percentage(containment, 1)} of the shorter text`, paint: palette.label });
  return items;
}

function least(values: readonly (number | undefined)[]): number | undefined {
  let smallest: number | undefined;
  for (const value of values)
    if (value !== undefined && (smallest === undefined || value < smallest)) smallest = value;
  return smallest;
}
