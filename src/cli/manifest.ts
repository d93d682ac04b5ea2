/** What a result depends on, for `run` of the report: options that change it, and the version of the rules. */
import { ENGINE } from '../dedupe.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { Request } from './arguments.ts';

/** Options that change a result; --jobs, formats and places do not, and are left out. */
export function manifestOptions(request: Request): Readonly<Record<string, string | number | boolean>> {
  const map = Object.entries(request.map)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([field, name]) => `${field}=${name}`)
    .join(',');
  return {
    ...request.match,
    maxRecordBytes: request.maxRecordBytes,
    ...(map === '' ? {} : { map }),
    ...(request.include.length === 0
      ? {}
      : { include: [...request.include].sort(compareCodeUnits).join(' ') }),
    ...(request.exclude.length === 0
      ? {}
      : { exclude: [...request.exclude].sort(compareCodeUnits).join(' ') }),
    ...(request.follow ? { follow: true } : {}),
  };
}

export function engine(): string {
  return ENGINE;
}
