/**
 * The time of day and its zone in a written date. Owns the forms of clocks and the zones that mean one thing; a zone
 * that may mean several (IST, BST, ET) is known, but says nothing. Takes what it read out of the text.
 */

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of Greenwich, where a zone was given that means one thing. */
  readonly zone?: number;
  /** Whether the hour may be of either half of the day, as a word beside it says. */
  readonly isHalf: boolean;
  /** `a` or `p` where it stands right beside the time. */
  readonly half?: 'a' | 'p';
}

export interface ClockFound {
  readonly clock?: Clock;
  /** The date without it. */
  readonly rest: string;
}

const FORMS: readonly RegExp[] = [
  // 15:04, 15:04:05.123
  /(?<![\d:./-])(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?(?![\d:])/u,
  // 15時4分, 15点04分, 15시 4분
  /(?<!\d)(?<hour>\d{1,2}) ?[時时點点시](?: ?(?<minute>\d{1,2}) ?[分분])?(?: ?(?<second>\d{1,2}) ?[秒초])?/u,
  // 15h04, 15 h, 15h04min
  /(?<!\d)(?<hour>\d{1,2}) ?h(?: ?(?<minute>\d{2}))?(?: ?min)?(?![\p{L}\d])/u,
  // kl. 15.04, um 15.04
  /(?<=(?:kl|klo|kell|um|ob|ore|alle|pukul|jam|godz)\.? )(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d.])/u,
  // 15.04 Uhr, 15.04 WIB, 15.04 GMT
  /(?<![\d.])(?<hour>\d{1,2})\.(?<minute>\d{2})(?= (?:uhr|น|wib|wita|wit|gmt|utc|bst|cet|cest|mez|mesz|e[sd]t|p[sd]t|aest|aedt|nzst|nzdt)(?![\p{L}\d]))/u,
  // 3 p.m.
  /(?<![\d:./-])(?<hour>\d{1,2})(?= ?[ap]\.? ?m(?![\p{L}]))/u,
];

const HALF = /^ ?(?<half>[ap])\.? ?m(?![\p{L}])\.?/u;
const HOURS = /^ ?(?:hours|hrs|uhr|น)(?![\p{L}\p{M}])\.?/u;
const OFFSET =
  /^ ?,? ?\(?(?:gmt|utc|ut|z)? ?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)\)?/u;
const NAME = /^ ?,? ?\(?(?<name>z|[a-z]{2,5})(?![\p{L}\d.])\)?/u;
/** What a program says of a zone behind its offset. */
const COMMENT = /^ ?\([a-z][a-z .]{1,45}\)/u;

/** Minutes east of Greenwich; RFC 2822, and zones of one meaning. Undefined: known, but of several. */
const ZONES: Readonly<Record<string, number | undefined>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cest: 120,
  mesz: 120,
  eest: 180,
  jst: 540,
  kst: 540,
  wib: 420,
  hkt: 480,
  sgt: 480,
  sast: 120,
  aedt: 660,
  nzdt: 780,
  et: undefined,
  ct: undefined,
  mt: undefined,
  pt: undefined,
  ist: undefined,
  bst: undefined,
  cet: undefined,
  mez: undefined,
  eet: undefined,
  wet: undefined,
  west: undefined,
  msk: undefined,
  aest: undefined,
  nzst: undefined,
  wit: undefined,
  wita: undefined,
  wat: undefined,
  cat: undefined,
  eat: undefined,
  pkt: undefined,
  akdt: undefined,
  hst: undefined,
  brt: undefined,
  art: undefined,
};

export function takeClock(text: string): ClockFound {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match?.groups === undefined) continue;
    const { hour, minute, second } = match.groups;
    const before = text.slice(0, match.index);
    let rest = text.slice(match.index + match[0].length);
    const half = HALF.exec(rest)?.groups?.['half'] as 'a' | 'p' | undefined;
    if (half !== undefined) rest = rest.replace(HALF, '');
    rest = rest.replace(HOURS, '');
    const zone = takeZone(rest);
    const time = {
      hour: Number(hour),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      isHalf: half !== undefined,
    };
    const clock = { ...time, ...(half === undefined ? {} : { half }), ...zone.found };
    return { clock, rest: `${before} ; ${zone.rest}` };
  }
  return { rest: text };
}

function takeZone(text: string): { readonly found: { readonly zone?: number }; readonly rest: string } {
  const offset = OFFSET.exec(text);
  if (offset?.groups !== undefined) {
    const { sign, hours, minutes } = offset.groups;
    const size = 60 * Number(hours) + Number(minutes ?? 0);
    const rest = text.slice(offset[0].length);
    // -0500 with four digits has its minutes in them; +530 has not.
    if (Number(hours) > 14 || Number(minutes ?? 0) > 59) return { found: { zone: Number.NaN }, rest };
    return { found: { zone: sign === '-' ? -size : size }, rest: rest.replace(COMMENT, '') };
  }
  const name = NAME.exec(text);
  const label = name?.groups?.['name'] ?? '';
  if (name === null || !Object.hasOwn(ZONES, label)) return { found: {}, rest: text };
  const zone = ZONES[label];
  return { found: zone === undefined ? {} : { zone }, rest: text.slice(name[0].length).replace(COMMENT, '') };
}

/** Whether the time exists; `isAfternoon` where a word of the date says so. 60 is a leap second. */
export function isTime({ hour, minute, second, isHalf, zone }: Clock): boolean {
  if (Number.isNaN(zone) || minute > 59 || second > 60) return false;
  return isHalf ? hour >= 1 && hour <= 12 : hour <= 23 || (hour === 24 && minute === 0 && second === 0);
}
