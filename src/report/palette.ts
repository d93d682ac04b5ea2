/** The colours of the human formats by what they say, so that a theme is changed in one place. Plain text stays plain. */
import { Chalk } from 'chalk';

export type Paint = (text: string) => string;

export interface Palette {
  readonly heading: Paint;
  /** What a reader looks for first: the canonical, kept text, what speaks for. */
  readonly good: Paint;
  readonly bad: Paint;
  /** Kinds, relations, labels. */
  readonly label: Paint;
  /** Paths, dropped text, hints. */
  readonly quiet: Paint;
  readonly plain: Paint;
}

/** The sixteen colours of every terminal; a theme of the reader's decides how they look. */
const SIXTEEN_COLOURS = 1;

/** Independent of global state: the caller alone decides about colour. */
export function createPalette(colour: boolean): Palette {
  const chalk = new Chalk({ level: colour ? SIXTEEN_COLOURS : 0 });
  return {
    heading: chalk.bold,
    good: chalk.green,
    bad: chalk.red,
    label: chalk.cyan,
    quiet: chalk.dim,
    plain: (text) => text,
  };
}
