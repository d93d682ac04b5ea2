/** `dedupe report FILE`: a saved report in another form. Owns reading and writing it; must not change what it says. */
import { UsageError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import { orderSaved } from '../report/index.ts';
import type { Request } from './arguments.ts';
import { openEmit } from './emit.ts';
import { openSavedReport, type SavedReport } from './saved/saved-report.ts';
import { isSaid } from './settings.ts';
import type { Watch } from './watch.ts';

export async function report(request: Request, watch: Watch): Promise<number> {
  const [path, ...more] = request.operands;
  if (path === undefined || more.length > 0) {
    throw new UsageError('report takes one saved report: a file that "dedupe ... -o FILE" wrote, or -');
  }
  const write = await openEmit(request, true);
  const saved = await openSavedReport(path, process.stdin);
  try {
    const isOrdered = isSaid(request.settings, '--sort');
    await write({ report: isOrdered ? inOrder(saved, request.sort) : saved.report }, watch);
    if (request.emit === 'pairs' && request.text)
      watch.notice(
        'a saved report has no words of the texts: passages are places only; the scan writes the words',
      );
    return 0;
  } finally {
    saved.close();
  }
}

/** The groups stay in the file; only their order is known. */
function inOrder({ report, groupAt }: SavedReport, sort: Request['sort']): Report {
  const { sort: _before, ...options } = report.run.options;
  const positions = orderSaved(report, sort);
  return {
    ...report,
    run: { ...report.run, options: sort === 'path' ? options : { ...options, sort } },
    groups: {
      length: positions.length,
      *[Symbol.iterator]() {
        for (const position of positions) yield groupAt(position);
      },
    },
  };
}
