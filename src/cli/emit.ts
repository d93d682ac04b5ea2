/**
 * What is written of a report: itself or another view of it, to standard output and files. Owns which flags go together; must
 * not render anything.
 */
import { UsageError } from '../lib/errors.ts';
import type { Emit } from '../model/emit.ts';
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
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';
import type { Watch } from './watch.ts';

/** Writes a report to all outputs. */
export type WriteEmit = (source: EmitSource, watch: Watch) => Promise<void>;

const WHAT: Readonly<Record<Emit, string>> = {
  groups: 'groups',
  pairs: 'pairs',
  articles: 'articles',
  uniques: 'the articles to keep',
};

const SAVED_PAIRS =
  'pairs of a saved report, which has no words of the texts (the scan itself writes them; --no-text leaves their cells empty)';

/** Whether records are written as they stood in the input. */
export function writesRecords({ emit, text }: Request): boolean {
  return text && (emit === 'articles' || emit === 'uniques');
}

/** In these the words of both articles are all that a passage is. */
const WORDS_ONLY: readonly Format[] = ['csv', 'tsv'];

/** `isSaved`: the report alone is at hand, without the texts. Throws `UsageError` before anything is read. */
export async function openEmit(request: Request, isSaved = false): Promise<WriteEmit> {
  refuseContradictions(request);
  const { emit, keep, text, summary } = request;
  const lacksWords = isSaved && text && emit === 'pairs';
  const formats = EMIT_FORMATS[emit].filter((format) =>
    lacksWords ? !WORDS_ONLY.includes(format) : text || format !== 'paths0',
  );
  const outputs = await openOutputs<Format>(request, {
    what: lacksWords ? SAVED_PAIRS : text ? WHAT[emit] : `${WHAT[emit]} without text`,
    formats,
    ...(summary ? { onStdout: { what: 'a summary', formats: SUMMARY_FORMATS } } : {}),
  });
  return async (found, watch) => {
    const source: EmitSource = text ? found : { report: withoutText(found.report) };
    const { report } = source;
    await outputs.write(
      (format, options) => renderEmit(source, emit, format, { ...options, keep }),
      watch,
      (format, options) =>
        summary
          ? renderSummary(report, format as SummaryFormat, options)
          : renderEmit(source, emit, format, { ...options, keep }),
    );
  };
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
