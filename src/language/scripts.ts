/**
 * Which script a text is written in. Owns the dominance rule; must not name a language.
 * Letters are counted by weight: an ideograph, a kana or a Hangul syllable says as much as about three letters, so
 * that Latin names and quotations inside a Chinese article do not outvote it.
 */
import { countLetters, SCRIPTS, scriptNumber } from '../lib/script.ts';

const EAST_ASIAN = new Set(['Hani', 'Hira', 'Kana', 'Hang', 'Bopo']);
const IS_EAST_ASIAN = Uint8Array.from(SCRIPTS, (script) => (EAST_ASIAN.has(script) ? 1 : 0));
const EAST_ASIAN_WEIGHT = 3;

export interface ScriptShares {
  /** Letters of the sample, unweighted. */
  readonly letters: number;
  /** The dominant script; `East` when Han, kana and Hangul together dominate, `Zyyy` without letters. */
  readonly dominant: string;
  /** Weighted share of the dominant script among all letters, 0..1. */
  readonly share: number;
  /** Letters by script number. */
  readonly counts: Uint32Array;
}

/** Scripts of a sample and the one that dominates it; of equals the first by code, East Asian last. */
export function weighScripts(sample: string): ScriptShares {
  const counts = countLetters(sample);
  let letters = 0;
  let east = 0;
  let most = 0;
  for (let number = 1; number < counts.length; number++) {
    const count = counts[number]!;
    if (count === 0) continue;
    letters += count;
    if (IS_EAST_ASIAN[number] === 1) east += count;
    else if (count > counts[most]! || (count === counts[most]! && SCRIPTS[number]! < SCRIPTS[most]!)) {
      most = number;
    }
  }
  const weight = EAST_ASIAN_WEIGHT * east;
  const total = letters - east + weight;
  if (total === 0) return { letters, dominant: 'Zyyy', share: 0, counts };
  return weight > counts[most]!
    ? { letters, dominant: 'East', share: weight / total, counts }
    : { letters, dominant: SCRIPTS[most]!, share: counts[most]! / total, counts };
}

/**
 * The text without the words of other scripts: a quotation in another alphabet says nothing of the language around it.
 * A word with a borrowed letter stays (Ossetic is often typed with the Latin æ).
 */
export function keepScript(text: string, script: string): string {
  const kept = SCRIPTS.indexOf(script);
  let result = '';
  let from = 0;
  let start = 0;
  let own = false;
  let other = false;
  for (let i = 0; i <= text.length; i++) {
    const codePoint = i < text.length ? text.codePointAt(i)! : 0x20;
    const number = scriptNumber(codePoint);
    if (number === 0) {
      if (other && !own) {
        result += `${text.slice(from, start)} `;
        from = i;
      }
      start = i + 1;
      own = false;
      other = false;
    } else if (number === kept) own = true;
    else other = true;
    if (codePoint > 0xffff) i++;
  }
  return result + text.slice(from);
}
