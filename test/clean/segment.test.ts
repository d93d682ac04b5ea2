/** Lines, wrapped paragraphs, line ends of every kind; ends of sentences in every tradition. */
import { describe, expect, it } from 'vitest';
import { segmentOnly } from '../../src/clean/index.ts';
import { endingOf } from '../../src/clean/punctuation.ts';
import { segmentText } from '../../src/clean/segment.ts';

describe('segmentText', () => {
  const check = (text: string, expected: readonly string[]) =>
    expect(segmentText(text).map((segment) => segment.text)).toEqual(expected);
  it.each([
    ['line feed', 'a\nb', ['a', 'b']],
    ['carriage return and line feed', 'a\r\nb\r\n', ['a', 'b']],
    ['carriage return', 'a\rb', ['a', 'b']],
    ['line and paragraph separators', 'a\u2028b\u2029c', ['a', 'b', 'c']],
    ['no-break spaces are white space', '\u00a0a\u00a0\n\u00a0\nb', ['a', 'b']],
    ['nothing', '', []],
  ] as const)('%s', (_, text, expected) => check(text, expected));

  it('counts blank lines and those of no-break spaces', () => {
    const [, second] = segmentText('a\n\n\u00a0\n\u00a0\nb');
    expect(second).toMatchObject({ blankBefore: 3, separatorsBefore: 2 });
  });

  it('joins hard-wrapped paragraphs and leaves short lines alone', () => {
    const wrapped = [
      'The harbour council voted on Tuesday to rebuild the old pier and',
      'ended a dispute that had lasted for eleven years, to the relief of',
      'all the fishermen who keep their boats in the little harbour of the',
      'town.',
      '',
      'Work is to begin in the spring, and the first ships should be able',
      'to land there two years later, according to the plan which the whole',
      'council published on the same day.',
    ].join('\n');
    expect(segmentText(wrapped).map((segment) => segment.text.slice(0, 11))).toEqual([
      'The harbour',
      'Work is to ',
    ]);
    check(
      wrapped.replace(/and$/gm, 'and').split('\n').slice(0, 2).join('\n'),
      wrapped.split('\n').slice(0, 2),
    );
  });
});

describe('endingOf', () => {
  it.each([
    ['Yes.', 'terminal'],
    ['Ja.“', 'terminal'],
    ['sagte „ja“', 'quote'],
    ['(site.example).', 'terminal'],
    ['(so it was.)', 'terminal'],
    ['好。', 'terminal'],
    ['「好。」', 'terminal'],
    ['है।', 'terminal'],
    ['ہے۔', 'terminal'],
    ['لماذا؟', 'terminal'],
    ['է։', 'terminal'],
    ['ነው።', 'terminal'],
    ['တယ်။', 'terminal'],
    ['ទេ។', 'terminal'],
    ['And then…', 'terminal'],
    ['Headline', 'open'],
    ['', 'open'],
  ] as const)('%s is %s', (text, expected) => expect(endingOf(text)).toBe(expected));
});

describe('segmentOnly', () => {
  it('keeps everything and gives roles', () => {
    const long =
      'The council met again on Monday evening and spoke for three hours about the future of the harbour.';
    const { blocks, title } = segmentOnly({ text: `Advertisement\n\n${long}\n\nCosts\n\n${long}` });
    expect(blocks.map((block) => [block.kept, block.role])).toEqual([
      [true, 'title'],
      [true, 'lead'],
      [true, 'heading'],
      [true, 'body'],
    ]);
    expect(title).toBe('Advertisement');
  });
  it('prefers the given title where a block equals it', () => {
    const text =
      'Kicker\n\nThe real title\n\nThe council met again on Monday evening and spoke for three hours about it all.';
    expect(segmentOnly({ text, title: 'The  real title' })).toMatchObject({
      title: 'The real title',
      titleInText: true,
    });
    expect(segmentOnly({ text: '', title: 'Given' })).toMatchObject({ title: 'Given', titleInText: false });
  });
});
