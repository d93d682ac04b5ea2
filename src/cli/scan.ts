/** `dedupe [scan]`: input to report. Owns the order of reading, matching and writing; must not judge anything. */
import { ENGINE } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { Report } from '../model/report.ts';
import { buildReport, FORMATS, renderReport } from '../report/index.ts';
import { collect, INPUT_SKIPPED, isSkip } from './collect.ts';
import { openOutputs } from './destinations.ts';
import { manifestOptions } from './manifest.ts';
import { type Matched, match } from './match.ts';
import { createPeople, reportIssues, reportUnknownTypes } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import { TOOL } from './tool.ts';

const GATE_TRIPPED = 10;
export async function scan(request: ReadyRequest): Promise<number> {
  if (request.operands.length === 0) {
    throw new UsageError(
      'no input was named; try: dedupe ./folder (or - for standard input, --help for more)',
    );
  }
  const startedAt = new Date();
  const people = createPeople((text) => process.stderr.write(text), request.quiet);
  const outputs = await openOutputs(request, FORMATS);
  const collected = await collect(request, request.operands, people);
  const { collection, port } = collected;
  let matched: Matched | undefined;
  try {
    matched = await match(collected, request.match);
    const { findings } = matched;
    const issues = [...collected.issues, ...findings.issues];
    const report: Report = buildReport(
      {
        tool: TOOL,
        run: {
          options: manifestOptions(request),
          engine: ENGINE,
          inputDigest: collected.inputDigest,
          ...(request.timestamps ? { startedAt: startedAt.toISOString() } : {}),
        },
        groups: findings.groups,
        related: findings.related,
        issues,
        languages: collection.languages,
      },
      port,
    );
    await outputs.write((format, options) => renderReport(report, format, options));
    reportUnknownTypes(collected.unknownTypes, people);
    reportIssues(issues, isSkip, people);
    if (issues.some(isSkip)) return INPUT_SKIPPED;
    return findings.groups.length >= request.failFrom ? GATE_TRIPPED : 0;
  } finally {
    matched?.close();
    await collected.close();
  }
}
