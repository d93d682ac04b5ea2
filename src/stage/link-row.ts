/** A link as a row, and back. Must not judge. */
import type { Link } from '../model/match.ts';
import type { WrittenRow } from '../model/stage.ts';
import { asObject, type Given, parseRow, RowFault, textIn } from './row.ts';

export function linkRow(link: Link, a: number, b: number): WrittenRow {
  const { relation, inner, reason, score } = link;
  const said = { relation, inner, reason, score, evidence: link.evidence() };
  return { type: 'link', a, b, relation, link: JSON.stringify(said) };
}

/** What a link row says, between two articles. */
export function linkIn(row: Given, a: number, b: number): Link {
  const said = asObject(parseRow(textIn(row, 'link')), 'a link') as unknown as Omit<
    Link,
    'a' | 'b' | 'evidence'
  > & {
    readonly evidence: ReturnType<Link['evidence']>;
  };
  if (typeof said.score !== 'number' || said.evidence === undefined) throw new RowFault('"link" is no link');
  const { evidence, ...plain } = said;
  return { ...plain, a, b, evidence: () => evidence };
}
