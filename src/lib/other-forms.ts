/**
 * How else the text of another language gives a number: by its digits alone, where nobody knows its word for million, and
 * in kilometres where this one counts miles. Owns which forms; must not weigh them against what is written.
 */
import type { NumberMention } from '../model/features.ts';

const MILLION = 1e6;
const THOUSAND = 1e3;

/** Kilometres of a mile. */
const KILOMETRES = 1.609344;
/** Digits to which a translator rounds. */
const ROUNDED = [2, 3];

/** Other forms of a number, none equal to it. */
export function otherForms({ value, unit }: NumberMention): readonly NumberMention[] {
  const forms: NumberMention[] = [];
  if (unit !== undefined) forms.push(plain(value));
  if (Math.abs(value) >= MILLION) forms.push(plain(digitsOf(value)));
  if (unit === 'mi') {
    const kilometres = value * KILOMETRES;
    const rounded = ROUNDED.map((digits) => Number(kilometres.toPrecision(digits)));
    for (const one of new Set([Math.round(kilometres), ...rounded]))
      forms.push({ ...plain(one), kind: 'measure', unit: 'km' });
  }
  return forms;
}

/** 20,400,000 as 20.4: without thousands, millions and so on. */
function digitsOf(value: number): number {
  let digits = value;
  while (Math.abs(digits) >= THOUSAND) digits /= THOUSAND;
  // What division adds is no digit that was written.
  return Number(digits.toPrecision(12));
}

function plain(value: number): NumberMention {
  return { text: '', value, kind: 'plain', start: 0 };
}
