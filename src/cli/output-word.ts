/**
 * The word behind `--output`: which file, in which format. Owns the rules of that; must not touch the disk. What a name says
 * and would not get is refused: who reads the file goes by its name.
 */
import { posix } from 'node:path';
import { UsageError } from '../lib/errors.ts';
import type { Format } from '../report/index.ts';
import { FORMAT_NAMES } from './flags.ts';

/** `what` is written, for messages; standard output may hold something else, in formats of its own. */
export interface Written<Name extends Format> {
  readonly what: string;
  readonly formats: readonly Name[];
  readonly onStdout?: { readonly what: string; readonly formats: readonly Name[] };
}

/** Every format that some command writes: a name that is one of them is never taken for a part of a path. */
const NAMES = FORMAT_NAMES.filter((name) => name !== 'auto');
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ...NAMES.map((name): [string, string] => [name, name]),
  ['jsonl', 'ndjson'],
  ['txt', 'human'],
  ['htm', 'html'],
]);
const COMPRESSED = /\.(?:gz|zst|br|xz|bz2)$/i;
/** Formats of others, whose readers would find JSON under such a name. Any other extension is a name and no more. */
const FOREIGN = /\.(?:xlsx?|ods|parquet|arrow|feather|sqlite3?|db|xml|ya?ml|pdf|docx?)$/i;
/** What stands before a colon as a format would; a path has a slash, a clock digits, a drive one letter. */
const PREFIX = /^[a-z][a-z0-9]+$/i;
/** A date or a number behind a point is no extension. */
const EXTENSION = /^\.([a-z][a-z0-9]*)$/;

/** `[format:]FILE`; the format from the prefix, else from the extension, JSON where there is neither. */
export function parseOutput<Name extends Format>(
  word: string,
  { what, formats }: Written<Name>,
): { readonly path: string; readonly format: Name } {
  const at = word.indexOf(':');
  const before = word.slice(0, Math.max(0, at));
  const prefix = FORMAT_NAMES.find((name) => name === before);
  const path = prefix === undefined ? word : word.slice(at + 1);
  if (path === '' || path === '-') {
    throw new UsageError(
      `--output takes [format:]FILE, not "${word}"; standard output is chosen by --format`,
    );
  }
  if (prefix === undefined && PREFIX.test(before)) {
    throw new UsageError(
      `--output ${word}: "${before}" is no format; known are ${NAMES.join(', ')} (for a file of that name write ./${word})`,
    );
  }
  if (COMPRESSED.test(path)) {
    throw new UsageError(
      `--output ${word}: files are not written compressed; write to standard output and pipe that into gzip: dedupe ... -f json | gzip >FILE.gz`,
    );
  }
  const wanted = prefix === undefined || prefix === 'auto' ? formatByName(word, path) : prefix;
  const format = formats.find((name) => name === wanted);
  if (format === undefined) {
    throw new UsageError(
      `--output ${word} asks for ${wanted}, which cannot hold ${what}; it is written as ${formats.join(', ')}: name the format, as in json:FILE`,
    );
  }
  return { path, format };
}

function formatByName(word: string, path: string): string {
  const extension = EXTENSION.exec(posix.extname(path).toLowerCase())?.[1];
  const format = EXTENSIONS.get(extension ?? '');
  if (format !== undefined) return format;
  if (extension === undefined || !FOREIGN.test(path)) return 'json';
  throw new UsageError(
    `--output ${word}: .${extension} is no format of dedupe; known are ${[...EXTENSIONS.keys()].map((name) => `.${name}`).join(' ')}; or name the format, as in json:${path}`,
  );
}
