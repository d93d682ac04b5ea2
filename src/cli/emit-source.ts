/** What stands behind the report of a scan: texts and records of its articles. Must not render or write anything. */
import type { Report } from '../model/report.ts';
import type { EmitSource } from '../report/index.ts';
import type { Collected } from '../run/collect.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { passagesByText } from './aligned.ts';
import { contentsOf } from './contents.ts';
import { writesRecords } from './emit.ts';
import type { ReadyRequest } from './ready.ts';
import type { Shown } from './scan-state.ts';

export interface ScanSource {
  readonly source: EmitSource;
  /** Records that had changed since they were read, as far as they were asked for. */
  readonly changed: () => number;
}

export function sourceOf(
  report: Report,
  request: ReadyRequest,
  collected: Collected,
  shown: Shown,
): ScanSource {
  const nothing = (): number => 0;
  if (writesRecords(request)) {
    const { read, changed } = contentsOf(collected, report, request.stdin, shown.listed);
    return { source: { report, contents: read }, changed };
  }
  if (request.emit !== 'pairs' || !request.text) return { source: { report }, changed: nothing };
  const passagesOf = passagesByText(collected, shown, knowledgeOf(request.knowledge));
  return { source: { report, passagesOf }, changed: nothing };
}
