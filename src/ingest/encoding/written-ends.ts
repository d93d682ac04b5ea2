/**
 * Line ends that were written as two characters, `\n`: what a program that prints strings with their escapes leaves of a
 * text. Owns when they are believed; must not touch a text that has line ends of its own. Linear.
 */

const WRITTEN = /(?<!\\)(?:\\r)?\\n/g;
/** Where no path and no formula has one: two at once, or one behind the end of a sentence or of an element. */
const SURE = /(?<!\\)(?:\\n(?:\\r)?\\n|(?:[^\s.\\/][.!?…]["”’»)]?|[>。！？」』])(?:\\r)?\\n)/g;
const FEWEST = 2;

export interface WrittenEnd {
  readonly start: number;
  readonly end: number;
}

/** The line ends of a text that has none other; none where it is not sure that they are some. */
export function writtenEnds(text: string): readonly WrittenEnd[] {
  if (!text.includes('\\n') || /[\r\n]/.test(text)) return [];
  if ((text.match(SURE)?.length ?? 0) < FEWEST) return [];
  return Array.from(text.matchAll(WRITTEN), ({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
  }));
}
