/**
 * What is known of each line of a page, beside its text: whether the extractor took it, what the elements around it
 * declare, what their names say. Owns the signals; must not weigh them. Linear in the sum of depths.
 */
import type { DropReason } from '../../model/article.ts';
import { reasonOf, tellingWords } from './class-names.ts';
import type { PageElement, PageLine } from './page-tree.ts';

export interface LineSignals {
  readonly letters: number;
  /** 0..1: the part of the letters inside links. */
  readonly linkShare: number;
  /** At least half of the letters were taken for the article by the extractor. */
  readonly isReadable: boolean;
  /** Inside navigation, an aside, or the header or footer of the page. */
  readonly isDeclaredOutside: boolean;
  /** Inside a figure: its caption and credits. */
  readonly isFigure: boolean;
  /** Inside a `<time>`: a date on its own. */
  readonly isTime: boolean;
  /** What a class name around it says that is believed on this page. */
  readonly named: DropReason | undefined;
  /** Inside an element with the property `articleBody` (schema.org microdata). */
  readonly isBodyProperty: boolean;
  /** The innermost `<article>`. */
  readonly article: PageElement | undefined;
  readonly isHeading: boolean;
  /** The outermost `<blockquote>`. */
  readonly quotation: PageElement | undefined;
}

/**
 * A name is believed of elements that hold less than this share of what the extractor took, all together: a theme
 * calls its whole page `has-sidebar`. The share is a bound, not a fit: F1 of all lines is the same from 0.1 to 0.3.
 */
const MAX_NAMED_SHARE = 0.2;

interface ElementSignals {
  readonly isDeclaredOutside: boolean;
  readonly isFigure: boolean;
  readonly isTime: boolean;
  readonly words: readonly string[];
  readonly isBodyProperty: boolean;
  readonly article: PageElement | undefined;
  readonly isHeading: boolean;
  readonly quotation: PageElement | undefined;
}

export function readSignals(lines: readonly PageLine[], taken: ReadonlySet<number>): readonly LineSignals[] {
  const readable = lines.map((line) => {
    const letters = line.pieces.reduce((sum, p) => sum + (taken.has(p.piece) ? p.letters : 0), 0);
    return 2 * letters >= line.letters;
  });
  const letters = countLetters(lines.filter((_, i) => readable[i] === true));
  const elements = new ElementReader(letters);
  const around = lines.map((line) => elements.of(line.element));
  const believed = believedWords(lines, around, readable, letters.total);
  return lines.map((line, i): LineSignals => {
    const { words, ...rest } = around[i]!;
    const word = words.find((name) => believed.has(name));
    return {
      ...rest,
      letters: line.letters,
      linkShare: line.letters === 0 ? 0 : line.linkLetters / line.letters,
      isReadable: readable[i] === true,
      named: word === undefined ? undefined : reasonOf(word),
    };
  });
}

export interface LetterCounts {
  readonly total: number;
  /** Letters of the counted lines inside an element. */
  in(element: PageElement): number;
}

export function countLetters(lines: readonly PageLine[]): LetterCounts {
  const counts = new Map<PageElement, number>();
  let total = 0;
  for (const { element, letters } of lines) {
    total += letters;
    for (let at: PageElement | undefined = element; at !== undefined; at = at.parent) {
      counts.set(at, (counts.get(at) ?? 0) + letters);
    }
  }
  return { total, in: (element) => counts.get(element) ?? 0 };
}

/** Signals of elements, each read once; what an element says holds for all inside it. */
class ElementReader {
  readonly #letters: LetterCounts;
  readonly #known = new Map<PageElement, ElementSignals>();

  constructor(letters: LetterCounts) {
    this.#letters = letters;
  }

  of(element: PageElement | undefined): ElementSignals {
    if (element === undefined) return NOTHING;
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const signals = this.#read(element, this.of(element.parent));
    this.#known.set(element, signals);
    return signals;
  }

  #read(element: PageElement, around: ElementSignals): ElementSignals {
    const { name } = element;
    const isPart = name === 'header' || name === 'footer';
    const isSmall = this.#letters.in(element) < MAX_NAMED_SHARE * this.#letters.total;
    const own = isSmall && name !== 'article' && name !== 'body' ? tellingWords(element.names) : [];
    return {
      isDeclaredOutside:
        around.isDeclaredOutside ||
        name === 'nav' ||
        name === 'aside' ||
        (isPart && around.article === undefined),
      isFigure: around.isFigure || name === 'figure' || name === 'figcaption',
      isTime: around.isTime || name === 'time',
      // The innermost name first: it was meant for less.
      words: own.length === 0 ? around.words : [...own, ...around.words],
      isBodyProperty: around.isBodyProperty || element.property.split(/\s/).includes('articleBody'),
      article: name === 'article' ? element : around.article,
      isHeading: around.isHeading || name === 'h1',
      quotation: around.quotation ?? (name === 'blockquote' ? element : undefined),
    };
  }
}

const NOTHING: ElementSignals = {
  isDeclaredOutside: false,
  isFigure: false,
  isTime: false,
  words: [],
  isBodyProperty: false,
  article: undefined,
  isHeading: false,
  quotation: undefined,
};

/** The words that mark a small part of what the extractor took, counted over all elements that carry them. */
function believedWords(
  lines: readonly PageLine[],
  around: readonly ElementSignals[],
  readable: readonly boolean[],
  total: number,
): ReadonlySet<string> {
  const marked = new Map<string, number>();
  lines.forEach((line, i) => {
    const letters = readable[i] === true ? line.letters : 0;
    for (const word of new Set(around[i]?.words)) marked.set(word, (marked.get(word) ?? 0) + letters);
  });
  const isBelieved = ([, letters]: readonly [string, number]): boolean =>
    total === 0 || letters < MAX_NAMED_SHARE * total;
  return new Set([...marked].filter(isBelieved).map(([word]) => word));
}
