/** The form of a decisions file: what is read, and what is said of what is not. The published schema agrees. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../../src/group/index.ts';
import { UsageError } from '../../../src/lib/errors.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { decisionLine, SCHEMAS } from '../../../src/report/index.ts';

const article = (id: string): object => ({ id, textDigest: id.charCodeAt(0).toString(16).repeat(32) });
const row = (fields: object): object => ({ schema: 'dedupe.decisions/1', ...fields });
const SAME = row({ decision: 'same', articles: [article('a'), article('b')] });
const APART = row({
  decision: 'different',
  articles: [{ ...article('a'), rawDigest: '0f'.repeat(32) }],
  from: [article('b'), article('c')],
  when: '2024-05-02T06:00:00.5Z',
  by: 'maria',
  note: 'another match',
});

function read(text: string): readonly Decision[] {
  return parseDecisions(text, 'd.ndjson');
}

function complaint(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no error';
}

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMAS.decisions as AnySchema);

describe('what is read', () => {
  const lines = [SAME, APART].map((value) => JSON.stringify(value));
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['JSON Lines', `${lines.join('\n')}\n`],
    ['lines without a last line feed', lines.join('\n')],
    ['lines that end as on Windows, with empty ones between', `${lines.join('\r\n\r\n')}\r\n`],
    ['files joined by cat, each with a byte order mark', lines.map((line) => `\ufeff${line}\n`).join('')],
    ['a JSON array over many lines', `\ufeff\n${JSON.stringify([SAME, APART], null, 2)}\n`],
  ];
  it.each(cases)('%s', (_, text) => {
    expect(read(text).map(({ decision }) => decision)).toEqual(['same', 'different']);
  });

  it('comes back as it was written', () => {
    const decisions = read(lines.join('\n'));
    expect(read(decisions.map(decisionLine).join(''))).toEqual(decisions);
    expect(
      decisions
        .map(decisionLine)
        .join('')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([SAME, APART]);
  });

  it('is nothing in an empty file, and leaves fields of a later version alone', () => {
    expect(read('')).toEqual([]);
    expect(read(JSON.stringify({ ...SAME, colour: 'red' }))).toHaveLength(1);
  });
});

describe('what is refused', () => {
  const at = (fields: object): string => JSON.stringify({ ...SAME, ...fields });
  const cases: readonly (readonly [name: string, row: string, words: string])[] = [
    ['text', 'hello', 'line 1: is no JSON'],
    ['a line that was cut', JSON.stringify(SAME).slice(0, 40), 'line 1: is no JSON and looks cut off'],
    ['a number', '7', 'line 1: the decision is 7; write a JSON object'],
    ['another schema', at({ schema: 'dedupe.report/1' }), '"schema" is "dedupe.report/1"'],
    ['no schema', at({ schema: undefined }), '"schema" is missing'],
    ['an unknown decision', at({ decision: 'maybe' }), '"decision" is "maybe"; write same, different'],
    ['one article that is the same', at({ articles: [article('a')] }), '"same" needs two articles'],
    ['sides of the same', at({ from: [article('c')] }), '"from" does not go with "same"'],
    ['one article that is different', at({ decision: 'different', articles: [article('a')] }), 'needs two'],
    ['two canonicals', at({ decision: 'canonical' }), '"canonical" names exactly one article'],
    ['an empty list', at({ articles: [] }), '"articles" is []'],
    ['an article without a digest', at({ articles: [article('a'), { id: 'b' }] }), 'articles[1] has no'],
    ['a short digest', at({ articles: [article('a'), { id: 'b', textDigest: 'ff' }] }), '64 hex digits'],
    [
      'a number for an id',
      at({ articles: [article('a'), { ...article('b'), id: 7 }] }),
      'articles[1].id is 7',
    ],
    ['a day for an instant', at({ when: '2024-05-02' }), '"when" is "2024-05-02"'],
    ['a month too many', at({ when: '2024-13-02T06:00:00Z' }), '"when" is'],
    ['a list for a note', at({ note: ['x'] }), '"note" is ["x"]; write a text'],
  ];
  it.each(cases)('%s', (_, text, words) => expect(complaint(text)).toContain(words));

  it('is told by file and line, and where to read more', () => {
    expect(complaint(`${JSON.stringify(SAME)}\n\nhello\n`)).toMatch(
      /^d\.ndjson: line 3: .*see dedupe help decisions$/,
    );
    expect(complaint(JSON.stringify([SAME, 7]))).toMatch(/^d\.ndjson: element 2 of the array: /);
  });
});

describe('the published schema', () => {
  it('takes what the parser takes', () => {
    const undo = row({ decision: 'undecided', articles: [article('a')] });
    const canonical = row({ decision: 'canonical', articles: [article('a')] });
    for (const value of [SAME, APART, undo, canonical])
      expect([validate(value), validate.errors]).toEqual([true, null]);
  });
  it.each([
    ['sides of the same', { ...SAME, from: [article('c')] }],
    ['one that is the same', { ...SAME, articles: [article('a')] }],
    ['one that is different', { ...SAME, decision: 'different', articles: [article('a')] }],
    ['two canonicals', { ...SAME, decision: 'canonical' }],
    ['no digest', { ...SAME, articles: [{ id: 'a' }, { id: 'b' }] }],
    ['a day for an instant', { ...SAME, when: '2024-05-02' }],
  ])('refuses %s, as the parser does', (_, value) => {
    expect(validate(value)).toBe(false);
    expect(complaint(JSON.stringify(value))).not.toBe('no error');
  });
});
