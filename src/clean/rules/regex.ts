/**
 * Patterns that people write, in time linear in the text: RE2 syntax, without look-around and back-references. Owns
 * the engine; it is loaded when the first pattern is compiled. Its Unicode tables are its own, so that an answer does
 * not change with Node.
 * Reference: R. Cox, "Regular Expression Matching Can Be Simple And Fast" (2007).
 */
import { createRequire } from 'node:module';
import { UsageError } from '../../lib/errors.ts';

export type Pattern = (text: string) => boolean;

/** `analyseArticle` cannot wait for an import. */
function loadEngine(): typeof import('re2js') {
  return createRequire(import.meta.url)('re2js');
}

/** Whether a text holds the pattern anywhere. Throws `UsageError` (without a place) for what RE2 does not know. */
export function compilePattern(pattern: string): Pattern {
  const { RE2JS } = loadEngine();
  try {
    const compiled = RE2JS.compile(pattern.normalize('NFC'));
    return (text) => compiled.test(text);
  } catch (cause) {
    const why = (cause as Error).message.replace(/^error parsing regexp: /, '');
    throw new UsageError(why, { cause });
  }
}

const SPECIAL = /[\\^$.|?*+()[\]{}]/g;

/** A text as a pattern that stands for itself. */
export function literalPattern(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
