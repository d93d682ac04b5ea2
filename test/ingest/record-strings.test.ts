/** Records read as bytes beside `JSON.parse` of the decoded record. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecords } from '../../src/ingest/read-records.ts';
import { sha256 } from '../../src/lib/digest.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...'aé日🙂"\\/\n\t \ufeff\u2028\u0000\u200b',
      'Ü',
      '\\u00e9',
      'हिन्दी',
      '\ud83d',
      '\udc00',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => `x${pieces.join('')}`);
const field = fc.constantFrom('text', 'id', 'title', 'source', 'körper', '日', '__proto__', 'meta.x');
const entry = fc.tuple(field, fc.oneof(text, fc.nat(), fc.constant(null), fc.record({ x: text })));

/** As it may be written: as it is, or with numbers for all that is not ASCII. */
function written(value: object, isNumbered: boolean): string {
  const json = JSON.stringify(value);
  const number = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return isNumbered ? json.replace(/[^\0-\x7f]/g, number) : json;
}

function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

it('reads texts, ids, titles and sources as JSON.parse does, named anyhow, written anyhow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(entry, { maxLength: 5 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
      fc.record({ text: field, title: field }),
      (records, map) => {
        const values = records.map(([entries]) => Object.fromEntries(entries));
        const lines = records.map(([, isNumbered], i) => Buffer.from(written(values[i]!, isNumbered)));
        const part = {
          kind: 'records' as const,
          origin: { path: 'dump.jsonl' },
          reading: { kind: 'json' as const },
          numbers: Float64Array.from(lines, (_, i) => i + 1),
          offsets: new Float64Array(lines.length),
          lengths: Uint32Array.from(lines, (line) => line.length),
          bytes: new Uint8Array(Buffer.concat(lines)),
        };
        [...readRecords(part, map)].forEach((item, i) => {
          const parsed: unknown = JSON.parse(lines[i]!.toString());
          const raw = valueAt(parsed, map.text);
          expect(item.kind).toBe(typeof raw === 'string' ? 'article' : 'issue');
          if (item.kind !== 'article' || typeof raw !== 'string') return;
          const { article, utf8 } = item;
          expect(article.text).toBe(wellFormed(raw));
          expect(Buffer.from(utf8 ?? []).toString()).toBe(article.text);
          expect(article.rawDigest).toBe(sha256(article.text));
          const [id, title, source] = [
            valueAt(parsed, 'id'),
            valueAt(parsed, map.title),
            valueAt(parsed, 'source'),
          ];
          const isNamed = typeof id === 'string' || typeof id === 'number';
          expect(article.id).toBe(isNamed ? wellFormed(String(id)) : `dump.jsonl#${i + 1}`);
          expect(article.title).toBe(typeof title === 'string' ? wellFormed(title).trim() : undefined);
          expect(article.source).toBe(typeof source === 'string' ? wellFormed(source).trim() : undefined);
        });
      },
    ),
    { numRuns: 1000 },
  );
});

function valueAt(record: unknown, name: string): unknown {
  const own = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  return own(record, name) ?? (name === 'meta.x' ? own(own(record, 'meta'), 'x') : undefined);
}
