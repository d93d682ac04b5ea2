/**
 * `dedupe state export DIR`: what a state knows as JSON Lines, for other tools. Owns the order of the rows; a stream without
 * its `end` was cut. Must not hold more than the ids of the articles in memory.
 */
import { StateError } from '../lib/errors.ts';
import { compareCodeUnits } from '../lib/order.ts';
import { safeJson } from '../lib/visible.ts';
import {
  type ExportedArticle,
  type ExportedFile,
  type ExportedGroup,
  type ExportedState,
  STATE_EXPORT_SCHEMA,
} from '../model/state.ts';
import { exportedArticle } from '../report/index.ts';
import { TOOL } from '../run/tool.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import type { FileEntry } from '../state/store/entries.ts';
import { makingIn } from '../state/store/folder.ts';
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';
import { headsOf } from './state-pieces.ts';
import type { Watch } from './watch.ts';

export async function exportState(request: Request, folder: string, watch: Watch): Promise<number> {
  const outputs = await openOutputs(
    {
      ...request,
      operands: [folder],
      format: request.format === 'auto' && request.outputs.length === 0 ? 'ndjson' : request.format,
      outputs: request.outputs.map((word) => (word.startsWith('ndjson:') ? word : `ndjson:${word}`)),
    },
    { what: 'an export', formats: ['ndjson'] },
  );
  const state = await ArchiveState.openToRead(folder, undefined);
  if (state === undefined) throw new StateError(`there is no state in ${folder}`);
  try {
    await outputs.write(() => rows(state, folder), watch);
    return 0;
  } finally {
    await state.close();
  }
}

function* rows(state: ArchiveState, folder: string): Iterable<string> {
  const head: ExportedState = { schema: STATE_EXPORT_SCHEMA, tool: TOOL, making: makingIn(folder) };
  yield row('state', head);
  const { runs } = state;
  for (const { number, finishedAt, files, articles, groups } of runs)
    yield row('run', { number, finishedAt, files, articles, groups });
  const groupOf = new Map<string, string>();
  for (const { id, ids } of state.groups()) for (const member of ids) groupOf.set(member, id);
  const files = [...state.files()].sort((a, b) => compareCodeUnits(a.path, b.path));
  const seen = new Set<string>();
  for (const entry of files) {
    yield row('file', fileRow(entry));
    for (const article of headsOf(state, entry)) {
      const id = claimed(article.id, `${article.path}#${article.record ?? 1}`, seen);
      const group = groupOf.get(id);
      const told: ExportedArticle = {
        ...exportedArticle(id === article.id ? article : { ...article, id, sourceId: article.id }),
        ...(group === undefined ? {} : { group }),
      };
      yield row('article', told);
    }
  }
  let groups = 0;
  for (const { id, canonical, ids } of state.groups()) {
    groups++;
    const told: ExportedGroup = { id, canonical, members: ids };
    yield row('group', told);
  }
  const summary = { runs: runs.length, files: files.length, articles: seen.size, groups };
  yield row('end', { status: 'complete', summary });
}

/** An id that no article before has: as a run gives them. */
function claimed(wanted: string, place: string, seen: Set<string>): string {
  let id = wanted;
  while (seen.has(id)) id = id === wanted ? place : `${id}#`;
  seen.add(id);
  return id;
}

function fileRow(entry: FileEntry): ExportedFile {
  const { path, pathBytes, type, size, mtimeNs, digest, content } = entry;
  return {
    path,
    ...(pathBytes === undefined ? {} : { pathBytes }),
    format: type,
    bytes: Number(size),
    modifiedAt: new Date(Number(BigInt(mtimeNs) / 1_000_000n)).toISOString(),
    ...(digest === '' ? {} : { digest }),
    articles: content.articles,
  };
}

function row(type: string, fields: object): string {
  return `${safeJson({ type, ...fields })}\n`;
}
