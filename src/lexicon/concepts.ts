/**
 * The lexicon of concepts: words of many languages to numbers that mean the same in all of them. Owns the layout of
 * the learned file and its decoding, language by language, when one is first met; must not open files: the bytes are
 * handed in. Learned by `scripts/learn-concepts.mjs` (decision 0012).
 *
 * Layout, little endian: magic `DDC2`; u16 concepts, u16 languages; a byte of background bits (eighths) for each
 * concept, a byte of typical weight (1/8192) for each; for each language 8 bytes of BCP 47 tag (ASCII, zero padded), u8
 * scheme, u8 quality (1/255), u16 zero, u32 entries, u32 offset. Entries of a language stand in columns, by ascending
 * key of 24 bits: how many have each upper byte of a key (256 u16), the lower two bytes of each, then two bytes of concept
 * (13 bits) and strength (3 bits). A key with several concepts has several entries.
 */
import { decodeScheme, type Scheme } from './scheme.ts';

export interface ConceptTable {
  readonly scheme: Scheme;
  /**
   * How much of the meaning of a text the table brings out: mean cosine of translations into English on stories that
   * it was not learned from, 0..1.
   */
  readonly quality: number;
  /**
   * Entries by bucket, the upper bits of their key: those of bucket b stand at `starts[b]` to `starts[b + 1]`. Keys are
   * hashes, so that there is about one entry in each.
   */
  readonly starts: Uint32Array;
  /** The lower bits of the key, a level of strength (3 bits), a concept (13 bits). */
  readonly entries: Uint32Array;
  /** Bits of a key below its bucket, at most 16. */
  readonly restBits: number;
}

/** One meaning of a key. */
export interface Meaning {
  readonly concept: number;
  /** 0..1. */
  readonly strength: number;
}

/** Bits of an entry below those of its key; concepts take the lowest. */
export const MEANING_BITS = 16;
export const CONCEPT_BITS = 13;

/** What a 24-bit key means; nothing where it is unknown. Whoever reads many keys walks the entries itself. */
export function meaningsOf({ starts, entries, restBits }: ConceptTable, key: number): readonly Meaning[] {
  const bucket = key >>> restBits;
  const rest = key & ((1 << restBits) - 1);
  return Array.from(entries.subarray(starts[bucket], starts[bucket + 1]))
    .filter((entry) => entry >>> MEANING_BITS === rest)
    .map((entry) => ({
      concept: entry & (MOST_CONCEPTS - 1),
      strength: (((entry >>> CONCEPT_BITS) & (STRENGTHS - 1)) + 1) / STRENGTHS,
    }));
}

export interface Concepts {
  /** Number of concepts. */
  readonly size: number;
  /** Bits that a concept tells when an article of news has it, by concept. */
  readonly bits: Float32Array;
  /** Mean weight of a concept in articles whose vectors have length 1, by concept. */
  readonly typical: Float32Array;
  /** Table of a language by its BCP 47 tag, or by the first subtag; undefined where none was learned. */
  readonly tableOf: (bcp47: string) => ConceptTable | undefined;
}

export const MAGIC = 0x32434444;
export const HEADER = 8;
export const LANGUAGE_BYTES = 20;
export const TAG_BYTES = 8;
/** Bits of a key that stand in an entry; those above are told by counts. */
export const LOWER_KEY_BITS = 16;
const KEY_BITS = 24;
/** Counts before the entries of a language, two bytes each. */
export const UPPER_KEYS = 1 << (KEY_BITS - LOWER_KEY_BITS);
export const MOST_CONCEPTS = 1 << CONCEPT_BITS;
/** Strengths are kept as one of eight levels: (level + 1) / 8. */
export const STRENGTHS = 8;
/** Background bits are kept in eighths. */
export const BITS_SCALE = 8;
/** Weights of an article's concepts are kept as bytes, in sixteenths; the heaviest are near 12. */
export const WEIGHT_SCALE = 16;
/** The most typical concepts have 0.03. */
export const TYPICAL_SCALE = 8192;

/** Reads the directory; tables are decoded when they are asked for. Throws on bytes that are no such file. */
export function readConcepts(bytes: Uint8Array): Concepts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isKnown = bytes.byteLength >= HEADER && view.getUint32(0, true) === MAGIC;
  if (!isKnown) throw new Error('not a lexicon of concepts as this version writes it');
  const size = view.getUint16(4, true);
  const languages = view.getUint16(6, true);
  const places = new Map<string, number>();
  for (let i = 0; i < languages; i++) {
    const at = HEADER + 2 * size + i * LANGUAGE_BYTES;
    if (at + LANGUAGE_BYTES > bytes.byteLength || endOfTable(view, at) > bytes.byteLength)
      throw new Error('the lexicon of concepts is cut short');
    const tag = String.fromCharCode(...bytes.subarray(at, at + TAG_BYTES).filter((byte) => byte > 0));
    places.set(tag, at);
  }
  const tables = new Map<string, ConceptTable | undefined>();
  const tableOf = (bcp47: string): ConceptTable | undefined => {
    if (tables.has(bcp47)) return tables.get(bcp47);
    const at = places.get(bcp47) ?? places.get(bcp47.split('-')[0] ?? '');
    const table = at === undefined ? undefined : decodeTable(view, at);
    tables.set(bcp47, table);
    return table;
  };
  const bits = Float32Array.from(bytes.subarray(HEADER, HEADER + size), (eighths) => eighths / BITS_SCALE);
  const typical = Float32Array.from(
    bytes.subarray(HEADER + size, HEADER + 2 * size),
    (weight) => weight / TYPICAL_SCALE,
  );
  return { size, bits, typical, tableOf };
}

/** Fewer buckets would leave more bits of a key than an entry has room for. */
const LEAST_BUCKET_BITS = KEY_BITS - (32 - MEANING_BITS);
const MOST_BUCKET_BITS = 16;

/** Where the entries of a language end, given its place in the directory. */
function endOfTable(view: DataView, at: number): number {
  const count = view.getUint32(at + TAG_BYTES + 4, true);
  return view.getUint32(at + TAG_BYTES + 8, true) + 2 * UPPER_KEYS + 4 * count;
}

function decodeTable(view: DataView, at: number): ConceptTable {
  const count = view.getUint32(at + TAG_BYTES + 4, true);
  const offset = view.getUint32(at + TAG_BYTES + 8, true);
  const bits = Math.min(MOST_BUCKET_BITS, Math.max(LEAST_BUCKET_BITS, 31 - Math.clz32(count)));
  const restBits = KEY_BITS - bits;
  const starts = new Uint32Array((1 << bits) + 1);
  const entries = new Uint32Array(count);
  const keysAt = offset + 2 * UPPER_KEYS;
  const meaningsAt = keysAt + 2 * count;
  for (let upper = 0, i = 0; upper < UPPER_KEYS; upper++) {
    const end = i + view.getUint16(offset + 2 * upper, true);
    for (; i < end; i++) {
      const key = (upper << LOWER_KEY_BITS) | view.getUint16(keysAt + 2 * i, true);
      const meaning = view.getUint16(meaningsAt + 2 * i, true);
      entries[i] = ((key & ((1 << restBits) - 1)) << MEANING_BITS) | meaning;
      // Keys ascend, and so do their buckets.
      starts[(key >>> restBits) + 1]!++;
    }
  }
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  return {
    scheme: decodeScheme(view.getUint8(at + TAG_BYTES)),
    quality: view.getUint8(at + TAG_BYTES + 1) / 255,
    starts,
    entries,
    restBits,
  };
}
