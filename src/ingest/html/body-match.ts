/**
 * How the lines of a page fit the text that its structured data gives as the body of the article. Owns the comparison
 * by shingles; must not decide. O(n log n).
 */
import { latinLength } from '../../lib/script.ts';
import { shingleHashes } from '../../lib/shingles.ts';

/** Shingles of a line that must be in the body: markup in the middle of words costs some. */
const FITS = 0.5;
/** A line that nobody took must be in the body nearly word for word. */
const FOUND = 0.8;
/** Lines with fewer shingles are headings and labels: they neither fit nor miss. */
const LONG = 6;
/** A body that stands on the page up to this share stands there; less is chance and a quoted lead. */
const ABSENT = 0.3;
/** The shortest body worth reading in place of the page, in Latin letters, and how much longer than that it must be. */
const WHOLE = { letters: 500, times: 1.5 };

export interface BodyMatch {
  /** Whether the line stands in the body. */
  fits(i: number): boolean;
  /** Whether it certainly does, and no earlier line says the same. */
  isFound(i: number): boolean;
  /** Whether it is long enough to miss. */
  isLong(i: number): boolean;
}

/** Compares each line with the body. */
export function matchBody(text: string, lines: readonly string[]): BodyMatch {
  const body = new Set(shingleHashes(text));
  const seen = new Set<string>();
  const shares: number[] = [];
  const sizes: number[] = [];
  const isRepeated: boolean[] = [];
  for (const line of lines) {
    const shingles = shingleHashes(line);
    shares.push(shareIn(shingles, body));
    sizes.push(shingles.length);
    isRepeated.push(seen.has(line));
    seen.add(line);
  }
  return {
    fits: (i) => (shares[i] ?? 0) >= FITS,
    isFound: (i) => (shares[i] ?? 0) >= FOUND && (sizes[i] ?? 0) >= LONG && isRepeated[i] === false,
    isLong: (i) => (sizes[i] ?? 0) >= LONG,
  };
}

/**
 * Whether the body is not on the page at all: a page that a script fills, or that shows the first lines only. Then the
 * body is the article.
 */
export function isAbsent(body: string, page: string, articleText: string): boolean {
  const length = latinLength(body);
  if (length < WHOLE.letters || length < WHOLE.times * latinLength(articleText)) return false;
  return shareIn(shingleHashes(body), new Set(shingleHashes(page))) < ABSENT;
}

function shareIn(shingles: Uint32Array, set: ReadonlySet<number>): number {
  let shared = 0;
  for (const shingle of shingles) if (set.has(shingle)) shared++;
  return shingles.length === 0 ? 0 : shared / shingles.length;
}
