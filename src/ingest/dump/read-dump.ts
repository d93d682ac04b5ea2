/** Parts of a dump as articles. Must not split streams or know the forms (`read-part.ts`). */
import { sha256 } from '../../lib/digest.ts';
import { decode } from '../decode.ts';
import { metadataOf } from '../metadata.ts';
import type { DumpReading, RecordsPart } from '../parts.ts';
import { type CutRecord, recordsOf } from '../records-of.ts';
import { type IngestItem, issueItem, type Origin } from '../request.ts';
import { linesOf, textOfUnits } from './code-units.ts';
import { readTitled } from './headed.ts';
import { readDumpPart } from './read-part.ts';

/** The articles of a part in order, and an issue in the place of each bad one. */
export async function readDump(part: RecordsPart, reading: DumpReading): Promise<readonly IngestItem[]> {
  const items: IngestItem[] = [];
  for (const record of recordsOf(part)) items.push(...(await readOne(record, part.origin, reading)));
  return items;
}

async function readOne(
  { bytes, place }: CutRecord,
  origin: Origin,
  { form, units, isTitled }: DumpReading,
): Promise<readonly IngestItem[]> {
  // Behind its mark UTF-16 has none: only the first bytes of the file say which it is.
  const isWide = units !== 'ascii';
  const decoded = await decode(isWide ? Buffer.from(textOfUnits(bytes, units)) : bytes);
  if (decoded.kind === 'fault') {
    const offset = place.offset + (isWide ? 0 : (decoded.offset ?? 0));
    return [issueItem(origin, decoded.code, decoded.message, { ...place, offset })];
  }
  const written = decoded.text;
  const found = (isTitled ? readTitled(linesOf(written)) : undefined) ?? readDumpPart(form, written);
  const { text, id, facts } = found;
  const notes = found.isCut === true ? [issueItem(origin, 'simplified-page', CUT, place)] : [];
  if (text.trim() === '') return [...notes, issueItem(origin, 'empty', 'no text in it', place)];
  const article = {
    id: id ?? `${origin.path}#${place.record}`,
    ...origin,
    ...place,
    text,
    ...metadataOf(facts),
    rawDigest: sha256(text),
  };
  return [...notes, { kind: 'article', hasOwnId: id !== undefined, article }];
}

const CUT = 'an element that is not closed was read as far as it goes, so that text may be missing';
