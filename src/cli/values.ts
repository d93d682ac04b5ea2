/** Values of flags: sizes, times, whole numbers, field maps. Every error says which flag, what was found, what it takes. */
import { UsageError } from '../lib/errors.ts';
import { FIELDS } from '../model/record-fields.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** Bytes: a whole number with an optional K, M or G (powers of 1024). */
export function parseSize(flag: string, value: string): number {
  const match = /^(\d{1,12})([KMG]?)i?B?$/i.exec(value);
  const bytes = Number(match?.[1]) * (UNITS[(match?.[2] ?? '').toUpperCase()] ?? 1);
  if (match === null || !Number.isSafeInteger(bytes) || bytes === 0) {
    throw new UsageError(`${flag} takes a size such as 500K, 64M or 2G, not "${value}"`);
  }
  return bytes;
}

/** Bytes as `parseSize` reads them: in whole M, rounded up; exact where they are fewer than one. */
export function sizeText(bytes: number): string {
  if (bytes >= UNITS['M']!) return `${Math.ceil(bytes / UNITS['M']!)}M`;
  return bytes % UNITS['K']! === 0 ? `${bytes / UNITS['K']!}K` : String(bytes);
}

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds: a whole number with an optional s, m, h or d. */
export function parseDuration(flag: string, value: string): number {
  const match = /^(\d{1,7})([smhd]?)$/.exec(value);
  if (match === null) throw new UsageError(`${flag} takes a time such as 90s, 10m or 2h, not "${value}"`);
  return Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 1);
}

/** A whole number from 0 to `most`. */
export function parseWhole(flag: string, value: string, most = 999_999_999): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
    throw new UsageError(`${flag} takes a whole number from 0 to ${most}, not "${value}"`);
  }
  return Number(value);
}

/** A whole number from 1. */
export function parseCount(flag: string, value: string): number {
  const count = parseWhole(flag, value);
  if (count === 0) throw new UsageError(`${flag} takes a whole number from 1, not "${value}"`);
  return count;
}

/** `text=body,id=uid` as a map from our field names to the names in the records. */
export function parseMap(value: string): Readonly<Record<string, string>> {
  const pairs = value.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    const field = pair.slice(0, at).trim();
    const name = pair.slice(at + 1).trim();
    if (at < 1 || name === '' || !FIELDS.some((known) => known === field)) {
      throw new UsageError(
        `--map takes ${FIELDS.join(', ')} as field=name, separated by commas; found "${pair}"`,
      );
    }
    return [field, name];
  });
  return Object.fromEntries(pairs);
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7 };

/** Days: `30d`, `2w`. */
export function parseDays(flag: string, value: string): number {
  const match = /^(\d{1,6})([dw])$/.exec(value);
  if (match === null) throw new UsageError(`${flag} takes days or weeks, such as 30d or 2w, not "${value}"`);
  return Number(match[1]) * (DAYS[match[2] ?? 'd'] ?? 1);
}

/** `en,pt-BR` as BCP 47 tags, each once. */
export function parseLanguages(flag: string, value: string): readonly string[] {
  const tags = value.split(',').map((tag) => tag.trim());
  const odd = tags.find((tag) => !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag));
  if (odd !== undefined)
    throw new UsageError(
      `${flag} takes languages such as en or en,pt-BR, separated by commas; found "${odd}"`,
    );
  return [...new Set(tags)];
}
