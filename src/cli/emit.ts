/**
 * What a scan writes: its report or another view of it, to standard output and files. Owns which flags go together; must
 * not render anything.
 */
import { UsageError } from '../lib/errors.ts';
import type { Emit } from '../model/emit.ts';
import type { Report } from '../model/report.ts';
import {
  EMIT_FORMATS,
  type EmitSource,
  type Format,
  renderEmit,
  renderSummary,
  SUMMARY_FORMATS,
  type SummaryFormat,
  withoutText,
} from '../report/index.ts';
import type { Collected } from '../run/collect.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { passagesByText } from './aligned.ts';
import type { Request } from './arguments.ts';
import { type Contents, contentsOf } from './contents.ts';
import { openOutputs } from './destinations.ts';
import type { ReadyRequest } from './ready.ts';
import type { Shown } from './scan-state.ts';
import type { Watch } from './watch.ts';

/** Writes a report to all outputs; the number of records that had changed since they were read. */
export type WriteReport = (
  report: Report,
  collected: Collected,
  shown: Shown,
  /** Standard input from its start, where records come from it. */
  stdin: ReadyRequest['stdin'],
  watch: Watch,
) => Promise<number>;

const WHAT: Readonly<Record<Emit, string>> = {
  groups: 'groups',
  pairs: 'pairs',
  articles: 'articles',
  uniques: 'the articles to keep',
};

/** Whether records are written as they stood in the input. */
export function writesRecords({ emit, text }: Request): boolean {
  return text && (emit === 'articles' || emit === 'uniques');
}

/** Throws `UsageError` before anything is read. */
export async function openEmit(request: ReadyRequest): Promise<WriteReport> {
  refuseContradictions(request);
  const { emit, keep, text, summary } = request;
  const formats = EMIT_FORMATS[emit].filter((format) => text || format !== 'paths0');
  const outputs = await openOutputs<Format>(request, {
    what: text ? WHAT[emit] : `${WHAT[emit]} without text`,
    formats,
    ...(summary ? { onStdout: { what: 'a summary', formats: SUMMARY_FORMATS } } : {}),
  });
  return async (found, collected, shown, stdin, watch) => {
    const report = text ? found : withoutText(found);
    const contents = writesRecords(request) ? contentsOf(collected, report, stdin, shown.listed) : undefined;
    const source: EmitSource = { report, ...behind(request, collected, shown, contents) };
    await outputs.write(
      (format, options) => renderEmit(source, emit, format, { ...options, keep }),
      watch,
      (format, options) =>
        summary
          ? renderSummary(report, format as SummaryFormat, options)
          : renderEmit(source, emit, format, { ...options, keep }),
    );
    return contents?.changed() ?? 0;
  };
}

function behind(
  request: ReadyRequest,
  collected: Collected,
  shown: Shown,
  contents: Contents | undefined,
): Omit<EmitSource, 'report'> {
  if (contents !== undefined) return { contents: contents.read };
  if (request.emit !== 'pairs' || !request.text) return {};
  return { passagesOf: passagesByText(collected, shown, knowledgeOf(request.knowledge)) };
}

function refuseContradictions({ emit, keep, sort, limit, summary, outputs, format }: Request): void {
  if (keep !== 'one' && emit !== 'articles' && emit !== 'uniques')
    throw new UsageError(
      `--keep ${keep} asks which articles are kept: it needs --emit uniques (or articles)`,
    );
  if (sort !== 'path' && (emit === 'articles' || emit === 'uniques'))
    throw new UsageError(`--sort ${sort} orders groups; ${emit} come in the order of the input`);
  if (summary && limit !== undefined)
    throw new UsageError('--summary and --limit both say what standard output shows; leave one out');
  if (summary && emit !== 'groups')
    throw new UsageError(
      `--summary writes the counts of a run, --emit ${emit} writes ${emit}; leave one out`,
    );
  if (limit !== undefined && outputs.length > 0 && format === 'auto')
    throw new UsageError(
      '--limit is for standard output, files are complete; add --format, or leave out --limit',
    );
}
