/**
 * Positions in a text that grew shorter, and in what it was. Edits are pairs: a position in the new text, and how many
 * UTF-16 units further on it stood in the old one from there on; both rise. Logarithmic.
 */

/** Where a position of the repaired text stands in the text before. */
export function positionBefore(edits: readonly number[], position: number): number {
  let low = 0;
  let high = edits.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[2 * middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return position + (low === 0 ? 0 : edits[2 * low - 1]!);
}

/** Where a position of the text before stands in the repaired one; what is gone stands where it was. */
export function positionAfter(edits: readonly number[], position: number): number {
  let low = 0;
  let high = edits.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    // An edit that ends at `edits[2m]` ended there plus its shift in the text before.
    if (edits[2 * middle]! + edits[2 * middle + 1]! <= position) low = middle + 1;
    else high = middle;
  }
  const shift = low === 0 ? 0 : edits[2 * low - 1]!;
  const next = low < edits.length / 2 ? edits[2 * low]! : Number.POSITIVE_INFINITY;
  return Math.min(position - shift, next);
}

/** The edits of a text that was edited twice. */
export function bothEdits(first: readonly number[], second: readonly number[]): readonly number[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const positions = new Set<number>();
  for (let i = 0; i < first.length; i += 2) positions.add(positionAfter(second, first[i]!));
  for (let i = 0; i < second.length; i += 2) positions.add(second[i]!);
  return [...positions]
    .sort((a, b) => a - b)
    .flatMap((position) => [position, positionBefore(first, positionBefore(second, position)) - position]);
}
