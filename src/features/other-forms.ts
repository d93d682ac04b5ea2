/**
 * How else the text of another language gives a number: by its digits alone, where nobody knows its word for million, and
 * in kilometres where this one counts miles. Owns which forms; must not weigh them against what is written.
 */
import type { NumberMention } from '../model/features.ts';

const MILLION = 1e6;
const THOUSAND = 1e3;

/** Kilometres of a mile, by unit; of speeds likewise. */
const METRIC: Readonly<Record<string, string>> = { mi: 'km', mph: 'km/h' };
const KILOMETRES = 1.609344;

/** Others forms of a number, none equal to it. */
export function otherForms({ value, unit }: NumberMention): readonly NumberMention[] {
  const forms: NumberMention[] = [];
  if (unit !== undefined) forms.push(plain(value));
  if (Math.abs(value) >= MILLION) forms.push(plain(digitsOf(value)));
  const metric = unit === undefined ? undefined : METRIC[unit];
  if (metric !== undefined) {
    const kilometres = value * KILOMETRES;
    const rounded = [Math.round(kilometres), Number(kilometres.toPrecision(2))];
    for (const one of new Set(rounded)) forms.push({ ...plain(one), kind: 'measure', unit: metric });
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
