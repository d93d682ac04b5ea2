/**
 * The stage `features`: files and records to analysed articles. Owns how bytes that come in rows become what ingest cuts;
 * must not read articles otherwise. Memory: one part; a file lies on the disk while it is read.
 */
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knowledge } from '../dedupe.ts';
import { cutFile, fileType, type IngestRequest, IssueCap, type Part } from '../ingest/index.ts';
import type { Issue } from '../model/issue.ts';
import type { WrittenRow } from '../model/stage.ts';
import { analysedPart, type Making } from '../run/analyse-work.ts';
import { articleRow } from './article-row.ts';
import { type Given, isAbsent, numberIn, RowFault, type Stage, textIn } from './row.ts';

export type FileRequest = Omit<IngestRequest, 'paths'>;

interface OpenFile {
  readonly path: string;
  readonly folder: string;
  readonly handle: FileHandle;
  at: number;
}

/**
 * `{path, size, at, bytes}`: a piece of a file, in base64, from byte `at` on; the pieces of a file follow each other.
 * `{path, block, offset, records, bytes}`: a line of a piece of JSON Lines that begins at byte `offset`, behind so many
 * records; the lines of a piece follow each other in their order.
 * `{path, size, isTooLarge: true}`: a file that was not read.
 */
export function featuresStage(
  making: Making,
  request: FileRequest,
  knowledge: Knowledge,
  made: string,
): Stage {
  const cap = new IssueCap();
  const lines = new Lines();
  let file: OpenFile | undefined;

  async function* rowsOf(parts: AsyncIterable<Part> | Iterable<Part>): AsyncIterable<WrittenRow> {
    for await (const part of parts) {
      for await (const item of analysedPart(part, making, knowledge)) {
        if (item.kind === 'article') yield articleRow(item.analysis, made, making.options.translations);
        else yield* issueRows(cap.take(item.issue));
      }
    }
  }

  async function* fileRows(row: Given): AsyncIterable<WrittenRow> {
    const path = textIn(row, 'path');
    if (row['isTooLarge'] === true) {
      yield* issueRows(cap.take(tooLarge(path, numberIn(row, 'size'))));
      return;
    }
    const [size, at] = [numberIn(row, 'size'), numberIn(row, 'at')];
    const bytes = Buffer.from(textIn(row, 'bytes'), 'base64');
    if (at === 0) {
      await close(file);
      file = await begin(path);
    }
    if (file?.path !== path || file.at !== at)
      throw new RowFault('a piece of a file whose beginning is not there');
    await file.handle.writeFile(bytes);
    file.at += bytes.length;
    if (file.at < size) return;
    const whole = file;
    file = undefined;
    await whole.handle.close();
    try {
      const type = fileType(path, request.inputFormat);
      // As in a walk: files of unknown type are no articles.
      if (type.format === 'unknown') return;
      yield* rowsOf(
        cutFile({ path, location: join(whole.folder, 'file'), type, bytes: size }, { ...request, paths: [] }),
      );
    } finally {
      await rm(whole.folder, { recursive: true, force: true });
    }
  }

  return {
    take: (row) => (isAbsent(row, 'block') ? fileRows(row) : rowsOf(lines.take(row))),
    end: () => issueRows(cap.end()),
  };
}

async function begin(path: string): Promise<OpenFile> {
  const folder = await mkdtemp(join(tmpdir(), 'dedupe-stage-'));
  return { path, folder, handle: await open(join(folder, 'file'), 'w'), at: 0 };
}

async function close(file: OpenFile | undefined): Promise<void> {
  if (file === undefined) return;
  await file.handle.close();
  await rm(file.folder, { recursive: true, force: true });
}

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** Numbers the lines of a piece as a file is numbered that is read in one. */
class Lines {
  #piece = '';
  #offset = 0;
  #records = 0;

  take(row: Given): readonly Part[] {
    const path = textIn(row, 'path');
    const line = Buffer.from(textIn(row, 'bytes'), 'base64');
    const piece = `${numberIn(row, 'block')} ${path}`;
    if (piece !== this.#piece) {
      this.#piece = piece;
      this.#offset = numberIn(row, 'offset');
      this.#records = numberIn(row, 'records');
    }
    const at = this.#offset;
    this.#offset += line.length + 1;
    let start = at === 0 && line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    while (start < line.length && SPACE.includes(line[start]!)) start++;
    if (start === line.length) return [];
    const bytes = new Uint8Array(line.subarray(start));
    return [
      {
        kind: 'records',
        origin: { path },
        reading: { kind: 'json' },
        numbers: Float64Array.of(++this.#records),
        offsets: Float64Array.of(at + start),
        lengths: Uint32Array.of(bytes.length),
        bytes,
      },
    ];
  }
}

/** White space of JSON. */
const SPACE = [0x20, 0x09, 0x0a, 0x0d];

function tooLarge(path: string, size: number): Issue {
  return {
    code: 'too-long',
    path,
    message: `${size} bytes, more than one task may hold; split the file, or write it as JSON Lines`,
  };
}

function issueRows(issues: readonly Issue[]): readonly WrittenRow[] {
  return issues.map((issue) => ({ type: 'issue', ...issue }));
}
