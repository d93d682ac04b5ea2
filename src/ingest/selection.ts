/** Which entries of a walked folder are wanted: `--include`, `--exclude`, and globs given as paths. Pure. */
import { globWalks, optionPatterns } from './glob.ts';

/** Patterns for fast-glob, relative to the walked folder. */
export interface Selection {
  /** `folder`: the ordinary rules; `glob`: a folder that is taken is then walked by the ordinary rules. */
  readonly kind: 'folder' | 'glob';
  readonly patterns: readonly string[];
  readonly ignore: readonly string[];
}

/** The selection of an ordinary folder argument. */
export function selectByOptions(include: readonly string[], exclude: readonly string[]): Selection {
  return {
    kind: 'folder',
    patterns: include.length === 0 ? ['**'] : include.flatMap(optionPatterns),
    // What is left out is left out with all that is below it.
    ignore: exclude.flatMap(optionPatterns).flatMap((pattern) => [pattern, `${pattern}/**`]),
  };
}

/** The walks of a glob argument: where each begins and what it takes there. */
export function selectByGlob(
  argument: string,
): readonly { readonly base: string; readonly selection: Selection }[] {
  return globWalks(argument).map(({ base, patterns }) => ({
    base,
    // `x/**` takes all in `x`, its folders whole: they need not be read twice.
    selection: {
      kind: 'glob',
      patterns: patterns.map((pattern) => pattern.replace(/(^|\/)\*\*$/, '$1*')),
      ignore: [],
    },
  }));
}
