/**
 * What Mozilla's Readability takes for the article, as numbers of marked pieces of text. Owns the call and the limits
 * within which its time is bounded; must not render. The libraries are handed in, loaded only for pages.
 * Time grows with the sum of all depths: measured below 6 s at the limit on pages made to be slow, 30 ms on real ones.
 */

import type { PageSize } from './page-size.ts';
import { type DomNode, markedPieces, type PageTree, renderTree } from './page-tree.ts';

export interface ReadablePage {
  readonly tree: PageTree;
  /** Numbers of the pieces of text in the article; empty where none was found. */
  readonly article: ReadonlySet<number>;
}

/** The libraries, loaded by the caller. */
export interface PageLibraries {
  readonly parseHTML: (source: string) => { readonly document: { readonly documentElement: unknown } };
  readonly Readability: new (
    document: never,
    options: object,
  ) => {
    parse(): { readonly content?: unknown } | null;
  };
}

/**
 * Limits for building a tree. The largest of 181 news pages has a depth of 51, depths that sum to 49,000, and 1.5 MB;
 * Readability took 3-6 s on flat and on nested pages whose depths sum to 400,000 (see decision 0008).
 */
const MAX_SIZE: PageSize = { nodes: 200_000, depth: 100, depths: 400_000, attributes: 1000 };
const MAX_SOURCE = 16 * 1024 * 1024;
/**
 * Letters below which Readability tries again with milder rules, which also let chrome in. Half of what a brief has; in
 * the middle of a plateau: F1 of its lines alone is .939 at 100, .949 at 200, 300 and 500 (its default).
 */
const SHORT_ARTICLE = 300;

/** Why no tree is built of a page of this size; undefined where one is. One line, for people. */
export function tooLarge(size: PageSize, length: number): string | undefined {
  if (length > MAX_SOURCE) return `${length} characters, more than ${MAX_SOURCE}`;
  const over = (['nodes', 'depth', 'depths', 'attributes'] as const).find(
    (name) => size[name] > MAX_SIZE[name],
  );
  if (over === undefined) return undefined;
  const what = {
    nodes: 'nodes',
    depth: 'levels',
    depths: 'levels in sum',
    attributes: 'attributes of one element',
  };
  return `${size[over]} ${what[over]}, more than ${MAX_SIZE[over]}`;
}

/** Builds the tree, renders it, and lets Readability choose. Throws what the libraries throw. */
export function readReadable(source: string, hasBody: boolean, libraries: PageLibraries): ReadablePage {
  // The tag of the body may be missing, but the extractor looks for the element.
  const whole = hasBody ? source : `<html><body>${source}</body></html>`;
  const { document } = libraries.parseHTML(whole);
  // Not from the document: its own list of children ends at the doctype.
  const tree = renderTree(document.documentElement as DomNode);
  const extractor = new libraries.Readability(document as never, {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node: DomNode) => node,
  });
  const content = extractor.parse()?.content as DomNode | undefined;
  return { tree, article: markedPieces(content?.textContent ?? '') };
}
