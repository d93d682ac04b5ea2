/**
 * A saved report, read back: every part of it is checked before anything is written, then its lists are read from the file
 * each time they are gone through, so that a report of any size costs the memory of one row. Owns that; must not render.
 */
import type { Readable } from 'node:stream';
import { UsageError } from '../../lib/errors.ts';
import type { Issue } from '../../model/issue.ts';
import { REPORT_SCHEMA, type Report, type ReportGroup, type Sequence } from '../../model/report.ts';
import {
  SAVED_HEADS,
  type SavedHead,
  type SavedList,
  type SavedParts,
  savedPart,
  schemaProblem,
} from '../../report/index.ts';
import { layoutOf, listReader, pieces, type SavedPiece, valueAt } from './layout.ts';
import { type OpenedFile, openSavedFile } from './open-file.ts';

export interface SavedReport {
  readonly report: Report;
  /** As it was named, for messages. */
  readonly name: string;
  /** One group, without going through those before it. */
  groupAt(position: number): ReportGroup;
  /** Lets the file go; the report cannot be gone through afterwards. */
  close(): void;
}

/** Where a list begins, and how long it is. */
interface Place {
  from: number;
  count: number;
}

/** JSON or NDJSON, plain or as gzip; `-` is standard input. Throws `NoInputError` or `UsageError` that says what is wrong. */
export async function openSavedReport(path: string, stdin: Readable): Promise<SavedReport> {
  const opened = await openSavedFile(path, stdin);
  try {
    const { report, groupsAt } = readReport(opened);
    return {
      report,
      name: opened.name,
      groupAt: (position) => valueAt(opened, groupsAt[position] ?? 0) as ReportGroup,
      close: () => opened.close(),
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}

type Heads = { -readonly [Part in SavedHead]?: SavedParts[Part] };

function readReport(opened: OpenedFile): { readonly report: Report; readonly groupsAt: readonly number[] } {
  const layout = layoutOf(opened);
  const places = new Map<SavedList, Place>();
  const issues: Issue[] = [];
  const groupsAt: number[] = [];
  const heads: Heads = {};
  let schema: { readonly value: unknown } | undefined;
  for (const piece of pieces(opened, layout)) {
    if (piece.part === 'schema') {
      schema = { value: piece.value };
      refuse(opened, schemaProblem(piece.value));
    } else if ('number' in piece) {
      // A list may come before the schema: what it holds says nothing about an unknown document.
      const value = checked(opened, piece.part, piece);
      if (piece.part === 'issues') issues.push(value as Issue);
      if (piece.part === 'groups') groupsAt.push(piece.at);
      const place = places.get(piece.part);
      if (place === undefined) places.set(piece.part, { from: piece.at, count: 1 });
      else place.count++;
    } else {
      Object.assign(heads, { [piece.part]: checked(opened, piece.part, piece) });
    }
  }
  refuse(opened, schema === undefined ? schemaProblem(undefined) : undefined);
  for (const part of SAVED_HEADS) {
    if (heads[part] === undefined) refuse(opened, `this report has no "${part}"; write it again`);
  }
  const read = listReader(opened, layout);
  const list = <T>(name: SavedList): Sequence<T> => {
    const { from, count } = places.get(name) ?? { from: 0, count: 0 };
    return {
      length: count,
      [Symbol.iterator]: () => read(name, from, count)[Symbol.iterator]() as Iterator<T>,
    };
  };
  const { tool, run, summary, end } = heads as Required<Heads>;
  const report: Report = {
    schema: REPORT_SCHEMA,
    tool,
    run,
    articles: list('articles'),
    groups: list('groups'),
    related: list('related'),
    issues,
    summary,
    end,
  };
  return { report, groupsAt };
}

function checked<Part extends keyof SavedParts>(
  { name }: OpenedFile,
  part: Part,
  { value, at, ...piece }: SavedPiece,
): SavedParts[Part] {
  const found = savedPart(part, value);
  if ('value' in found) return found.value;
  const place = 'number' in piece ? `${part}[${piece.number - 1}]` : part;
  throw new UsageError(
    `${name} is not what ${REPORT_SCHEMA} promises: ${place} (byte ${at}): ${found.problem}; write it again, or read it with the dedupe that wrote it`,
  );
}

function refuse({ name }: OpenedFile, problem: string | undefined): void {
  if (problem !== undefined) throw new UsageError(`${name}: ${problem}`);
}
