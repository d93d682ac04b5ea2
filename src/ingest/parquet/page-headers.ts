/**
 * The headers of the pages of a column, looked at before the library unpacks them: where one lacks its length, the library
 * reads the same byte for ever, and a count that is wrong takes memory for what is not there. Must not unpack anything.
 * Reference: Apache Parquet format 2.11, parquet.thrift, PageHeader. Linear in the number of pages.
 */
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

/** What the directory of the file says of a column. */
export interface ColumnClaim {
  readonly values: number;
  /** Most bytes of a page, unpacked. */
  readonly maxBytes: number;
}

/** Throws a `RangeError` at the first header that no page could have. `chunk` is the column as it lies in the file. */
export function checkPageHeaders(
  { buffer, byteOffset, byteLength }: Uint8Array,
  { values, maxBytes }: ColumnClaim,
): void {
  const reader = { view: new DataView(buffer, byteOffset, byteLength), offset: 0 };
  let left = values;
  // As the library goes: a last byte is no page.
  while (reader.offset < byteLength - 1) {
    const header = deserializeTCompactProtocol(reader);
    const [unpacked, packed] = [header[UNPACKED_SIZE], header[PACKED_SIZE]];
    if (!isCount(unpacked, maxBytes) || !isCount(packed, byteLength - reader.offset)) throw damaged();
    for (const [field, needed] of KINDS) {
      const told = header[field];
      if (told === undefined) continue;
      for (let n = 1; n <= needed; n++) if (!isCount(told[`field_${n}`], maxBytes)) throw damaged();
      if (field !== DICTIONARY) left -= told[VALUES];
    }
    if (left < 0) throw damaged();
    reader.offset += packed;
  }
}

/** Fields by their numbers in `parquet.thrift`. */
const UNPACKED_SIZE = 'field_2';
const PACKED_SIZE = 'field_3';
const VALUES = 'field_1';
const DICTIONARY = 'field_7';
/** Pages of data, dictionaries, pages of data of the second version: so many numbers stand first in each, all needed. */
const KINDS = [
  ['field_5', 4],
  [DICTIONARY, 2],
  ['field_8', 6],
] as const;

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function damaged(): RangeError {
  return new RangeError('the header of a page is damaged');
}
