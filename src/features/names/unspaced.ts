/**
 * Names inside text without spaces: places by longest match, names in ideographs by their dictionary, and in Chinese the
 * runs of characters that write foreign sounds. Owns the walk through one unspaced word; must not segment. Linear in its
 * length, times the longest place.
 */
import { isTransliteration } from './hanzi.ts';
import { namesAt } from './ideographs.ts';
import { placeAt } from './place-lookup.ts';
import type { PlaceIndex } from './places.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Key of a place; undefined for a name by its reading and for a transliteration run. */
  readonly place: string | undefined;
}

const NONE = { first: 0, second: 0 };
/** Shortest run that can be a name: 拜登, 普京. */
const SHORTEST_RUN = 2;
const LONGEST_RUN = 12;

/** How names in ideographs are looked for: not at all, as in Japanese or as in Chinese. */
export type Ideographs = 'none' | 'japanese' | 'chinese';

/** Places and names of `text[start, end)` in order; `units` are those of the text. */
export function piecesOf(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
  places: PlaceIndex | undefined,
  ideographs: Ideographs,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const isChinese = ideographs === 'chinese';
  let run = start;
  /** Where the last piece ended. */
  let last = start;
  const closeRun = (to: number): void => {
    if (isChinese && to - run >= SHORTEST_RUN && to - run <= LONGEST_RUN) {
      pieces.push({ start: run, end: to, place: undefined });
    }
  };
  const starts = places?.starts;
  for (let i = start; i < end; ) {
    const isStart = starts !== undefined && starts[units[i]!] === 1;
    const found = isStart && places !== undefined ? placeAt(text, i, places) : undefined;
    if (found !== undefined) {
      closeRun(i);
      pieces.push({ start: i, end: i + found.length, place: found.key });
      i += found.length;
      run = last = i;
      continue;
    }
    const { first, second } = ideographs === 'none' ? NONE : namesAt(text, i, end, i === last, isChinese);
    if (first > 0) {
      closeRun(i);
      pieces.push({ start: i, end: i + first, place: undefined });
      if (second > 0) pieces.push({ start: i + first, end: i + first + second, place: undefined });
      i += first + second;
      run = last = i;
      continue;
    }
    const isRun = isChinese && isTransliteration(units[i]!);
    i++;
    if (!isRun) {
      closeRun(i - 1);
      run = i;
    }
  }
  closeRun(Math.max(run, end));
  return pieces;
}
