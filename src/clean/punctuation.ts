/**
 * Where sentences end, in every writing tradition. Owns the character tables; reads at most a few characters from the
 * end of a text, so it costs the same for every length.
 */

import { setBit } from '../lib/unit-table.ts';

/** Full stops, question and exclamation marks: Latin, CJK, Devanagari, Arabic, Urdu, Armenian, Ethiopic, Burmese,
 *  Khmer, Tibetan, Mongolian, Syriac, Greek (its question mark is `;` or U+037E), Javanese, Meetei, Ol Chiki. */
const TERMINALS = '.!?…。！？｡．।॥؟۔։።፧፨။។៕།༎᠃܀܁܂;꧈꧉꯫᱾᱿‼⁇⁈⁉';
/** Closing quotes and brackets; U+201C closes in German, « in Danish, " and ' everywhere. */
const CLOSING_QUOTES = '"\'”’“‘»«›‹」』〞＂';
const CLOSING_BRACKETS = ')]}）］】〉》〕›*¹²³⁴';
const MAX_CLOSERS = 8;

const INSIDE = 0;
const TERMINAL = 1;
const QUOTE = 2;
/** White space and closing brackets: looked through. */
const LOOSE = 3;
/** What each UTF-16 unit is at the end of a text. */
const CLOSING_CLASS = new Uint8Array(0x10000);
setBit(CLOSING_CLASS, /\s/g, LOOSE);
for (const character of CLOSING_BRACKETS) CLOSING_CLASS[character.charCodeAt(0)] = LOOSE;
for (const character of CLOSING_QUOTES) CLOSING_CLASS[character.charCodeAt(0)] = QUOTE;
for (const character of TERMINALS) CLOSING_CLASS[character.charCodeAt(0)] = TERMINAL;

/** How a text ends: with a sentence terminal, with a closing quote only, or neither. */
export type Ending = 'terminal' | 'quote' | 'open';

const TAIL = new Uint16Array(MAX_CLOSERS);

/** How the text ends, closing quotes and brackets looked through. */
export function endingOf(text: string): Ending {
  const length = Math.min(text.length, MAX_CLOSERS);
  for (let i = 0; i < length; i++) TAIL[i] = text.charCodeAt(text.length - length + i);
  return endingAt(TAIL, 0, length);
}

/** The same for a text that stands at `start` .. `end` of the units. */
export function endingAt(units: Uint16Array, start: number, end: number): Ending {
  let quoted = false;
  for (let i = end - 1; i >= start && i >= end - MAX_CLOSERS; i--) {
    const found = CLOSING_CLASS[units[i]!];
    if (found === TERMINAL) return 'terminal';
    if (found === INSIDE) break;
    if (found === QUOTE) quoted = true;
  }
  return quoted ? 'quote' : 'open';
}

/** Sentence terminals and commas inside a text, counted only where a space or a CJK sign shows a real pause. */
export function countPauses(text: string): number {
  let pauses = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2c || unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3b) {
      const next = text.charCodeAt(i + 1);
      if (next === 0x20 || next === 0xa0 || next === 0x0a) pauses++;
    } else if (unit >= 0x589 && isWidePause(unit)) pauses++;
  }
  return pauses;
}

function isWidePause(unit: number): boolean {
  switch (unit) {
    case 0x3001: // ideographic comma
    case 0x3002: // ideographic full stop
    case 0xff0c: // full-width comma
    case 0xff01:
    case 0xff1f:
    case 0x060c: // Arabic comma
    case 0x061f:
    case 0x06d4: // Urdu full stop
    case 0x0964: // danda
    case 0x0589: // Armenian full stop
    case 0x1362: // Ethiopic full stop
    case 0x1363: // Ethiopic comma
    case 0x104a: // Burmese little section
    case 0x104b:
    case 0x17d4: // Khmer khan
      return true;
    default:
      return false;
  }
}

/** The end of a sentence, quotation marks and brackets behind it left away. */
const STOP = /[.。।።]["'”’»)\]]{0,4}$/u;

/** Whether a text ends in a full stop (Latin, Chinese, Devanagari, Ethiopic), which is no question and no call. */
export function endsInStop(text: string): boolean {
  return STOP.test(text);
}

/** Whether a text announces what follows. */
export function endsInColon(text: string): boolean {
  return isColon(text.charCodeAt(text.length - 1));
}

/** Whether a code unit is a colon, narrow or wide. */
export function isColon(unit: number): boolean {
  return unit === 0x3a || unit === 0xff1a;
}
