/**
 * The files of a ZIP archive as it streams by, from their local headers: so one inside another archive, from a pipe or
 * cut off is read like any other. Where its directory can be reached, that says which files there are and how long. Owns
 * the order of the two, and going on behind damage.
 * Reference: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.9, 4.5.3.
 */
import { ByteReader } from '../byte-reader.ts';
import { pathFromBytes } from '../path-name.ts';
import type { RandomAccess } from '../random-access.ts';
import { ReadFailure } from '../request.ts';
import type { Found } from './found.ts';
import { LOCAL, readDirectory } from './zip-directory.ts';
import { AFTER_FILES, localHeader, toNextHeader } from './zip-header.ts';
import { cutOff, ZipMember } from './zip-member.ts';

/** Archives made in several volumes begin with one of these. */
const SPANNED: ReadonlySet<number> = new Set([0x08074b50, 0x30304b50]);

/** `access`: the same bytes by their place, where the archive is a file. */
export async function* zipMembers(
  source: AsyncIterable<Uint8Array>,
  access?: RandomAccess,
): AsyncGenerator<Found> {
  const directory = access === undefined ? undefined : await readDirectory(access);
  const reader = new ByteReader(source);
  let isLost = false;
  try {
    while (true) {
      const signature = await reader.upTo(4);
      if (signature.length < 4) {
        if (signature.length > 0 && !isLost) yield { trouble: cutOff() };
        return;
      }
      const number = signature.readUInt32LE();
      if (AFTER_FILES.has(number)) {
        // Whether all of it is there, and stood still, is told at its end.
        while ((await reader.some(1 << 16)).length > 0);
        return;
      }
      if (reader.offset === 4 && SPANNED.has(number)) continue;
      const start = reader.offset - 4;
      const header = number === LOCAL ? await localHeader(reader, directory) : undefined;
      if (header === undefined) {
        if (!isLost) yield { trouble: damagedAt(start) };
        isLost = true;
        reader.back(signature.subarray(1));
        await toNextHeader(reader);
        continue;
      }
      isLost = false;
      const member = new ZipMember(reader, header);
      const name = pathFromBytes(header.name);
      const isGone = (await directory?.isGone(start, header.name)) === true;
      if (!name.endsWith('/') && !isGone) yield { name, bytes: member.chunks() };
      await member.finish();
    }
  } finally {
    await reader.close();
  }
}

function damagedAt(offset: number): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the ZIP archive is damaged at byte ${offset}; reading goes on at the next file that can be told`,
  );
}
