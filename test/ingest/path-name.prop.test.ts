import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinPath,
  normalisePath,
  originOf,
  pathFromBytes,
  pathToBytes,
  withoutParents,
} from '../../src/ingest/path-name.ts';
import { firstInvalidByte } from '../../src/ingest/utf8.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 20 }),
  // Lead and continuation bytes meet far more often here than in random bytes.
  fc
    .array(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xa9, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xff),
      { maxLength: 12 },
    )
    .map((list) => Uint8Array.from(list)),
);

describe('names of files', () => {
  it('lose no byte', () => {
    fc.assert(
      fc.property(bytes, (name) => {
        expect([...pathToBytes(pathFromBytes(name))]).toEqual([...name]);
      }),
    );
  });

  it('are shown as themselves when they are UTF-8, else with their bytes beside', () => {
    fc.assert(
      fc.property(bytes, (name) => {
        const { path, pathBytes } = originOf(pathFromBytes(name));
        expect(path).not.toMatch(/\p{Surrogate}/u);
        if (firstInvalidByte(name) === -1) {
          expect({ path, pathBytes }).toEqual({
            path: Buffer.from(name).toString('utf8'),
            pathBytes: undefined,
          });
        } else expect(pathBytes).toBe(Buffer.from(name).toString('base64'));
      }),
    );
  });

  it('show a wrong byte as %XX', () => {
    expect(originOf(pathFromBytes(Buffer.from('a\xffb😀'.slice(0, 3), 'latin1'))).path).toBe('a%FFb');
    expect(originOf('😀')).toEqual({ path: '😀' });
  });
});

describe('the first byte that is not UTF-8', () => {
  it('is where a strict decoder fails', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const isValid = (part: Uint8Array): boolean => {
      try {
        strict.decode(part);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(bytes, (data) => {
        const bad = firstInvalidByte(data);
        expect(bad === -1).toBe(isValid(data));
        if (bad === -1) return;
        expect(isValid(data.subarray(0, bad))).toBe(true);
        // No longer stretch from there is a character.
        for (let end = bad + 1; end <= Math.min(data.length, bad + 4); end++) {
          expect(isValid(data.subarray(bad, end))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('normal paths', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['x/', 'x'],
    ['./x', 'x'],
    ['././x//y/./z', 'x/y/z'],
    ['.', ''],
    ['./', ''],
    ['/', '/'],
    ['//a/', '/a'],
    ['../x', '../x'],
    ['./-', './-'],
    ['-', '-'],
  ];
  for (const [written, expected] of cases) {
    it(`${written} is ${JSON.stringify(expected)}`, () => expect(normalisePath(written)).toBe(expected));
  }

  it('lose their parents', () => {
    expect(['a/../b', '../a/..', '/../a', 'a/b/../../../c', '..'].map(withoutParents)).toEqual([
      'b',
      '..',
      '/a',
      '../c',
      '..',
    ]);
  });

  it('join', () => {
    expect([joinPath('', 'a'), joinPath('/', 'a'), joinPath('x', 'a')]).toEqual(['a', '/a', 'x/a']);
  });
});
