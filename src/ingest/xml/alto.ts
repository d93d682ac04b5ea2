/**
 * A page of ALTO, as text recognition writes it: words in lines in blocks. A block is a paragraph, its lines are joined
 * and words that were divided at their ends put together. Reference: ALTO 4.4 (Library of Congress).
 */
import { descendant, type Element, elementsOf } from './element-tree.ts';
import type { FoundArticle } from './found-article.ts';
import { joinedLines } from './hyphens.ts';

export function readAlto(alto: Element): FoundArticle {
  const layout = descendant(alto, 'Layout');
  const blocks: string[] = [];
  if (layout !== undefined) collect(layout, blocks);
  return {
    text: blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`,
    facts: {},
  };
}

/** In the order of the file, which is the order of reading. */
function collect(element: Element, blocks: string[]): void {
  for (const child of elementsOf(element)) {
    if (child.name !== 'TextBlock') {
      collect(child, blocks);
      continue;
    }
    const text = joinedLines(elementsOf(child, 'TextLine').map(lineText).join('\n')).trim();
    if (text !== '') blocks.push(text);
  }
}

function lineText(line: Element): string {
  const pieces: string[] = [];
  for (const { name, attributes } of elementsOf(line)) {
    if (name === 'SP') pieces.push(' ');
    if (name === 'HYP') pieces.push('\u00ad');
    if (name !== 'String') continue;
    const part = attributes.get('SUBS_TYPE');
    const whole = attributes.get('SUBS_CONTENT');
    // The whole word stands at its first half, its second half is nothing; without it, the hyphen is undone below.
    const isSecond = part === 'HypPart2' && whole !== undefined;
    pieces.push(
      isSecond ? '' : ((part === 'HypPart1' ? whole : undefined) ?? attributes.get('CONTENT') ?? ''),
    );
    if (part === 'HypPart1' && whole !== undefined) return pieces.join('');
  }
  return pieces.join('');
}
