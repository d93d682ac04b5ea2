/** Escaped markup as it was meant, and markup that stands in the document written out again. Pure. */
import type { Element } from './element-tree.ts';

/** What a browser would be given of the inside of an element. */
export function markupOf(element: Element): string {
  const pieces: string[] = [];
  const hasElements = element.children.some((child) => typeof child !== 'string');
  for (const child of element.children) {
    // Beside elements, text is text; alone, it is markup that was escaped.
    if (typeof child === 'string') pieces.push(hasElements ? escaped(child) : child);
    else pieces.push(startTag(child), ...inside(child), `</${child.name}>`);
  }
  return pieces.join('');
}

function inside(element: Element): readonly string[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [escaped(child)] : [startTag(child), ...inside(child), `</${child.name}>`],
  );
}

function startTag({ name, attributes }: Element): string {
  const shown = [...attributes].map(
    ([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${shown.join('')}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
