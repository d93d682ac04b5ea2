/**
 * Which script a text is written in. Owns the dominance rule; must not name a language.
 * Letters are counted by weight: an ideograph, a kana or a Hangul syllable says as much as about three letters, so
 * that Latin names and quotations inside a Chinese article do not outvote it.
 */
import { countScripts, SCRIPTS, scriptNumber } from '../lib/script.ts';

const EAST_ASIAN = new Set(['Hani', 'Hira', 'Kana', 'Hang', 'Bopo']);
const EAST_ASIAN_WEIGHT = 3;

export interface ScriptShares {
  /** Letters of the sample, unweighted. */
  readonly letters: number;
  /** The dominant script; `East` when Han, kana and Hangul together dominate, `Zyyy` without letters. */
  readonly dominant: string;
  /** Weighted share of the dominant script among all letters, 0..1. */
  readonly share: number;
  /** Letters per script. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Scripts of a sample and the one that dominates it. */
export function weighScripts(sample: string): ScriptShares {
  const counts = new Map(countScripts(sample));
  const weights = new Map<string, number>();
  let letters = 0;
  let total = 0;
  for (const [script, count] of counts) {
    const east = EAST_ASIAN.has(script);
    const weight = east ? count * EAST_ASIAN_WEIGHT : count;
    const key = east ? 'East' : script;
    weights.set(key, (weights.get(key) ?? 0) + weight);
    letters += count;
    total += weight;
  }
  let dominant = 'Zyyy';
  let best = 0;
  for (const [script, weight] of weights) {
    if (weight > best) {
      dominant = script;
      best = weight;
    }
  }
  return { letters, dominant, share: total === 0 ? 0 : best / total, counts };
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
    const codePoint = text.codePointAt(i) ?? 0x20;
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
