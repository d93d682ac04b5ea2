import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRecords, unpackBlock } from '../../src/state/packed-records.ts';
import { allRecords, type KeptRecords, Records } from '../../src/state/records.ts';

function joined(records: readonly Uint8Array[]) {
  return {
    bytes: Uint8Array.from(Buffer.concat(records)),
    lengths: Uint32Array.from(records, ({ length }) => length),
  };
}

function kept(records: readonly Uint8Array[]): KeptRecords {
  const deflated = packRecords(joined(records));
  return { count: records.length, blockAt: (position) => unpackBlock(deflated, position) };
}

/** Some short, some longer than a block. */
const record = fc
  .tuple(fc.oneof(fc.nat(40), fc.integer({ min: 20_000, max: 70_000 })), fc.nat(255))
  .map(([length, seed]) => Uint8Array.from({ length }, (_, i) => (seed + i * i) & 255));

describe('records', () => {
  it('come back from deflated blocks as they were, one by one and all together', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (records) => {
        const source = kept(records);
        records.forEach((own, position) => {
          const { first, bytes, lengths } = source.blockAt(position);
          expect(position).toBeGreaterThanOrEqual(first);
          const start = lengths.subarray(0, position - first).reduce((sum, length) => sum + length, 0);
          expect(Buffer.compare(bytes.subarray(start, start + own.length), own)).toBe(0);
        });
        const all = Buffer.concat([...allRecords(source)]);
        expect(Buffer.compare(all, Buffer.concat(records))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('are the current ones, whatever is kept elsewhere, put again or asked for first', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), records: fc.array(record, { maxLength: 4 }) }),
      fc.record({ kind: fc.constant('keep' as const), records: fc.array(record, { maxLength: 6 }) }),
      fc.record({ kind: fc.constant('again' as const), at: fc.nat(30), record }),
      fc.record({ kind: fc.constant('later' as const), at: fc.nat(30), last: fc.nat(255) }),
      fc.record({ kind: fc.constant('read' as const), at: fc.nat(30) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const file = new Records();
        const expected: Uint8Array[] = [];
        try {
          for (const step of steps) {
            if (step.kind === 'append') file.append(joined(step.records));
            else if (step.kind === 'keep') file.appendKept(kept(step.records));
            if ('records' in step) expected.push(...step.records);
            else if (step.at < expected.length) {
              if (step.kind === 'later') {
                const { last } = step;
                file.putLater(step.at, (before) => Uint8Array.of(...before.subarray(0, 9), last));
                expected[step.at] = Uint8Array.of(...expected[step.at]!.subarray(0, 9), last);
              } else if (step.kind === 'again') {
                file.putAgain([step.at], joined([step.record]));
                expected[step.at] = step.record;
              } else expect(Buffer.compare(file.locate(step.at)(), expected[step.at]!)).toBe(0);
            }
          }
          expect(file.count).toBe(expected.length);
          expected.forEach((own, index) => {
            expect(Buffer.compare(file.locate(index)(), own)).toBe(0);
          });
        } finally {
          file.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
