/** TEI, as libraries encode newspapers. Reference: TEI P5, chapters 2 to 4. */
import { type BlockNames, blockText } from './block-text.ts';
import { childAt, descendant, type Element, elementsOf, lineOf } from './element-tree.ts';
import { absolute, languageOf } from './feed.ts';
import type { FoundArticle } from './found-article.ts';
import { joinedLines } from './hyphens.ts';

const NAMES: BlockNames = {
  blocks: new Set([
    'p',
    'head',
    'ab',
    'l',
    'lg',
    'item',
    'div',
    'div1',
    'div2',
    'div3',
    'quote',
    'cit',
    'row',
    'sp',
    'opener',
    'closer',
    'list',
  ]),
  breaks: new Set([]),
  skipped: new Set(['note', 'fw', 'figure', 'teiHeader', 'facsimile', 'del', 'sic', 'orig', 'abbr', 'TEI']),
};

export function readTei(tei: Element): FoundArticle {
  const file = childAt(tei, 'teiHeader', 'fileDesc');
  const publication = file && childAt(file, 'publicationStmt');
  const source = file && childAt(file, 'sourceDesc');
  const date = (publication && descendant(publication, 'date')) ?? (source && descendant(source, 'date'));
  const text = childAt(tei, 'text');
  const bodies =
    text === undefined ? [] : elementsOf(text).filter(({ name }) => name === 'body' || name === 'group');
  const id = publication && elementsOf(publication, 'idno')[0];
  return {
    text: bodies.map((body) => blockText(withLines(body), NAMES)).join('\n'),
    id: tei.attributes.get('id') ?? lineOf(id),
    facts: {
      title: lineOf(file && childAt(file, 'titleStmt', 'title')),
      date: date?.attributes.get('when') ?? date?.attributes.get('when-iso') ?? lineOf(date),
      url: absolute(lineOf(id)),
      language: languageOf(tei.attributes.get('lang') ?? text?.attributes.get('lang')),
    },
  };
}

/** Breaks of lines and pages as spaces, or as nothing where a word goes on. */
function withLines(element: Element): Element {
  const children: (Element | string)[] = [];
  for (const child of element.children) {
    const last = children.length - 1;
    const before = children[last];
    if (typeof child !== 'string' && ['lb', 'pb', 'cb'].includes(child.name)) {
      if (typeof before === 'string') {
        children[last] =
          child.attributes.get('break') === 'no' ? withoutHyphen(before) : `${before.trimEnd()}\n`;
      }
      if (child.attributes.get('break') === 'no') children.push('\u2060');
    } else if (typeof child === 'string') {
      if (before === '\u2060') children[last] = '';
      children.push(before === '\u2060' ? child.trimStart() : child);
    } else children.push(withLines(child));
  }
  return { ...element, children: joined(children) };
}

function withoutHyphen(text: string): string {
  return text.trimEnd().replace(/[-\u00ad\u2010]$/, '');
}

/** Neighbouring strings are one, hyphens at their line ends undone. */
function joined(children: readonly (Element | string)[]): readonly (Element | string)[] {
  const result: (Element | string)[] = [];
  for (const child of children) {
    const before = result.at(-1);
    if (typeof child === 'string' && typeof before === 'string') result[result.length - 1] = before + child;
    else result.push(child);
  }
  return result.map((child) =>
    typeof child === 'string' ? joinedLines(child.replaceAll('\u2060', '')) : child,
  );
}
