/** The name by which a source is compared. Owns that form; must not know where a source was found. Pure. */

/** Case and a leading `www.` do not count. */
export function sourceName(written: string): string {
  const name = written.toLowerCase();
  return name.startsWith('www.') ? name.slice('www.'.length) : name;
}

/** Whether both sources are known and one. */
export function areOneSource(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && sourceName(a) === sourceName(b);
}
