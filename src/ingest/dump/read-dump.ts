/** Parts of a dump as articles. Must not split streams or know the forms (`read-part.ts`). */

import { isUtf8 } from 'node:buffer';
import { sha256 } from '../../lib/digest.ts';
import type { TextReading } from '../../model/article.ts';
import { articleItem } from '../article-item.ts';
import { type Decoded, decode } from '../decode.ts';
import { loadCodec } from '../encoding/codec.ts';
import { isText } from '../encoding/controls.ts';
import { candidateOf } from '../encoding/labels.ts';
import { mendText } from '../encoding/repairs.ts';
import type { DumpReading, RecordsPart } from '../parts.ts';
import { type CutRecord, recordsOf } from '../records-of.ts';
import { doubtItems } from '../render.ts';
import { type IngestItem, issueItem, type Origin } from '../request.ts';
import { linesOf, textOfUnits } from './code-units.ts';
import { readDumpPart } from './read-part.ts';
import { readTitled } from './titled.ts';

/** The articles of a part in order, and an issue in the place of each bad one. */
export async function readDump(part: RecordsPart, reading: DumpReading): Promise<readonly IngestItem[]> {
  const items: IngestItem[] = [];
  for (const record of recordsOf(part)) items.push(...(await readOne(record, part.origin, reading)));
  return items;
}

async function readOne(
  { bytes, place }: CutRecord,
  origin: Origin,
  { form, units, decoded: told, isTitled }: DumpReading,
): Promise<readonly IngestItem[]> {
  const isWide = units !== 'ascii';
  const decoded = isWide ? wideText(bytes, units) : ((await toldText(bytes, told)) ?? (await decode(bytes)));
  if (decoded.kind === 'fault') {
    const offset = place.offset + (isWide ? 0 : (decoded.offset ?? 0));
    return [issueItem(origin, decoded.code, decoded.message, { ...place, offset })];
  }
  const written = decoded.text;
  const part = (isTitled ? readTitled(linesOf(written)) : undefined) ?? readDumpPart(form, written);
  const { id, facts } = part;
  const { text, reading } = mendText(part.text, decoded.reading);
  const notes = [
    ...doubtItems(origin, place, decoded),
    ...(part.isCut === true ? [issueItem(origin, 'simplified-page', CUT, place)] : []),
  ];
  if (text.trim() === '') return [...notes, issueItem(origin, 'empty', 'no text in it', place)];
  return [...notes, articleItem(origin, place, { id, text, facts, reading, rawDigest: sha256(part.text) })];
}

/** Behind the mark of its file UTF-16 has none: only the first bytes of all say which it is. */
function wideText(bytes: Buffer, units: 'utf-16le' | 'utf-16be'): Decoded {
  const text = textOfUnits(bytes, units);
  if (!isText(text))
    return {
      kind: 'fault',
      code: 'binary',
      message: 'control characters as in a binary file; expected text',
    };
  return { kind: 'text', text, reading: { encoding: units, by: 'mark', confidence: 1 } };
}

/** A part in the encoding that was told of the file: that was told from more than the part has. */
async function toldText(bytes: Buffer, reading: TextReading | undefined): Promise<Decoded | undefined> {
  const codec = reading === undefined || isUtf8(bytes) ? undefined : candidateOf(reading.encoding)?.codec;
  if (reading === undefined || codec === undefined) return undefined;
  const text = (await loadCodec()).decode(bytes, codec);
  return isText(text) ? { kind: 'text', text, reading } : undefined;
}

const CUT = 'an element that is not closed was read as far as it goes, so that text may be missing';
