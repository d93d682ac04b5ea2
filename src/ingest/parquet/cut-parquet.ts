/**
 * Rows of a Parquet file as JSON records, row group by row group, only the columns that hold a field. Owns what becomes
 * of a damaged row group: an issue, and the next is read. Memory: one row group of these columns.
 * Reference: Apache Parquet format 2.11.
 */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FIELDS } from '../../model/record-fields.ts';
import { nameOf, namesOf } from '../fields.ts';
import { type Part, RecordGatherer } from '../parts.ts';
import type { RandomAccess } from '../random-access.ts';
import { type IngestRequest, issueItem, type Origin, ReadFailure } from '../request.ts';

/** Largest row group that is unpacked at once, in bytes of the wanted columns. */
const MAX_GROUP = 1 << 30;

export async function* cutParquet(
  access: RandomAccess,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const file = asyncBuffer(access);
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new ReadFailure(
      'corrupt-archive',
      'the Parquet file has no directory at its end; it is damaged or cut off',
    );
  });
  const columns = wantedColumns(metadata, request.map);
  const gathered = new RecordGatherer(origin, { kind: 'json' });
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const offset = groupOffset(group);
    const place = { record: first + 1, offset };
    try {
      if (groupBytes(group, columns) > MAX_GROUP)
        throw new ReadFailure('too-long', 'a row group beyond 1 GiB');
      const found = await parquetReadObjects({
        file,
        metadata,
        columns,
        compressors,
        rowStart: first,
        rowEnd: first + rows,
      });
      for (const [i, row] of found.entries()) {
        gathered.push(first + i + 1, offset, Buffer.from(JSON.stringify(row, plain)));
        if (gathered.isFull) yield* gathered.take();
      }
    } catch (failure) {
      yield* gathered.take();
      const isLong = failure instanceof ReadFailure;
      const message = isLong
        ? `${rows} rows in a row group of more than 1 GiB; write the file with smaller row groups`
        : `a damaged row group; its ${rows} rows were left out`;
      yield issueItem(origin, isLong ? 'too-long' : 'corrupt-archive', message, place);
    }
    first += rows;
  }
  yield* gathered.take();
  if (first === 0) yield issueItem(origin, 'empty', 'no record in it');
}

function asyncBuffer({ bytes, read }: RandomAccess): AsyncBuffer {
  return {
    byteLength: bytes,
    slice: async (start, end) => {
      const from = start < 0 ? Math.max(0, bytes + start) : start;
      const part = await read(from, end ?? bytes);
      return part.buffer.slice(part.byteOffset, part.byteOffset + part.length) as ArrayBuffer;
    },
  };
}

/** Names at the top of the schema that a field may be, or begins with. */
function wantedColumns(metadata: FileMetaData, map: IngestRequest['map']): string[] {
  const names = new Set(parquetSchema(metadata).children.map(({ element }) => element.name));
  const topOf = (name: string): string => (names.has(name) ? name : (name.split('.')[0] ?? name));
  const wanted = FIELDS.flatMap((field) => namesOf(map, field).map(topOf)).filter((name) => names.has(name));
  if (!namesOf(map, 'text').some((name) => names.has(topOf(name)))) {
    const name = JSON.stringify(nameOf(map, 'text'));
    throw new ReadFailure('missing-text', `no column ${name}; name the one of the text with --map text=NAME`);
  }
  return [...new Set(wanted)];
}

type RowGroup = FileMetaData['row_groups'][number];

function groupOffset({ columns }: RowGroup): number {
  const starts = columns.flatMap(({ meta_data }) =>
    meta_data === undefined ? [] : [Number(meta_data.dictionary_page_offset ?? meta_data.data_page_offset)],
  );
  return starts.length === 0 ? 0 : Math.min(...starts);
}

function groupBytes({ columns }: RowGroup, wanted: readonly string[]): number {
  return columns
    .filter(({ meta_data }) => wanted.includes(meta_data?.path_in_schema[0] ?? ''))
    .reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
}

/** Whole numbers beyond 2^53 as they are written. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
