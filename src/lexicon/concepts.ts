/**
 * The lexicon of concepts: words of many languages to numbers that mean the same in all of them. Owns the layout of
 * the learned file and its decoding, language by language, when one is first met; must not open files: the bytes are
 * handed in. Learned by `scripts/learn-concepts.mjs` (decision 0012).
 *
 * Layout, little endian: magic `DDC1`; u16 concepts, u16 languages; a byte of background bits (eighths) for each
 * concept, a byte of typical weight (1/8192) for each; for each language 8 bytes of BCP 47 tag (ASCII, zero padded), u8
 * scheme, u8 quality (1/255), u16 zero, u32 entries, u32 offset. Entries of a language stand in columns: three bytes of key, ascending, then two bytes of concept
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
  /** Position of the first entry of a 24-bit key, -1 for an unknown one. */
  readonly find: (key: number) => number;
  /** By entry. */
  readonly keys: Uint32Array;
  readonly concepts: Uint16Array;
  /** 0..1, by entry. */
  readonly strengths: Float32Array;
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

export const MAGIC = 0x31434444;
export const HEADER = 8;
export const LANGUAGE_BYTES = 20;
export const TAG_BYTES = 8;
export const MOST_CONCEPTS = 1 << 13;
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
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a lexicon of concepts');
  const size = view.getUint16(4, true);
  const languages = view.getUint16(6, true);
  const places = new Map<string, number>();
  for (let i = 0; i < languages; i++) {
    const at = HEADER + 2 * size + i * LANGUAGE_BYTES;
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

function decodeTable(view: DataView, at: number): ConceptTable {
  const count = view.getUint32(at + TAG_BYTES + 4, true);
  const offset = view.getUint32(at + TAG_BYTES + 8, true);
  const keys = new Uint32Array(count);
  const concepts = new Uint16Array(count);
  const strengths = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const key = offset + 3 * i;
    keys[i] = view.getUint16(key, true) | (view.getUint8(key + 2) << 16);
    const value = view.getUint16(offset + 3 * count + 2 * i, true);
    concepts[i] = value & (MOST_CONCEPTS - 1);
    strengths[i] = ((value >> 13) + 1) / STRENGTHS;
  }
  return {
    scheme: decodeScheme(view.getUint8(at + TAG_BYTES)),
    quality: view.getUint8(at + TAG_BYTES + 1) / 255,
    find: createFinder(keys),
    keys,
    concepts,
    strengths,
  };
}

/** Open addressing over the first entries of the keys, a quarter full at most: most words are not in the lexicon. */
function createFinder(keys: Uint32Array): (key: number) => number {
  let size = 16;
  while (size < 4 * keys.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const shift = 32 - Math.log2(size);
  const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> shift;
  for (let i = 0; i < keys.length; i++) {
    if (i > 0 && keys[i] === keys[i - 1]) continue;
    let slot = slotOf(keys[i]!);
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
    slots[slot] = i;
  }
  return (key) => {
    let slot = slotOf(key);
    for (let entry = slots[slot]!; entry !== -1; entry = slots[slot]!) {
      if (keys[entry] === key) return entry;
      slot = (slot + 1) & (size - 1);
    }
    return -1;
  };
}
