/**
 * Would writing here change an input? Owns the refusal of design section 2; must not open an input. A pattern is
 * asked as a pattern, whether or not the output exists yet: a nightly run must not work on its first night only.
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { compileGlob, discover, isGlob } from '../ingest/index.ts';
import type { Request } from './arguments.ts';

/** The argument that `target` (a real path) is, lies in or matches; undefined when it touches none. */
export async function touchedInput(target: string, request: Request): Promise<string | undefined> {
  const files = [...(request.rules === undefined ? [] : [request.rules]), ...request.decisions];
  const inputs = [...request.operands, ...request.within, ...files].filter((input) => input !== '-');
  for (const input of inputs) {
    const place = await realpath(input).catch(() => undefined);
    const touches = place === undefined ? await matches(target, input) : await holds(place, target);
    if (touches) return input;
  }
  return request.follow ? await touchedThroughLink(target, request, inputs) : undefined;
}

async function holds(place: string, target: string): Promise<boolean> {
  return target === place || ((await stat(place)).isDirectory() && isBelow(target, place));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether a pattern takes the target or a folder that it lies in. */
async function matches(target: string, pattern: string): Promise<boolean> {
  if (!isGlob(pattern)) return false;
  const glob = compileGlob(pattern.replaceAll(sep, '/'));
  const base = await realpath(glob.base === '' ? '.' : glob.base).catch(() => undefined);
  if (base === undefined || !isBelow(target, base)) return false;
  const root = glob.base === '' || glob.base.endsWith('/') ? glob.base : `${glob.base}/`;
  const names = relative(base, target).split(sep);
  return names.some((_, last) => glob.matches(root + names.slice(0, last + 1).join('/')));
}

/** With --follow an input may be reached through a link in a folder: only looking for the files tells. */
async function touchedThroughLink(
  target: string,
  request: Request,
  inputs: readonly string[],
): Promise<string | undefined> {
  const roots = await Promise.all(inputs.map(rootOf));
  const { files } = await discover({ ...request, paths: inputs });
  const folders = new Map<string, string>();
  for (const { location, path } of files) {
    const folder = dirname(location);
    const realFolder = folders.get(folder) ?? (await realpath(folder).catch(() => folder));
    folders.set(folder, realFolder);
    const isLinked = !inputs.includes(location) && !roots.some((root) => holdsPath(root, realFolder));
    if (isLinked && isBelow(target, realFolder)) return path;
    if ((await realpath(join(realFolder, basename(location))).catch(() => '')) === target) return path;
  }
  return undefined;
}

/** Where the walk of an argument begins. */
async function rootOf(input: string): Promise<string> {
  const start = await realpath(input).catch(() => compileGlob(input.replaceAll(sep, '/')).base);
  return await realpath(start === '' ? '.' : start).catch(() => start);
}

function holdsPath(folder: string, path: string): boolean {
  return path === folder || isBelow(path, folder);
}
