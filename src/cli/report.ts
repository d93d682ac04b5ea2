/** `dedupe report FILE`: a saved report in another format. Owns reading and writing it; must not change what it says. */
import { UsageError } from '../lib/errors.ts';
import { FORMATS, renderReport } from '../report/index.ts';
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';
import { openSavedReport } from './saved/saved-report.ts';
import type { Watch } from './watch.ts';

export async function report(request: Request, watch: Watch): Promise<number> {
  const [path, ...more] = request.operands;
  if (path === undefined || more.length > 0) {
    throw new UsageError('report takes one saved report: a file that "dedupe ... -o FILE" wrote, or -');
  }
  const outputs = await openOutputs(request, { what: 'a report', formats: FORMATS });
  const saved = await openSavedReport(path, process.stdin);
  try {
    await outputs.write((format, options) => renderReport(saved.report, format, options), watch);
    return 0;
  } finally {
    saved.close();
  }
}
