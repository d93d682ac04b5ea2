/** Texts that share their wording and are two stories: issues of a series, background under other news. */
import { describe, expect, it } from 'vitest';
import { type Heading, judgeNear, type NearText, readNearText } from '../../../src/match/near/index.ts';

interface Told {
  readonly title: string;
  readonly text: string;
  readonly days?: readonly string[];
  readonly titleDays?: readonly string[];
  readonly source?: string;
}

const OPTIONS = { threshold: 'balanced' } as const;

function near({ title, text, days = [], titleDays = [], source = 'Post' }: Told): NearText {
  const heading: Heading = { title, source, textDays: () => days, titleDays: () => titleDays };
  return readNearText(`${title}\n${text}`, heading);
}

/** Both ways round. */
function check(a: Told, b: Told, expected: 'near' | 'contained' | RegExp): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { relation, evidence, signals } = judgeNear(near(one), near(other), OPTIONS);
    if (typeof expected === 'string') expect([relation, evidence.against]).toEqual([expected, undefined]);
    else {
      expect([relation, evidence.against?.[0]]).toEqual([undefined, expect.stringMatching(expected)]);
      expect(signals.at(-1)?.contribution).toBe(-10);
    }
  }
}

const LOG = (day: string, age: number): string =>
  `Officers in Orrin answered 14 calls between 6 p.m. on ${day} and 6 a.m. the next morning, the sheriff said. A driver of ${age} years was stopped on the road to the lake and cited for speeding. Two noise complaints were settled without a report. All persons named in the log are presumed innocent until proven guilty in court.`;
const SERIES = /issues of a series/;

describe('issues of a series', () => {
  const third = {
    title: 'Police log, Sept. 3',
    text: LOG('Sept. 3', 34),
    days: ['09-03'],
    titleDays: ['09-03'],
  };
  const tenth = {
    title: 'Police log, Sept. 10',
    text: LOG('Sept. 10', 41),
    days: ['09-10'],
    titleDays: ['09-10'],
  };

  it('name other days', () => check(third, tenth, SERIES));
  it('whatever their sources', () => check(third, { ...tenth, source: 'Courier' }, SERIES));
  it('unless the text of one names the day of the other', () =>
    check(third, { ...tenth, days: ['09-10', '09-03'] }, 'near'));
  it('are not told by a figure', () =>
    check(
      { title: 'Storm: 34 hurt', text: LOG('Monday', 34) },
      { title: 'Storm: 41 hurt', text: LOG('Monday', 41) },
      'near',
    ));

  const roads = (day: string, hour: string, metres: string): Told => ({
    title: `県道18号 ${day}夜間に通行止め`,
    text: `県道路事務所は、県道18号の汐見橋と北浜交差点の間を${day}午後${hour}時から翌日午前5時まで全面通行止めにする。${metres}メートルの舗装工事のため。期間中は市道大浜線を迂回路とし、雨天の場合は翌日に順延する。`,
  });
  it('name other days without a month', () =>
    check(roads('16日', '9', '120'), roads('9日', '10', '340'), SERIES));
  it('of which the longer number is no end', () =>
    check(
      roads('16日', '9', '120'),
      { ...roads('6日', '9', '120'), text: roads('16日', '9', '120').text },
      'near',
    ));

  const farewell = (name: string, born: number, work: string): Told => ({
    title: `Wir nehmen Abschied von ${name} Lüttmann`,
    text: `${name} Lüttmann, geboren ${born} in Altenbrück, ist im Kreis der Familie friedlich eingeschlafen. Viele Jahre war ${name} ${work} in der Feldstraße. Die Trauerfeier findet am Freitag um 11 Uhr in der Kapelle des Waldfriedhofs statt. Von Blumen bitten wir abzusehen.`,
  });
  const gerda = farewell('Gerda', 1938, 'Schneiderin');
  const heinz = farewell('Heinz', 1935, 'Schlosser');
  it('of one source name somebody else', () => check(gerda, heinz, SERIES));
  it('but not of two, which may name one another way', () =>
    check(gerda, { ...heinz, source: 'Courier' }, 'near'));
  it('nor where nothing else was replaced', () =>
    check(gerda, farewell('Heinz', 1938, 'Schneiderin'), 'near'));
});

const BACKGROUND =
  'Kestrel stores and moves chilled food for more than 900 producers in eleven countries. Founded in 1974 as a family dairy depot in Tarn Bridge, it now runs 38 warehouses with a capacity of two million pallets. The company employs 6,400 people and its shares are listed on the exchange. This release may contain statements about the future, and actual results may differ from those expected.';
const OPENING =
  'Kestrel today opened an automatic freezer hall in Varna with room for many thousand crates. The mayor cut a ribbon of ice.';
const FINANCE =
  'Kestrel has appointed Anton Weiss as chief of finance from July onwards. He succeeds Dana Poole, who retires after sixteen busy years.';

describe('news above shared background', () => {
  const told = (title: string, text: string): Told => ({ title, text });
  it('of which the other knows nothing', () =>
    check(
      told('Freezer hall opens in Varna', `${OPENING}\n${BACKGROUND}`),
      told('New chief of finance', `${FINANCE}\n${BACKGROUND}`),
      /background or a notice/,
    ));
  it('above what one begins with', () =>
    check(told('Kestrel', BACKGROUND), told('New chief of finance', `${FINANCE}\n${BACKGROUND}`), 'near'));
  it('of which one has no title', () =>
    check(
      told('', `${OPENING}\n${BACKGROUND}`),
      told('New chief of finance', `${FINANCE}\n${BACKGROUND}`),
      'near',
    ));
  it('of two papers on one day', () =>
    check(
      { ...told('Freezer hall opens in Varna', `${OPENING}\n${BACKGROUND}`), source: 'Courier' },
      told('New chief of finance', `${FINANCE}\n${BACKGROUND}`),
      'near',
    ));
  it('in another place of the other text', () =>
    check(
      told('Freezer hall opens in Varna', `${OPENING}\n${BACKGROUND}\n${FINANCE}`),
      told('New chief of finance', `${FINANCE}\n${BACKGROUND}\n${OPENING}`),
      'near',
    ));
  it('that is no longer than a headline', () =>
    check(
      told('Freezer hall opens in Varna', BACKGROUND),
      told('New chief of finance for the firm', BACKGROUND),
      'near',
    ));
});
