/**
 * How large the tree of a page would be, counted from its tags without building it: readers of trees take time that
 * grows with the sum of all depths. Owns the open elements; must not read text. Linear: an end tag looks for its start
 * only where there is one, and what it passes is closed.
 */
import { VOID_ELEMENTS } from './elements.ts';

export interface PageSize {
  /** Elements and pieces of text. */
  readonly nodes: number;
  readonly depth: number;
  /** Sum of the depths of all nodes. */
  readonly depths: number;
  /** Most attributes of one element. */
  readonly attributes: number;
}

/** Elements whose end tag may be missing, and what their start closes (WHATWG HTML, section 13.1.2.4). */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  option: ['option'],
};

export class SizeCounter {
  readonly #open: string[] = [];
  readonly #count = new Map<string, number>();
  #nodes = 0;
  #depth = 0;
  #depths = 0;
  #attributes = 0;

  opened(name: string, attributes: number): void {
    const closes = Object.hasOwn(CLOSES, name) ? CLOSES[name] : undefined;
    while (closes?.includes(this.#open.at(-1) ?? '') === true) this.#pop();
    this.node();
    this.#attributes = Math.max(this.#attributes, attributes);
    if (VOID_ELEMENTS.has(name)) return;
    this.#open.push(name);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }

  closed(name: string): void {
    if ((this.#count.get(name) ?? 0) === 0) return;
    while (this.#pop() !== name);
  }

  /** An element or a piece of text. */
  node(): void {
    const depth = this.#open.length + 1;
    this.#nodes++;
    this.#depths += depth;
    this.#depth = Math.max(this.#depth, depth);
  }

  size(): PageSize {
    return {
      nodes: this.#nodes,
      depth: this.#depth,
      depths: this.#depths,
      attributes: this.#attributes,
    };
  }

  #pop(): string | undefined {
    const name = this.#open.pop();
    if (name !== undefined) this.#count.set(name, (this.#count.get(name) ?? 1) - 1);
    return name;
  }
}
