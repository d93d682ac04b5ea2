/** One text as near-duplicates are judged on it, read once. Must not compare. */
import { shinglesInOrderOf } from '../../lib/shingles.ts';
import { Slab } from '../../lib/slab.ts';
import { scanTokens, type Tokens } from '../../lib/tokens.ts';

export interface NearTokens {
  /** Cleaned text. */
  readonly text: string;
  /** Tokens of `text`: asked for by three measures. */
  readonly tokens: Tokens;
}

export interface NearText extends NearTokens {
  /** Hashes of the shingles of `text`, one from each token on, in its order, repetitions and all. */
  readonly shingles: Uint32Array;
  readonly heading: Heading;
}

/** What is known of a text beside its words. */
export interface Heading {
  /** RFC 3339 instant or day. */
  readonly date?: string | undefined;
  readonly title: string;
  readonly source?: string | undefined;
  /** Days that title and text name, as MM-DD, and those of the title alone; worked out when asked for, as of few pairs. */
  readonly textDays: () => readonly string[];
  readonly titleDays: () => readonly string[];
}

export const NO_HEADING: Heading = { title: '', textDays: () => [], titleDays: () => [] };

const slab = new Slab();

/** Reads a text once for all its pairs. */
export function readNearText(text: string, heading: Heading = NO_HEADING): NearText {
  const scanned = scanTokens(text);
  const { count } = scanned;
  const shingles = shinglesInOrderOf(scanned);
  return {
    text,
    tokens: {
      count,
      hashes: slab.keepWords(scanned.hashes, count),
      starts: slab.keepWords(scanned.starts, count),
      ends: slab.keepWords(scanned.ends, count),
      kinds: slab.keepBytes(scanned.kinds, count),
    },
    shingles: slab.keepWords(shingles, shingles.length),
    heading,
  };
}
