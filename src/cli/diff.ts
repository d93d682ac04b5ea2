/** `dedupe diff OLD NEW`: what became of the groups between two saved reports. Owns reading both; must not compare them. */
import { UsageError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import { compareReports, DIFF_FORMATS, renderDiff } from '../report/index.ts';
import { TOOL } from '../run/tool.ts';
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';
import { GATE_TRIPPED } from './exit-codes.ts';
import type { People } from './people.ts';
import { openSavedReport } from './saved/saved-report.ts';
import { scoped } from './scope.ts';
import type { Watch } from './watch.ts';

export async function diff(request: Request, watch: Watch): Promise<number> {
  const [oldPath, newPath, ...more] = request.operands;
  if (oldPath === undefined || newPath === undefined || more.length > 0) {
    throw new UsageError('diff takes two saved reports, the older one first; one of them may be -');
  }
  if (oldPath === '-' && newPath === '-') throw new UsageError('only one of the two reports can be -');
  const outputs = await openOutputs(request, { what: 'what changed', formats: DIFF_FORMATS });
  return await scoped(async (keep) => {
    const old = keep(await openSavedReport(oldPath, process.stdin));
    const now = keep(await openSavedReport(newPath, process.stdin));
    tellOptions(old.report, now.report, watch);
    const changes = compareReports(old.report, now.report, TOOL);
    await outputs.write((format, options) => renderDiff(changes, format, options), watch);
    return changes.changes.length >= request.failFrom ? GATE_TRIPPED : 0;
  });
}

/** Groups may differ because articles do, or because they were looked for otherwise: the reader should know. */
function tellOptions(old: Report, now: Report, people: People): void {
  const names = [...new Set([...Object.keys(old.run.options), ...Object.keys(now.run.options)])];
  const differing = names
    .filter((name) => old.run.options[name] !== now.run.options[name])
    .map((name) => `${name} ${optionText(old.run.options[name])} -> ${optionText(now.run.options[name])}`);
  if (old.run.engine !== now.run.engine) differing.push(`engine ${old.run.engine} -> ${now.run.engine}`);
  if (differing.length > 0) people.notice(`the reports were not made alike: ${differing.join(', ')}`);
}

/** Of rules, decisions and models the digest is known: its beginning tells two of them apart. */
function optionText(value: string | number | boolean | undefined): string {
  const text = String(value ?? 'unset');
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}
