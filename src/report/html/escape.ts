/**
 * Text of strangers inside HTML, inert: as text, as the value of a quoted attribute, and as JSON inside a script
 * element. Owns the three escapes; must not build markup.
 * Reference: HTML Standard, "Restrictions for contents of script elements" and "Escaping a string".
 */
import { safeJson, visible } from '../../lib/visible.ts';

const MARKUP = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes; controls and marks of reading order become visible. */
export function escaped(text: string): string {
  return visible(text).replace(MARKUP, (character) => ENTITIES[character] ?? '');
}

/** JSON that cannot end its script element nor open a comment in it: `<` never stands there. */
export function inertJson(value: object | string): string {
  return safeJson(value).replaceAll('<', '\\u003c');
}
