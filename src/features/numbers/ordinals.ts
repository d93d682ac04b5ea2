/**
 * Signs of rank around digits: 3rd, 3e, 3º, 3-й, 3:e, 第3, 제3. The German and Slavic point (3.) is not read: it looks
 * like the end of a sentence. Constant work.
 */
import { isLetter, isOneOf, wordAt } from './text.ts';

const ENDINGS: ReadonlySet<string> = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'er',
  're',
  'ère',
  'e',
  'ème',
  'eme',
  'ième',
  'de',
  'ste',
  'nde',
  'º',
  'ª',
  'o',
  'a',
  'й',
  'я',
  'е',
  'го',
  'му',
  'м',
  'ой',
  'ий',
  'ый',
  'ая',
  'ое',
  'та',
  'ти',
  'тя',
  'та',
  'ος',
  'η',
  'ο',
  'ης',
  'ου',
  'inci',
  'ıncı',
  'uncu',
  'üncü',
]);
/** Endings that stand directly at the digits; others follow a hyphen, a colon or an apostrophe. */
const ATTACHED: ReadonlySet<string> = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'er',
  're',
  'ère',
  'e',
  'ème',
  'eme',
  'ième',
  'de',
  'ste',
  'º',
  'ª',
  'ος',
  'η',
  'ο',
  'ης',
  'ου',
]);

/** The end of the ending that makes digits ending at a position an ordinal. */
export function readOrdinalEnding(text: string, end: number): number | undefined {
  const isJoined = isOneOf(text, end, "-:’'.");
  const word = wordAt(text, isJoined ? end + 1 : end);
  if (word === undefined || isLetter(text, word.end)) return undefined;
  if (isOneOf(text, end, '.')) return word.form === 'º' || word.form === 'ª' ? word.end : undefined;
  return (isJoined ? ENDINGS : ATTACHED).has(word.form) ? word.end : undefined;
}

/** Whether a sign of rank stands right before a position: 第3, 제3, Nr. stays out. */
export function hasOrdinalSign(text: string, start: number): boolean {
  return isOneOf(text, start - 1, '第') || (isOneOf(text, start - 1, '제') && !isLetter(text, start - 2));
}
