/** Which entries of a walked folder are wanted: `--include`, `--exclude`, and globs given as paths. Pure. */
import { compileGlob, type Glob } from './glob.ts';

/** Decides about one entry by its path relative to the walked folder. */
export interface Selection {
  /** Whether a file is wanted. */
  file(relative: string): boolean;
  /** `all`: read everything below by the ordinary rules; `some`: look inside; `none`: leave it out. */
  folder(relative: string): 'all' | 'some' | 'none';
  /** Whether a hidden entry is named by the selection itself; others are never read. */
  hidden(relative: string): boolean;
}

/** The selection of an ordinary folder argument. */
export function selectByOptions(include: readonly string[], exclude: readonly string[]): Selection {
  const wanted = include.map(compileOption);
  const unwanted = exclude.map(compileOption);
  const excluded = (relative: string): boolean => unwanted.some((glob) => glob.matches(relative));
  return {
    file: (relative) =>
      !excluded(relative) && (wanted.length === 0 || wanted.some((glob) => glob.matches(relative))),
    folder: (relative) => (excluded(relative) ? 'none' : 'some'),
    hidden: () => false,
  };
}

/** The selection of a glob argument, as seen from its base; a folder it matches is taken like a folder argument. */
export function selectByGlob(glob: Glob, base: string): Selection {
  const whole = (relative: string): string =>
    base === '' ? relative : base.endsWith('/') ? base + relative : `${base}/${relative}`;
  return {
    file: (relative) => glob.matches(whole(relative)),
    folder: (relative) => {
      if (glob.matches(whole(relative))) return 'all';
      return glob.mayMatchBelow(whole(relative)) ? 'some' : 'none';
    },
    hidden: (relative) => glob.matches(whole(relative)) || glob.mayMatchBelow(whole(relative)),
  };
}

/** A glob without a slash is about names, wherever they are. */
function compileOption(pattern: string): Glob {
  const trimmed = pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
  return compileGlob(trimmed.includes('/') ? trimmed : `**/${trimmed}`);
}
