/** What a result depends on, for `run` of the report: the options that change it. */
import { sha256 } from '../lib/digest.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { ReadyRequest } from './ready.ts';

/** Options that change a result; --jobs, formats and places do not, and are left out. */
export function manifestOptions(request: ReadyRequest): Readonly<Record<string, string | number | boolean>> {
  const map = Object.entries(request.map)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([field, name]) => `${field}=${name}`)
    .join(',');
  const { rules, ...match } = request.match;
  return {
    ...match,
    // Of the rules as they were understood: neither the name of the file nor its layout changes a result.
    ...(rules === undefined ? {} : { rules: sha256(JSON.stringify(rules)) }),
    ...(request.knowledge.digest === undefined ? {} : { model: request.knowledge.digest }),
    maxRecordBytes: request.maxRecordBytes,
    ...(request.records === undefined ? {} : { records: request.records }),
    ...(request.inputFormat === 'auto' ? {} : { inputFormat: request.inputFormat }),
    ...(map === '' ? {} : { map }),
    ...(request.include.length === 0
      ? {}
      : { include: [...request.include].sort(compareCodeUnits).join(' ') }),
    ...(request.exclude.length === 0
      ? {}
      : { exclude: [...request.exclude].sort(compareCodeUnits).join(' ') }),
    ...(request.follow ? { follow: true } : {}),
    ...(request.only === 'all' ? {} : { only: request.only }),
  };
}
