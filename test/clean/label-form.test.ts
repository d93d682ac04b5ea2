/** The form of a label beside `normaliseLabel`, and maps by it beside a `Map`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormOf, labelForm, partOf, readComparable, readForm } from '../../src/clean/label-form.ts';
import { createLabelMap } from '../../src/clean/label-map.ts';
import { lowerCaseLabel, normaliseLabel, normaliseText } from '../../src/lib/normalise.ts';
import { readUnits } from '../../src/lib/text-units.ts';

/** Texts as lines are, without white space at their ends, of characters that have a form of their own. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'aBzÉßİΣς3٣:|»"“”’-–…',
        ' ',
        '\u00a0',
        '\u200b',
        '\u0301',
        'e',
        '각',
        'ᄀ',
        '日',
        '🙂',
        '\ud83d',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((characters) => characters.join('').trim());

function formOf(text: string) {
  const form = labelForm('what was there before');
  readForm(form, text, readUnits(`-${text}-`).units, 1, 1 + text.length);
  return form;
}

describe('readComparable', () => {
  it('gives the units of the comparison form in lower case, or says that it does not', () => {
    let told = 0;
    fc.assert(
      fc.property(line, (text) => {
        const units = new Uint16Array(text.length);
        if (!readComparable(units, readUnits(`-${text}-`).units, 1, 1 + text.length)) return;
        told++;
        expect(String.fromCharCode(...units)).toBe(lowerCaseLabel(normaliseText(text)));
      }),
      { seed: 23, numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe('readForm', () => {
  it('gives the units of normaliseLabel, and the hash that they have alone', () => {
    fc.assert(
      fc.property(line, (text) => {
        const label = normaliseLabel(text);
        const form = formOf(text);
        expect(isFormOf(form, label)).toBe(true);
        expect(isFormOf(form, `${label}x`)).toBe(false);
        expect(form.hash).toBe(labelForm(label).hash);
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  it('says where digits and heads of lines may stand', () => {
    expect(formOf('3 comments')).toMatchObject({ hasDigit: true, mayHaveColon: false });
    expect(formOf('Photo: Ada')).toMatchObject({ hasDigit: false, mayHaveColon: true });
    expect(formOf('Ada’s photo：2')).toMatchObject({ hasDigit: true, mayHaveColon: true });
  });

  it('has parts that are labels', () => {
    const form = formOf('» Share 12');
    expect(isFormOf(partOf(form, form.from, form.from + 5), 'share')).toBe(true);
    expect(partOf(form, form.from, form.from + 5).hash).toBe(labelForm('share').hash);
  });
});

describe('createLabelMap', () => {
  it('finds what a map finds, the first of equal labels, and never the empty one', () => {
    const label = fc.constantFrom('', 'a', 'b', 'share', 'share this', 'ab', 'ba', '댓글', 'é');
    fc.assert(
      fc.property(fc.array(fc.tuple(label, fc.nat())), fc.oneof(label, line), (entries, asked) => {
        const key = normaliseLabel(asked);
        const first = key === '' ? undefined : entries.find(([known]) => known === key)?.[1];
        expect(createLabelMap(entries).get(formOf(asked))).toBe(first);
      }),
      { seed: 37, numRuns: 1000 },
    );
  });
});
