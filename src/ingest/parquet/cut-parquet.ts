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
import { type IngestRequest, issueItem, type Origin, type Position, ReadFailure } from '../request.ts';
import { checkPageHeaders } from './page-headers.ts';

/** Largest row group that is unpacked at once, in bytes of the wanted columns. */
const MAX_GROUP = 1 << 30;

export async function* cutParquet(
  access: RandomAccess,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const file = asyncBuffer(access);
  const { metadata, names } = await readDirectory(file);
  const columns = wantedColumns(names, request.map);
  const gathered = new RecordGatherer(origin, { kind: 'json' });
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const offset = groupOffset(group);
    const place = { record: first + 1, offset };
    try {
      if (!(rows >= 0)) throw new RangeError('a count of rows below zero');
      if (groupBytes(group, columns) > MAX_GROUP)
        throw new ReadFailure('too-long', 'a row group beyond 1 GiB');
      await checkGroup(access, group, columns);
      const found = await parquetReadObjects({
        file,
        // By itself: a wrong count costs its own group.
        metadata: { ...metadata, row_groups: [group] },
        columns,
        compressors,
        rowStart: 0,
        rowEnd: rows,
      });
      for (const [i, row] of found.entries()) {
        gathered.push(first + i + 1, offset, Buffer.from(JSON.stringify(row, plain)));
        if (gathered.isFull) yield* gathered.take();
      }
      // The library hands on as many rows as all columns have, and says nothing.
      if (found.length < rows) {
        yield* gathered.take();
        yield damagedGroup(origin, `${rows - found.length} of its ${rows}`, place);
      }
    } catch (failure) {
      yield* gathered.take();
      const isLong = failure instanceof ReadFailure;
      const message = `${rows} rows in a row group of more than 1 GiB; write the file with smaller row groups`;
      yield isLong
        ? issueItem(origin, 'too-long', message, place)
        : damagedGroup(origin, `its ${rows}`, place);
    }
    first += Math.max(0, rows);
  }
  yield* gathered.take();
  if (first === 0) yield issueItem(origin, 'empty', 'no record in it');
}

/** What stands at the end of the file, and the names at the top of its schema. */
async function readDirectory(
  file: AsyncBuffer,
): Promise<{ readonly metadata: FileMetaData; readonly names: ReadonlySet<string> }> {
  try {
    const metadata = await parquetMetadataAsync(file);
    // The library takes it as it comes, whatever stands in the place of a list.
    if (!metadata.row_groups.every(({ columns }) => Array.isArray(columns)))
      throw new TypeError('no columns');
    return {
      metadata,
      names: new Set(parquetSchema(metadata).children.map(({ element }) => element.name)),
    };
  } catch {
    throw new ReadFailure(
      'corrupt-archive',
      'the Parquet file has no directory at its end; it is damaged or cut off',
    );
  }
}

/** The library is handed only what it comes to an end with. */
async function checkGroup(access: RandomAccess, group: RowGroup, wanted: readonly string[]): Promise<void> {
  for (const { meta_data } of columnsOf(group, wanted)) {
    const start = Number(meta_data.dictionary_page_offset || meta_data.data_page_offset);
    const end = start + Number(meta_data.total_compressed_size);
    if (!(start >= 0 && end <= access.bytes)) throw new RangeError('a column outside its file');
    checkPageHeaders(await access.read(start, end), {
      values: Number(meta_data.num_values),
      maxBytes: MAX_GROUP,
    });
  }
}

function damagedGroup(origin: Origin, rows: string, place: Position): Part {
  return issueItem(origin, 'corrupt-archive', `a damaged row group; ${rows} rows were left out`, place);
}

function asyncBuffer({ bytes, read }: RandomAccess): AsyncBuffer {
  const sliceOf = async (start: number, end: number | undefined): Promise<ArrayBuffer> => {
    const from = start < 0 ? Math.max(0, bytes + start) : start;
    const part = await read(from, end ?? bytes);
    return part.buffer.slice(part.byteOffset, part.byteOffset + part.length) as ArrayBuffer;
  };
  return {
    byteLength: bytes,
    slice: (start, end) => {
      const part = sliceOf(start, end);
      // Of several that are asked for together the library may wait for none where the first fails: none may end the run.
      part.catch(() => undefined);
      return part;
    },
  };
}

/** Names at the top of the schema that a field may be, or begins with. */
function wantedColumns(names: ReadonlySet<string>, map: IngestRequest['map']): string[] {
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

function columnsOf({ columns }: RowGroup, wanted: readonly string[]): readonly DescribedColumn[] {
  return columns.filter((column): column is DescribedColumn =>
    wanted.includes(column.meta_data?.path_in_schema[0] ?? ''),
  );
}

type Column = RowGroup['columns'][number];
type DescribedColumn = Column & { readonly meta_data: NonNullable<Column['meta_data']> };

function groupBytes(group: RowGroup, wanted: readonly string[]): number {
  return columnsOf(group, wanted).reduce(
    (sum, { meta_data }) => sum + Number(meta_data.total_uncompressed_size),
    0,
  );
}

/** Whole numbers beyond 2^53 as they are written. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
