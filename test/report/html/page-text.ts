/** What a reader of the HTML report's bytes needs: its elements, its blocks of data. Owns no expectation. */
import { Parser } from 'htmlparser2';
import type { GroupData, ListRow, PageHead, Part } from '../../../src/report/html/shape.ts';

export interface FoundElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of a page, as an HTML parser sees it. */
export function elementsOf(html: string): readonly FoundElement[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: { text: string }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' };
      found.push(element);
      open.push(element);
    },
    ontext: (text) => {
      for (const element of open.slice(-1)) element.text += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return found;
}

export function blocksOf(html: string, part: Part): readonly unknown[] {
  return elementsOf(html)
    .filter(({ name, attributes }) => name === 'script' && attributes['data-part'] === part)
    .map(({ text }) => JSON.parse(text) as unknown);
}

export function headOf(html: string): PageHead {
  return blocksOf(html, 'head')[0] as PageHead;
}

export function rowsOf(html: string): readonly ListRow[] {
  return blocksOf(html, 'list').flat() as readonly ListRow[];
}

export function groupsOf(html: string): readonly GroupData[] {
  return blocksOf(html, 'group') as readonly GroupData[];
}
