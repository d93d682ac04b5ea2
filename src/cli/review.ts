/**
 * `dedupe review REPORT`: people decide group by group, and the next scan takes their decisions. Owns opening and closing
 * all that takes part, and the words at the end; must not decide anything.
 */

import { realpathSync } from 'node:fs';
import { UsageError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { ReviewSession } from '../report/index.ts';
import type { Request } from './arguments.ts';
import { wantsColour } from './destinations.ts';
import { writeStream } from './output.ts';
import type { People } from './people.ts';
import { DecisionsFile } from './review/decisions-file.ts';
import { reviewGroups } from './review/groups.ts';
import { openKeyboard } from './review/keyboard.ts';
import { converse, type Ending } from './review/loop.ts';
import { readTexts } from './review/texts.ts';
import { openSavedReport } from './saved/saved-report.ts';
import { isSaid } from './settings.ts';
import type { Watch } from './watch.ts';

const INTERRUPTED = 130;

export async function review(request: Request, watch: Watch): Promise<number> {
  const [path, ...more] = request.operands;
  if (path === undefined || more.length > 0) {
    throw new UsageError('review takes one saved report: a file that "dedupe ... -o FILE" wrote');
  }
  if (path === '-')
    throw new UsageError('review reads keys from standard input; name the file of the report');
  const decisionsPath = decisionsPathOf(request, path);
  const saved = await openSavedReport(path, process.stdin);
  const file = new DecisionsFile(decisionsPath);
  try {
    const { groups, articles, held, unknown } = reviewGroups(saved.report, file.decisions, orderOf(request));
    if (file.cut > 0) watch.notice(`the last line of ${decisionsPath} was cut; it goes with the next answer`);
    if (unknown > 0) {
      watch.notice(`${decisionsPath} holds decisions on ${counted(unknown, 'other article')}`);
    }
    const session = new ReviewSession(groups, held, () => file.now());
    const keyboard = openKeyboard(process.stdin);
    let ending: Ending;
    try {
      ending = await converse({
        session,
        keys: keyboard.keys,
        count: groups.length,
        groupAt: saved.groupAt,
        articles,
        textsOf: (ids) => readTexts(ids.flatMap((id) => articles.get(id) ?? [])),
        keep: (decisions) => file.add(request.by === undefined ? decisions : signed(decisions, request.by)),
        write: (text) => writeStream(process.stdout, [text]),
        screen: { colour: wantsColour(request), width: Math.max(40, process.stdout.columns ?? 100) },
      });
    } finally {
      keyboard.close();
    }
    tellEnd(session, ending, groups.length, decisionsPath, watch);
    return ending === 'interrupted' ? INTERRUPTED : 0;
  } finally {
    file.close();
    saved.close();
  }
}

/** The order of a report says nothing about what is worth looking at: it must be asked for. */
function orderOf({ limit, sort, settings }: Request): Parameters<typeof reviewGroups>[2] {
  return { ...(limit === undefined ? {} : { limit }), ...(isSaid(settings, '--sort') ? { sort } : {}) };
}

function signed<T extends object>(decisions: readonly T[], by: string): readonly T[] {
  return decisions.map((decision) => ({ ...decision, by }));
}

/** Beside the report, where no other file was named. */
function decisionsPathOf({ decisions }: Request, report: string): string {
  const [named, ...more] = decisions;
  if (more.length > 0) throw new UsageError('review writes one decisions file; name --decisions once');
  const path = named ?? `${report.replace(/(\.(json|ndjson|jsonl))?(\.gz)?$/, '')}.decisions.ndjson`;
  if (realPath(path) === realPath(report)) throw new UsageError(`--decisions ${path} is the report itself`);
  return path;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** What a shell takes as one plain word. */
const PLAIN_WORD = /^[\w./:@%+-]+$/;

function tellEnd(session: ReviewSession, ending: Ending, count: number, path: string, people: People): void {
  const { answered, skipped, open } = session;
  const counts = `${counted(answered, 'answer')}, ${skipped} skipped, ${open} of ${counted(count, 'group')} open`;
  const how = ending === 'all' ? 'reviewed to the end' : ending;
  people.notice(`${how}: ${counts}`);
  if (answered === 0 && count === open) return;
  const word = PLAIN_WORD.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  people.notice(`decisions are in ${path}; the next scan takes them: dedupe ARCHIVE --decisions ${word}`);
}
