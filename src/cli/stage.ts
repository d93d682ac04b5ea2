/**
 * `dedupe stage <name>`: rows from standard input to rows on standard output. Owns the streams and the exit code; must not
 * know what a row means.
 */

import { bufferOf } from '../lib/buffer-of.ts';
import { sha256 } from '../lib/digest.ts';
import { UsageError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { safeJson } from '../lib/visible.ts';
import { ENGINE } from '../model/engine.ts';
import { SKIPPING_CODES } from '../model/issue.ts';
import { type IssueRow, STAGE_NAMES, type StageName, type WrittenRow } from '../model/stage.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import { runStage, type StageContext } from '../stage/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { INPUT_SKIPPED } from './exit-codes.ts';
import { writeStream } from './output.ts';
import type { ReadyRequest } from './ready.ts';
import type { Watch } from './watch.ts';

export async function stage(request: ReadyRequest, watch: Watch): Promise<number> {
  const name = await nameOf(request.operands);
  let lost = 0;
  const count = (row: WrittenRow): void => {
    if (row.type === 'issue' && SKIPPING_CODES.has((row as IssueRow).code)) lost++;
  };
  const rows = name === 'limits' ? [] : linesOf(process.stdin);
  await writeStream(process.stdout, written(runStage(name, rows, contextOf(request)), count));
  if (lost === 0) return 0;
  watch.notice(
    `${counted(lost, 'row or record was', 'rows or records were')} left out; see the rows of type "issue"`,
  );
  return request.allowPartial ? 0 : INPUT_SKIPPED;
}

async function nameOf(operands: readonly string[]): Promise<StageName> {
  const [word = '', ...more] = operands;
  const name = STAGE_NAMES.find((known) => known === word);
  if (name !== undefined && more.length === 0) return name;
  const meant = word === '' ? '' : await didYouMean(word, STAGE_NAMES);
  throw new UsageError(
    `dedupe stage takes one of ${STAGE_NAMES.join(', ')}, not "${operands.join(' ')}"${meant}`,
  );
}

/** The same on every machine of a run. */
export function contextOf(request: ReadyRequest): StageContext {
  const { stdin: _stdin, ...fileRequest } = request;
  const run = { options: manifestOptions(request), engine: ENGINE };
  return {
    options: request.match,
    knowledge: knowledgeOf(request.knowledge),
    request: fileRequest,
    tool: TOOL,
    run,
    made: `${TOOL.version}-${ENGINE}-${sha256(JSON.stringify(run)).slice(0, 8)}`,
  };
}

async function* written(
  rows: AsyncIterable<WrittenRow>,
  count: (row: WrittenRow) => void,
): AsyncIterable<string> {
  for await (const row of rows) {
    count(row);
    yield `${safeJson(row)}\n`;
  }
}

const LINE_FEED = 0x0a;

/** Lines without their ends; by line feeds alone, as other line ends may stand inside strings. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let open: Buffer[] = [];
  for await (const chunk of stream) {
    const bytes = bufferOf(chunk);
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      open.push(bytes.subarray(from, end));
      yield textOf(open);
      open = [];
      from = end + 1;
    }
    if (from < bytes.length) open.push(bytes.subarray(from));
  }
  if (open.length > 0) yield textOf(open);
}

function textOf(pieces: readonly Buffer[]): string {
  const [only] = pieces;
  return only !== undefined && pieces.length === 1
    ? only.toString('utf8')
    : Buffer.concat(pieces).toString('utf8');
}
