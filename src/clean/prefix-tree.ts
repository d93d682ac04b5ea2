/**
 * Finds the longest of many prefixes of a text in one walk over its first characters, whatever their number. Owns the
 * tree only; what a prefix stands for is the caller's value.
 */

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  value: Value | undefined;
}

export interface PrefixMatch<Value> {
  /** In UTF-16 units. */
  readonly length: number;
  readonly value: Value;
}

/** A search for the longest of the prefixes that `accepts` agrees to; of equal prefixes the first wins. */
export function createPrefixSearch<Value>(
  prefixes: Iterable<readonly [prefix: string, value: Value]>,
  accepts: (text: string, length: number, value: Value) => boolean,
): (text: string) => PrefixMatch<Value> | undefined {
  const root: Node<Value> = { next: new Map(), value: undefined };
  for (const [prefix, value] of prefixes) {
    let node = root;
    for (let i = 0; i < prefix.length; i++) {
      const unit = prefix.charCodeAt(i);
      const next = node.next.get(unit) ?? { next: new Map(), value: undefined };
      node.next.set(unit, next);
      node = next;
    }
    node.value ??= value;
  }
  return (text) => {
    let node: Node<Value> | undefined = root;
    let found: PrefixMatch<Value> | undefined;
    for (let i = 0; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (node === undefined) break;
      const { value }: Node<Value> = node;
      if (value !== undefined && accepts(text, i + 1, value)) found = { length: i + 1, value };
    }
    return found;
  };
}
