/**
 * Elements from data. Owns the only ways in which this page makes markup; text becomes text nodes and attributes are
 * named by the code, so that nothing of an article is ever read as markup or as an address that runs.
 */
export type Child = Node | string | undefined | false | null;
type Value = string | number | boolean | undefined;

export interface Properties {
  readonly [name: string]: Value | Listeners | ((event: never) => void);
  readonly on?: Listeners;
}

export type Listeners = {
  readonly [name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[name]) => void;
};

const SVG = 'http://www.w3.org/2000/svg';

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return furnished(document.createElement(tag), properties, children);
}

export function drawn<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return furnished(document.createElementNS(SVG, tag), properties, children);
}

function furnished<T extends HTMLElement | SVGElement>(
  node: T,
  { on, ...attributes }: Properties,
  children: readonly Child[],
): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {}))
    node.addEventListener(name, listener as EventListener);
  node.append(...children.filter(isThere));
  return node;
}

function isThere(child: Child): child is Node | string {
  return child !== undefined && child !== false && child !== null && child !== '';
}

/** Text of an article, in its own direction and language, which must not reorder what stands beside it. */
export function apart(text: string, language?: string): HTMLElement {
  return element('bdi', { lang: language === 'und' ? undefined : language }, text);
}

export function button(
  label: string | Node,
  act: () => void,
  properties: Properties = {},
): HTMLButtonElement {
  return element('button', { type: 'button', ...properties, on: { click: act } }, label);
}

/** A link out of the page, only where the address is one of the web. */
export function webLink(address: string, ...children: readonly Child[]): HTMLElement {
  if (!/^https?:\/\//i.test(address)) return element('span', {}, ...children);
  return element('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, ...children);
}

/** Puts other children in the place of those that are there. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter(isThere));
}
