import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeJson, visible, visibleCell, visibleLine } from '../../src/lib/visible.ts';

const ESC = '\x1b';

describe('visible', () => {
  const check = (input: string, expected: string): void => {
    it(JSON.stringify(input), () => expect(visible(input)).toBe(expected));
  };
  check('plain Grüße 日本', 'plain Grüße 日本');
  check(`${ESC}]52;c;AAAA\x07`, '\\x1b]52;c;AAAA\\x07');
  check(`${ESC}[2J`, '\\x1b[2J');
  check('\x9b31m', '\\x9b31m');
  check('a\rb\nc\td\x7f\0', 'a\\x0db\\x0ac\\x09d\\x7f\\x00');
  check('\u202eevil\u2069', '\\u202eevil\\u2069');
  check('\u2028', '\\u2028');
  check('a\ud800b', 'a\\ud800b');
  check('👩‍👩‍👧', '👩‍👩‍👧');
  check('می\u200cخواهم', 'می\u200cخواهم');
});

describe('visibleLine', () => {
  const check = (input: string, expected: string): void => {
    it(JSON.stringify(input), () => expect(visibleLine(input)).toBe(expected));
  };
  check('  one\r\n\ttwo\u3000three \u2028', 'one two three');
  check(`x${ESC}\ny`, 'x\\x1b y');
  check('', '');
});

describe('visibleCell', () => {
  it('leaves what a table may hold', () => {
    expect(visibleCell('a\tb\r\nc')).toBe('a\tb\r\nc');
    expect(visibleCell(`${ESC}[0m\x85\u202e\u2028`)).toBe('\\x1b[0m\\x85\\u202e\\u2028');
  });
});

describe('properties', () => {
  // Half of the characters are hostile, or random text would hardly ever hold one.
  const hostile = fc.constantFrom(
    ESC,
    '\x9b',
    '\x07',
    '\r',
    '\u202e',
    '\u2066',
    '\u2028',
    '\ud83d',
    '\0',
    '\x7f',
  );
  const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), hostile) });
  it('nothing that a terminal acts on is left', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(visible(input)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(visible(visible(input))).toBe(visible(input));
      }),
    );
  });
  it('JSON is the same value, without such characters', () => {
    fc.assert(
      fc.property(text, (input) => {
        const json = safeJson({ [input]: input });
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [input]: input })));
        expect(json).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
