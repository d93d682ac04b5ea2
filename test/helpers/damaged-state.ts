/** Damage to a value of a state, which is deflated where it lies: no word of it can be looked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'lmdb';

/** Flips a bit of the first value of a table, wherever it stands in the file. Throws where it is nowhere. */
export async function damageFirstValue(path: string, table: string): Promise<void> {
  const stored = await firstValue(path, table);
  const bytes = readFileSync(path);
  let at = bytes.indexOf(stored);
  if (at === -1) throw new Error(`the first value of ${table} does not stand in ${path}`);
  for (; at !== -1; at = bytes.indexOf(stored, at + 1)) bytes[at + stored.length - 2]! ^= 4;
  writeFileSync(path, bytes);
}

async function firstValue(path: string, name: string): Promise<Buffer> {
  const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const root = open<Buffer, Buffer>({ path, noSubdir: true, maxDbs: 8, readOnly: true, ...options });
  try {
    const [first] = await root.openDB<Buffer, Buffer>({ name, ...options }).getRange({ limit: 1 }).asArray;
    return Buffer.from(first!.value);
  } finally {
    await root.close();
  }
}
