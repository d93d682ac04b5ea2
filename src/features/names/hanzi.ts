/** Whether a character is one by which Chinese writes foreign sounds. Owns the lookup; the list is learned. */
import { TRANSLITERATION_HANZI } from '../../lexicon/data/hanzi.ts';

const FLAGS = new Uint8Array(0x10000);
for (let i = 0; i < TRANSLITERATION_HANZI.length; i++) FLAGS[TRANSLITERATION_HANZI.charCodeAt(i)] = 1;

/** Answers for one UTF-16 unit in constant time. */
export function isTransliteration(unit: number): boolean {
  return FLAGS[unit] === 1;
}
