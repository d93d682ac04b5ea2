/** Which articles a rule is about: patterns of sources and of paths. Owns their dialect; knows no blocks. Linear. */
import { sourceName } from '../../lib/source-name.ts';
import { compilePattern, literalPattern, type Pattern } from './regex.ts';

/** What is asked of an article. */
export interface Origin {
  readonly source?: string;
  readonly url?: string;
  readonly path?: string;
}

/** A source pattern as a plain name (see `sourceNames`); undefined where it has a wildcard. */
export function plainName(pattern: string): string | undefined {
  return pattern.includes('*') ? undefined : sourceName(pattern);
}

/** A source pattern: `*` stands for any characters, case and a leading `www.` do not count. */
export function compileSource(pattern: string): (names: readonly string[]) => boolean {
  const plain = plainName(pattern);
  if (plain !== undefined) return (names) => names.includes(plain);
  const bare = sourceName(pattern);
  const matches = compilePattern(`(?s)^${bare.split('*').map(literalPattern).join('.*')}$`);
  return (names) => names.some(matches);
}

/** A path pattern: `*` and `?` inside a name, `**` over folders; a pattern that ends in `/` takes all below it. */
export function compilePath(pattern: string): Pattern {
  const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
  const parts = whole.split('/').map((part) => (part === '**' ? part : namePattern(part)));
  let expression = '';
  parts.forEach((part, i) => {
    const isLast = i === parts.length - 1;
    if (part !== '**') expression += isLast ? part : `${part}/`;
    else expression += isLast ? '.*' : '(?:.*/)?';
  });
  return compilePattern(`(?s)^${expression}$`);
}

function namePattern(name: string): string {
  return name
    .split(/([*?]+)/)
    .map((part, i) => (i % 2 === 0 ? literalPattern(part) : part.replace(/[*?]/g, wildcardPattern)))
    .join('');
}

function wildcardPattern(character: string): string {
  return character === '*' ? '[^/]*' : '[^/]';
}

/** The names an article's source goes by: what its record says, and the host of its URL; lower-case. */
export function sourceNames({ source, url }: Origin): readonly string[] {
  const names = source === undefined ? [] : [sourceName(source)];
  if (url !== undefined && URL.canParse(url)) names.push(sourceName(new URL(url).hostname));
  return names;
}
