/**
 * Texts and facts that stand in a list, as scrapers, Solr, Drupal and Telegram write them. Owns which lists are one text;
 * a list that holds anything else is none, as what is not understood would be lost. Works on strings decoded or not: what
 * is put between them is ASCII.
 */
import { isObject } from './fields.ts';

/** Where the parts of a text stand in an object, in the order in which they are asked for. */
const PARTS = ['text', 'value', 'rendered'] as const;

/** Kinds of pieces of running text in Telegram's export, which stand behind one another within a sentence. */
const RUNNING: ReadonlySet<unknown> = new Set([
  'plain',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'link',
  'text_link',
  'mention',
  'mention_name',
  'hashtag',
  'cashtag',
  'bot_command',
  'email',
  'phone',
  'bank_card',
  'custom_emoji',
]);

/** Elements that stand for something else than words. */
const NO_WORDS: ReadonlySet<unknown> = new Set([
  'image',
  'photo',
  'video',
  'audio',
  'embed',
  'gallery',
  'file',
]);

/**
 * The text of a list: paragraphs with a blank line between them, pieces of running text without anything. Undefined where
 * it is no list of texts.
 */
export function listText(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts: string[] = [];
  for (const element of value) {
    if (element === null || (isObject(element) && NO_WORDS.has(element['type']))) continue;
    const part = partOf(element);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join(isRunning(value) ? '' : '\n\n');
}

/** What a list of one says: search engines and Drupal write every field as a list. */
export function onlyEntry(value: readonly unknown[]): unknown {
  return value.length === 1 ? (partOf(value[0]) ?? value[0]) : undefined;
}

/** The text of a string, or of an object that has nothing else nested in it. */
function partOf(element: unknown): string | undefined {
  if (typeof element === 'string') return element;
  if (!isObject(element) || Object.values(element).some(isNested)) return undefined;
  for (const name of PARTS) {
    const part = Object.hasOwn(element, name) ? element[name] : undefined;
    if (typeof part === 'string' && part.trim() !== '') return part;
  }
  return PARTS.some((name) => element[name] === '') ? '' : undefined;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Whether all its objects are pieces of a sentence, and it is no list of strings alone. */
function isRunning(list: readonly unknown[]): boolean {
  const objects = list.filter(isObject);
  return objects.length > 0 && objects.every(({ type }) => RUNNING.has(type));
}
