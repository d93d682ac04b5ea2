/** Dates as machines write them: ISO 8601 in all its forms, numbers without signs, seconds since 1970. */
import { type Day, dayOf, daysOf, gregorian, ofIsoWeek } from '../../lib/calendar.ts';

export interface IsoFound {
  readonly day: Day;
  /** The time and the zone behind it, if any. */
  readonly rest: string;
}

export const DAY_SECONDS = 86_400;
/** 1990 and 2100: numbers outside are ids, telephone numbers, anything. */
const FIRST_SECOND = 631_152_000;
const LAST_SECOND = 4_102_444_800;

/** An instant in seconds since 1970, as numbers of nine and ten digits (seconds) or twelve and thirteen (milliseconds) say. */
export function epochSeconds(text: string): number | undefined {
  const match = /^(\d{9,13})(?:\.\d{1,9})?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  const seconds = match[1]!.length >= 12 ? Math.floor(value / 1000) : value;
  return seconds >= FIRST_SECOND && seconds < LAST_SECOND ? seconds : undefined;
}

/** 20180802, 201808021504, 20180802150405, each with T and a zone or without. */
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:t? ?(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})? ?(z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)?)?$/;
const WEEK = /^(\d{4})-?w(\d{2})-?([1-7])(?=$|t)(.*)$/;
const ORDINAL = /^(\d{4})-(\d{3})(?=$|t)(.*)$/;
const PLAIN = /^(\d{4})([-/:.])(\d{1,2})\2(\d{1,2})(?=$|[t ])t?(.*)$/;

export function isoDay(text: string): IsoFound | undefined {
  return compact(text) ?? plain(text) ?? week(text) ?? ordinal(text);
}

function compact(text: string): IsoFound | undefined {
  const match = COMPACT.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = match;
  const found = gregorian(Number(year), Number(month), Number(day));
  const rest = hour === undefined ? '' : `${hour}:${minute}:${second ?? '00'} ${zone}`;
  return found === undefined ? undefined : { day: found, rest };
}

function plain(text: string): IsoFound | undefined {
  const match = PLAIN.exec(text);
  if (match === null) return undefined;
  const found = gregorian(Number(match[1]), Number(match[3]), Number(match[4]));
  return found === undefined ? undefined : { day: found, rest: match[5] ?? '' };
}

function week(text: string): IsoFound | undefined {
  const match = WEEK.exec(text);
  if (match === null) return undefined;
  const found = ofIsoWeek(Number(match[1]), Number(match[2]), Number(match[3]));
  return found === undefined ? undefined : { day: found, rest: (match[4] ?? '').replace(/^t/, '') };
}

function ordinal(text: string): IsoFound | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const first = gregorian(Number(match[1]), 1, 1);
  if (first === undefined) return undefined;
  const found = dayOf(daysOf(first) + Number(match[2]) - 1);
  const isOfYear = Number(match[2]) >= 1 && found.year === first.year;
  return isOfYear ? { day: found, rest: (match[3] ?? '').replace(/^t/, '') } : undefined;
}

/** RFC 3339 of an instant in UTC. */
export function instantOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
