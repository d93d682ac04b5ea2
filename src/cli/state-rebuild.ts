/**
 * `dedupe state rebuild DIR`: makes a state anew from the files of its archive, for another engine or after damage. The old
 * one stays in its place until the new one is complete; what it remembers of groups that were reported stays the history.
 * Owns the order of that; must not judge anything.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NoInputError, StateError, UsageError } from '../lib/errors.ts';
import { INPUT_FORMATS } from '../model/input-formats.ts';
import { traceOf } from '../report/index.ts';
import { match } from '../run/match.ts';
import {
  DATA_FILE,
  dataPathIn,
  type Making,
  nextDataFile,
  removeData,
  syncFile,
  writeCard,
} from '../state/store/folder.ts';
import { refuseNetworkDisk } from '../state/store/network-disk.ts';
import { type Salvaged, salvage } from '../state/store/salvage.ts';
import { lockWriter } from '../state/store/writer-lock.ts';
import type { Request } from './arguments.ts';
import { codeOfLosses, collect, lossOf } from './input.ts';
import { reportIssues } from './people.ts';
import { makeReady, type ReadyRequest } from './ready.ts';
import { isByPath, lossesOf, newIssues } from './scan-state.ts';
import { scoped } from './scope.ts';
import { makingOf } from './state-making.ts';
import { holderNow } from './state-open.ts';
import { type StateOptions, StateRun } from './state-run.ts';
import { parseMap } from './values.ts';
import type { Watch } from './watch.ts';

/** Below the folder of the state: the new one while it is made. A rebuild that was ended is taken up from there. */
const NEXT_FOLDER = 'next';

export async function rebuild(
  request: Request,
  folder: string,
  named: readonly string[],
  watch: Watch,
): Promise<number> {
  if (!request.allowNetworkDisk) refuseNetworkDisk(folder);
  // Nothing is made where nothing is.
  await salvage(folder);
  const letGo = await lockWriter(folder, holderNow(), request.lockWaitSeconds);
  try {
    const old = await salvage(folder);
    const ready = await makeReady({ ...asMade(request, old.making), command: 'scan', operands: named });
    const status = await makeAnew(ready, folder, old, watch);
    takePlace(folder, old, makingOf(ready), watch);
    return status;
  } finally {
    letGo();
  }
}

/** The options that the state was made with, but where others are given. */
function asMade(request: Request, making: Making | undefined): Request {
  if (making === undefined) return request;
  const { clean, language, translations, map, rules, split, records, 'max-record': maxRecord } = making;
  const format = INPUT_FORMATS.find((name) => name === making['input-format']);
  if (rules !== undefined && rules !== 'none' && request.rules === undefined)
    throw new UsageError('the state was made with site rules; name them again: --rules FILE');
  const { match } = request;
  const isGiven = (name: string): boolean => request.given.includes(name);
  return {
    ...request,
    match: {
      ...match,
      clean: match.clean && clean !== false,
      language: match.language && language !== false,
      translations: match.translations && translations !== false,
    },
    map: isGiven('--map') || typeof map !== 'string' || map === 'none' ? request.map : parseMap(map),
    split: request.split && split !== false,
    ...(typeof records !== 'string' || records === 'found' ? {} : { records }),
    inputFormat: format ?? request.inputFormat,
    maxRecordBytes:
      isGiven('--max-record') || typeof maxRecord !== 'number' ? request.maxRecordBytes : maxRecord,
  };
}

/** A complete run over the archive, kept beside the old state. */
async function makeAnew(request: ReadyRequest, folder: string, old: Salvaged, watch: Watch): Promise<number> {
  return await scoped(async (keep) => {
    const state = keep(
      await openNext(folder, {
        making: makingOf(request),
        lockWaitSeconds: 0,
        isReadOnly: false,
        mayShrink: request.allowShrink,
        mayBeOnNetwork: request.allowNetworkDisk,
        isByPath: isByPath(request),
        before: old.files,
        formerRun: old.lastRun,
        watch,
      }),
    );
    const paths = await state.pathsWith(request.operands);
    if (paths.length === 0) throw nothingToRead(folder, old);
    const archive = {
      pathsWith: () => Promise.resolve(paths),
      articles: state.articles.bind(state),
      // All is worked out anew, for the next run.
      derived: () => [],
    };
    const collected = keep(await collect(request, paths, watch, archive));
    const matched = keep(
      await match(collected, request.match, (progress) => watch.reached(progress), archive),
    );
    const issues = [...collected.issues, ...matched.findings.issues];
    const isRemembered = old.lastRun !== undefined && old.groups.length === old.lastRun.groups;
    const groups = isRemembered
      ? old.groups
      : matched.findings.groups.map((group) => traceOf(group, collected.port));
    state.complete(
      groups,
      collected.port.count,
      lossesOf(issues, lossOf(request)),
      { ...collected.derived, ...matched.derived },
      {
        last: old.lastRun,
        runs: old.runs,
        isRemembered,
      },
    );
    watch.notice(
      `${folder}: ${collected.port.count} articles read anew; ${
        isRemembered
          ? 'the next run compares with the groups of the last one'
          : 'the groups of the last run could not be read: those of now count as known'
      }`,
    );
    const told = newIssues(issues, old.lastRun?.lost ?? []);
    reportIssues(told, lossOf(request), watch);
    return codeOfLosses(told, request);
  });
}

async function openNext(folder: string, options: Omit<StateOptions, 'folder'>): Promise<StateRun> {
  const next = { ...options, folder: join(folder, NEXT_FOLDER) };
  try {
    return await StateRun.open(next);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    // Begun with other options, or damaged as well.
    rmSync(next.folder, { recursive: true, force: true });
    return await StateRun.open(next);
  }
}

function nothingToRead(folder: string, { files }: Salvaged): Error {
  if (files.length > 0)
    return new NoInputError(
      `none of the ${files.length} files of the archive is there; is it mounted, and is this the folder it is named from?`,
    );
  return new StateError(
    `the state ${folder} no longer says which files its archive has; name them: dedupe state rebuild ${folder} ARCHIVE`,
  );
}

/** The new database in the place of the old one: which of the two counts changes at once, with the card. */
function takePlace(folder: string, { data, faults }: Salvaged, making: Making, watch: Watch): void {
  const next = join(folder, NEXT_FOLDER);
  const name = data === undefined ? DATA_FILE : nextDataFile(data);
  renameSync(dataPathIn(next), join(folder, name));
  syncFile(folder);
  writeCard(folder, making, true, name);
  rmSync(next, { recursive: true, force: true });
  if (data === undefined) return;
  if (faults.length === 0) {
    removeData(join(folder, data));
    return;
  }
  const aside = `${data}.bad-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  renameSync(join(folder, data), join(folder, aside));
  removeData(join(folder, data));
  watch.notice(`${faults[0]}`);
  watch.notice(`the old database is kept as ${join(folder, aside)}; remove it when it is not needed`);
}
