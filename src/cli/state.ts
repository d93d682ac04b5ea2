/** `dedupe state info|check DIR`: looks after a state without changing it. Owns its words; must not read an archive. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StateError, UsageError } from '../lib/errors.ts';
import { visible } from '../lib/visible.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import { checkState } from '../state/store/check.ts';
import { DATA_FILE, makingIn, REMEDY } from '../state/store/folder.ts';
import type { Request } from './arguments.ts';
import { writeStream } from './output.ts';

const VERBS = ['info', 'check'] as const;
const STATE_DAMAGED = 5;

export async function state({ operands, format }: Request): Promise<number> {
  const [word, folder, ...more] = operands;
  const verb = VERBS.find((name) => name === word);
  if (verb === undefined || folder === undefined || more.length > 0) {
    throw new UsageError(
      `state takes one of ${VERBS.join(', ')} and the folder of a state: dedupe state info DIR`,
    );
  }
  if (!['auto', 'human', 'json'].includes(format)) {
    throw new UsageError(`--format ${format} does not fit "dedupe state"; it writes human, json`);
  }
  const isJson = format === 'json' || (format === 'auto' && !process.stdout.isTTY);
  const opened = await ArchiveState.openToRead(folder, undefined);
  if (opened === undefined) throw new StateError(`there is no state in ${folder}`);
  try {
    return verb === 'info' ? await info(opened, isJson) : await check(opened, isJson);
  } finally {
    await opened.close();
  }
}

async function info(opened: ArchiveState, isJson: boolean): Promise<number> {
  const { folder, lastRun } = opened;
  const { lost, ...run } = lastRun ?? { lost: [] };
  const facts = {
    folder,
    making: makingIn(folder),
    bytes: statSync(join(folder, DATA_FILE)).size,
    lastRun: lastRun === undefined ? null : { ...run, lost: lost.length },
    resumable: [...opened.journal()].length,
  };
  await print(isJson ? `${JSON.stringify(facts, undefined, 2)}\n` : infoText(facts));
  return 0;
}

interface Facts {
  readonly folder: string;
  readonly making: Readonly<Record<string, string | number | boolean>>;
  readonly bytes: number;
  readonly lastRun: Readonly<Record<string, string | number>> | null;
  readonly resumable: number;
}

function infoText({ folder, making, bytes, lastRun, resumable }: Facts): string {
  const run =
    lastRun === null
      ? 'no complete run yet'
      : `run ${lastRun['number']}, complete ${lastRun['finishedAt']}: ${lastRun['articles']} articles in ${lastRun['files']} files, ${lastRun['groups']} groups, ${lastRun['lost']} losses of input`;
  const options = Object.entries(making).map(([name, value]) => `${name} ${String(value).slice(0, 12)}`);
  const rows = [
    visible(folder),
    run,
    `${(bytes / 2 ** 20).toFixed(1)} MiB`,
    `made with ${options.join(', ')}`,
  ];
  if (resumable > 0) rows.push(`${resumable} files read by a run that is not complete`);
  return rows.map((row) => `${row}\n`).join('');
}

async function check(opened: ArchiveState, isJson: boolean): Promise<number> {
  const { faults, left } = checkState(opened);
  const status = faults.length === 0 ? 'ok' : 'damaged';
  const remedy = faults.length === 0 ? undefined : REMEDY;
  if (isJson)
    await print(`${JSON.stringify({ folder: opened.folder, status, faults, left, remedy }, undefined, 2)}\n`);
  else
    await print(
      [
        ...faults.map(visible),
        `${visible(opened.folder)}: ${status}`,
        ...(remedy === undefined ? [] : [`to repair: ${remedy}`]),
      ]
        .map((row) => `${row}\n`)
        .join(''),
    );
  return faults.length === 0 ? 0 : STATE_DAMAGED;
}

async function print(text: string): Promise<void> {
  await writeStream(process.stdout, [text]);
}
