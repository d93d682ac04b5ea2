/** Values of a state as they lie in its file, deflated: no word of them can be looked for. And damage to one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'lmdb';

/** Flips a bit of the first value of a table, wherever it stands in the file. Throws where it is nowhere. */
export async function damageFirstValue(path: string, table: string): Promise<void> {
  const stored = (await storedValues(path, table))[0]!;
  const bytes = readFileSync(path);
  let at = bytes.indexOf(stored);
  if (at === -1) throw new Error(`the first value of ${table} does not stand in ${path}`);
  for (; at !== -1; at = bytes.indexOf(stored, at + 1)) bytes[at + stored.length - 2]! ^= 4;
  writeFileSync(path, bytes);
}

/** All values of a table, as they lie in the file. */
export async function storedValues(path: string, name: string): Promise<readonly Buffer[]> {
  const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const root = open<Buffer, Buffer>({ path, noSubdir: true, maxDbs: 8, readOnly: true, ...options });
  try {
    const rows = await root.openDB<Buffer, Buffer>({ name, ...options }).getRange().asArray;
    return rows.map(({ value }) => Buffer.from(value));
  } finally {
    await root.close();
  }
}
