/**
 * Links as bytes, to cross from one thread to another and to wait on disk until they are shown. Owns the layout; must not
 * judge. Sides, relation and score are columns; the evidence of a link, which only its report reads, is JSON.
 */
import { utf8Text } from '../lib/utf8-text.ts';
import { type Evidence, LINK_REASONS, type Link, type Relation } from '../model/match.ts';
import { PagedFile } from './paged-file.ts';

export const RELATIONS = [
  'copy',
  'near',
  'contained',
  'translation',
  'related',
] as const satisfies readonly Relation[];
export const INNER = [undefined, 'a', 'b'] as const;
export const REASONS = [undefined, ...LINK_REASONS] as const;

/** Parallel columns, and the evidence of one link behind that of another. */
export interface PackedLinks {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Positions in RELATIONS, INNER and REASONS. */
  readonly relations: Uint8Array;
  readonly inner: Uint8Array;
  readonly reasons: Uint8Array;
  readonly scores: Float64Array;
  readonly evidence: Uint8Array<ArrayBuffer>;
  /** Bytes of each evidence. */
  readonly lengths: Uint32Array;
}

export function packLinks(links: readonly Link[]): PackedLinks {
  const evidence = links.map((link) => Buffer.from(JSON.stringify(link.evidence())));
  return {
    a: Uint32Array.from(links, ({ a }) => a),
    b: Uint32Array.from(links, ({ b }) => b),
    relations: Uint8Array.from(links, ({ relation }) => RELATIONS.indexOf(relation)),
    inner: Uint8Array.from(links, ({ inner }) => INNER.indexOf(inner)),
    reasons: Uint8Array.from(links, ({ reason }) => REASONS.indexOf(reason)),
    scores: Float64Array.from(links, ({ score }) => score),
    // A copy with a buffer of its own: it is handed over.
    evidence: new Uint8Array(Buffer.concat(evidence)),
    lengths: Uint32Array.from(evidence, ({ byteLength }) => byteLength),
  };
}

/** Links whose evidence lies on disk: a million of them would not fit into memory. */
export class LinkFile {
  readonly #file = new PagedFile();

  /** The links of a pack; their evidence is read back each time it is asked for, until the file is closed. */
  put(packed: PackedLinks): readonly Link[] {
    let offset = this.#file.append(packed.evidence);
    return Array.from(packed.a, (a, i) => {
      const inner = INNER[packed.inner[i]!];
      const reason = REASONS[packed.reasons[i]!];
      const start = offset;
      const length = packed.lengths[i]!;
      offset += length;
      return {
        a,
        b: packed.b[i]!,
        relation: RELATIONS[packed.relations[i]!]!,
        ...(inner === undefined ? {} : { inner }),
        ...(reason === undefined ? {} : { reason }),
        score: packed.scores[i]!,
        evidence: () => JSON.parse(utf8Text(this.#file.read(start, length))) as Evidence,
      };
    });
  }

  close(): void {
    this.#file.close();
  }
}
