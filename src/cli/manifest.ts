/** What a result depends on, for `run` of the report: the options that change it. */
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
