/** Which files of an earlier run still are. Opens nothing; must not say what becomes of the others. */
import { stat } from 'node:fs/promises';
import { normalisePath, pathToBytes, withSlashes } from './path-name.ts';

const AT_ONCE = 64;

/** Of locations in the inner form, those where a regular file is, or may be, in the same order. */
export async function stillThere(locations: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < locations.length; at += AT_ONCE) {
    const some = locations.slice(at, at + AT_ONCE);
    const are = await Promise.all(some.map(isFile));
    found.push(...some.filter((_, i) => are[i]));
  }
  return found;
}

async function isFile(location: string): Promise<boolean> {
  try {
    return (await stat(pathToBytes(location))).isFile();
  } catch (error) {
    // A file in a folder that is shut may still be there: reading it will tell what is in the way.
    return !isGone(error);
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether a walk of one of the folders, or the files, that were named would have met this place. */
export function isWithin(location: string, named: readonly string[]): boolean {
  const place = normalisePath(location);
  return named.some((argument) => {
    const base = normalisePath(withSlashes(argument));
    if (base === '') return !place.startsWith('/') && !place.startsWith('..');
    return place === base || place.startsWith(base === '/' ? base : `${base}/`);
  });
}
