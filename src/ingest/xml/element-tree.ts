/**
 * One element of a document as a small tree, and what is asked of it. Owns the parser and its forgiveness: what is not
 * well-formed is read as far as it goes. Entities of HTML are known; those that a document declares are not expanded.
 */

import { SaxesParser } from 'saxes';
import { decodeEntity } from './entities.ts';

export interface Element {
  /** Local name. */
  readonly name: string;
  /** With its prefix, as written. */
  readonly qualified: string;
  /** By local name; of several with one the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

export type Parsed =
  | { readonly kind: 'element'; readonly element: Element; readonly isWellFormed: boolean }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'none' };

interface Open {
  readonly name: string;
  readonly qualified: string;
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

/** Deeper than any article; who reads the tree may recurse. */
const MAX_DEPTH = 500;

/** `source` is one element. */
export function parseElement(source: string): Parsed {
  const parser = new SaxesParser({ xmlns: false, fragment: true, position: false });
  const root: Open = { name: '', qualified: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  let isWellFormed = true;
  let isTooDeep = false;
  parser.ENTITIES = ENTITIES;
  parser.on('error', () => {
    isWellFormed = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) {
      isTooDeep = true;
      return;
    }
    const element: Open = {
      name: localName(name),
      qualified: name,
      attributes: named(attributes),
      children: [],
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (open.length > 1) open.pop();
  });
  const text = (characters: string): void => {
    open.at(-1)!.children.push(characters);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source).close();
  if (isTooDeep) return { kind: 'too-deep' };
  const element = root.children.find((child): child is Element => typeof child !== 'string');
  return element === undefined ? { kind: 'none' } : { kind: 'element', element, isWellFormed };
}

/** Saxes asks for an entity by its name as a property. */
const ENTITIES = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => (typeof name === 'string' ? decodeEntity(name) : undefined) },
);

function named(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    const local = localName(name);
    if (!found.has(local)) found.set(local, value);
  }
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The children that are elements, of one name or of all. */
export function elementsOf(parent: Element, name?: string): readonly Element[] {
  return parent.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first descendant along a path of local names, each step into a child. */
export function childAt(parent: Element, ...path: readonly string[]): Element | undefined {
  let at: Element | undefined = parent;
  for (const name of path) at = at === undefined ? undefined : elementsOf(at, name)[0];
  return at;
}

/** The first descendant of a name, in document order. */
export function descendant(parent: Element, ...names: readonly string[]): Element | undefined {
  for (const child of elementsOf(parent)) {
    if (names.includes(child.name)) return child;
    const found = descendant(child, ...names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All characters in it. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** All characters in it, white space collapsed; undefined where there are none. */
export function lineOf(element: Element | undefined): string | undefined {
  const line = textOf(element).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}
