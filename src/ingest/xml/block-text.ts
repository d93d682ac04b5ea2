/** The running text of an element: a paragraph for each block in it. Owns no names of any format. */
import { BlockWriter } from '../html/block-writer.ts';
import type { Element } from './element-tree.ts';

/** What the elements of a format are to its text, by local name. */
export interface BlockNames {
  /** Paragraphs and what stands alone like them. */
  readonly blocks: ReadonlySet<string>;
  /** Ends of lines. */
  readonly breaks: ReadonlySet<string>;
  /** What is no text of the article. */
  readonly skipped: ReadonlySet<string>;
}

export function blockText(element: Element, names: BlockNames): string {
  const writer = new BlockWriter();
  write(writer, element, names);
  return writer.finish();
}

function write(writer: BlockWriter, element: Element, names: BlockNames): void {
  for (const child of element.children) {
    if (typeof child === 'string') writer.text(child);
    else if (names.skipped.has(child.name)) continue;
    else if (names.breaks.has(child.name)) {
      // A word may go on behind the break (TEI).
      if (child.attributes.get('break') !== 'no') writer.line();
    } else if (names.blocks.has(child.name)) {
      writer.paragraph();
      write(writer, child, names);
      writer.paragraph();
    } else write(writer, child, names);
  }
}
