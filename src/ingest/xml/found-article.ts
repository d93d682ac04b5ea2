/** What the readers of XML formats find. Types only. */
import type { Facts } from '../metadata.ts';

export interface FoundArticle {
  readonly text: string;
  /** The id that the publisher gave it. */
  readonly id?: string | undefined;
  readonly facts: Facts;
}

/** Markup of a page as text. */
export type ReadMarkup = (markup: string) => string;
