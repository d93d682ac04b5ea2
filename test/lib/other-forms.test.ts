import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../src/features/index.ts';
import { NO_CONCEPTS } from '../../src/features/no-story.ts';
import { StoryTable } from '../../src/features/story-table.ts';
import { otherForms } from '../../src/lib/other-forms.ts';
import { measure, valueIn } from '../../src/match/story/measures.ts';
import { storySides } from '../../src/match/story/sides.ts';
import type { NumberMention } from '../../src/model/features.ts';

function number(value: number, unit?: string): NumberMention {
  return { text: '', value, kind: 'plain', start: 0, ...(unit === undefined ? {} : { unit }) };
}

const FORMS: readonly {
  readonly name: string;
  readonly of: NumberMention;
  readonly forms: readonly string[];
}[] = [
  { name: 'a small number has none', of: number(42), forms: [] },
  { name: 'thousands are written out', of: number(20_400), forms: [] },
  { name: 'millions by their digits', of: number(20_400_000), forms: ['20.4'] },
  { name: 'billions likewise, below zero too', of: number(-5_690_000_000), forms: ['-5.69'] },
  { name: 'an amount without its currency', of: number(11_000_000_000, 'USD'), forms: ['11000000000', '11'] },
  { name: 'per cent without the sign', of: number(40, '%'), forms: ['40'] },
  {
    name: 'miles in kilometres, whole and rounded',
    of: number(85, 'mi'),
    forms: ['85', '137km', '140km'],
  },
  { name: 'what rounds to the same: once', of: number(40, 'mi'), forms: ['40', '64km', '64.4km'] },
  {
    name: 'millions of miles as they are rounded',
    of: number(27_000_000, 'mi'),
    forms: ['27000000', '27', '43452288km', '43000000km', '43500000km'],
  },
  { name: 'kilometres are not taken for miles', of: number(64, 'km'), forms: ['64'] },
];

describe('other forms of a number', () => {
  it.each(FORMS)('$name', ({ of, forms }) => {
    expect(otherForms(of).map(({ value, unit }) => `${value}${unit ?? ''}`)).toEqual(forms);
  });
});

/** Bits of numbers that should agree and do not, of an English text and another. */
function against(english: string, other: string, language: string): number {
  const table = new StoryTable();
  for (const [i, [text, bcp47]] of [[english, 'en'] as const, [other, language] as const].entries()) {
    table.put(i, {
      facts: extractFacts(text, bcp47),
      concepts: NO_CONCEPTS,
      letters: 2000,
      published: Number.NaN,
    });
  }
  const { values } = measure({ sides: storySides(table.view()), a: 0, b: 1, isAcross: true });
  return valueIn(values, 'factsAgainst');
}

describe('numbers in other words', () => {
  it('of a language whose word for million is not known', () => {
    const english = 'It raised 20.4 million, 5.69 million and 3.26 million.';
    expect(against(english, 'Xyz 20.4 qwx, 5.69 qwx ba 3.26 qwx.', 'und')).toBe(0);
    expect(against(english, 'Xyz 31.7 qwx, 8.14 qwx ba 2.95 qwx.', 'und')).toBeGreaterThan(4);
  });

  it('in kilometres for miles', () => {
    const english = 'The storm was 200 miles out, 385 miles wide and moved 85 miles.';
    expect(against(english, 'Stormen var 320 km ude, 620 km bred og flyttede sig 137 km.', 'da')).toBe(0);
    expect(
      against(english, 'Stormen var 450 km ude, 910 km bred og flyttede sig 233 km.', 'da'),
    ).toBeGreaterThan(3);
  });
});
