/**
 * Every regular expression that the sources of the project hold, read from their syntax trees: literals, and calls of
 * `RegExp` whose pattern is put together from constants of the same file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';

export interface Expression {
  /** Files that hold it, as `folder/file.ts`. */
  readonly files: readonly string[];
  readonly pattern: string;
  readonly flags: string;
}

/** What of a node of the tree is read here. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly id?: Node;
  readonly init?: Node | null;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly expressions?: readonly Node[];
}

const SOURCES = resolve(import.meta.dirname, '..', '..', 'src');

/** The expressions of all sources, each once, in the order of their patterns; throws for a pattern that it cannot read. */
export function readExpressions(): readonly Expression[] {
  const found = new Map<string, { pattern: string; flags: string; files: Set<string> }>();
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.m?ts$|\.mjs$/.test(name),
  );
  for (const name of names.sort()) {
    for (const { pattern, flags } of expressionsOf(name, readFileSync(join(SOURCES, name), 'utf8'))) {
      const entry = found.get(`/${pattern}/${flags}`) ?? { pattern, flags, files: new Set<string>() };
      entry.files.add(name);
      found.set(`/${pattern}/${flags}`, entry);
    }
  }
  return [...found.values()]
    .map((entry) => ({ ...entry, files: [...entry.files] }))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
}

/** The expressions of one source text. */
export function expressionsOf(
  file: string,
  source: string,
): readonly { readonly pattern: string; readonly flags: string }[] {
  const nodes = flatten(parseAst(source, { lang: file.endsWith('.mjs') ? 'js' : 'ts' }) as unknown as Node);
  const constants = new Map<string, Node>();
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator' && node.id?.name !== undefined && node.init != null)
      constants.set(node.id.name, node.init);
  }
  return nodes.flatMap((node) => {
    if (node.regex !== undefined) return [node.regex];
    const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
    if (!isCall || node.callee?.name !== 'RegExp') return [];
    const [pattern, flags] = (node.arguments ?? []).map((argument) => textOf(argument, constants));
    if (pattern === undefined) {
      throw new Error(`${file}: a RegExp is made of parts that are no constants: write it as a literal`);
    }
    return [{ pattern, flags: flags ?? '' }];
  });
}

/** The string a constant expression stands for; undefined where it is none. */
function textOf(node: Node, constants: ReadonlyMap<string, Node>): string | undefined {
  if (typeof node.value === 'string') return node.value;
  if (node.type === 'Identifier') {
    const constant = constants.get(node.name ?? '');
    return constant === undefined ? undefined : textOf(constant, constants);
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  let text = '';
  for (const [i, { value }] of (node.quasis ?? []).entries()) {
    const expression = node.expressions?.[i];
    const part = expression === undefined ? '' : textOf(expression, constants);
    if (part === undefined) return undefined;
    text += value.cooked + part;
  }
  return text;
}

/** All nodes below a node, itself included. */
function flatten(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...next);
    else if (typeof next === 'object' && next !== null && !(next instanceof RegExp)) {
      if ('type' in next) nodes.push(next as Node);
      open.push(...Object.values(next));
    }
  }
  return nodes;
}
