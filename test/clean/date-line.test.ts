/** Lines that are dates and nothing else, in many languages, and lines that only look so. */
import { describe, expect, it } from 'vitest';
import { createDateTest } from '../../src/clean/date-line.ts';
import { labelForm } from '../../src/clean/label-form.ts';
import { LEXICON } from '../../src/clean/phrases/lexicon.ts';
import { normaliseLabel } from '../../src/lib/normalise.ts';

const { isDate, isDated, holdsDate, mayBeDate } = createDateTest(LEXICON['date-word']);

function check(line: string, expected: boolean): void {
  const label = normaliseLabel(line);
  expect(isDate(label)).toBe(expected);
  if (expected) expect(mayBeDate(labelForm(label))).toBe(true);
}

describe('createDateTest', () => {
  it.each([
    'Monday, 3 May 2024, 14:05',
    'May 3, 2024 at 2:05 PM',
    '3 hours ago',
    'vor 3 Stunden',
    'Freitag, 03. Mai 2024, 14:05 Uhr',
    'Il y a 2 heures',
    'le vendredi 3 mai 2024 à 14 h 05',
    'hace 5 minutos',
    '3 мая 2024 г., 14:05',
    '3 травня 2024 р. о 14:05',
    '2024年5月3日 14:05',
    '2024年5月3日(金) 14時05分',
    '2024년 5월 3일 오후 2:05',
    'thứ sáu, 3 tháng 5, 2024',
    '3 พฤษภาคม 2567 เวลา 14:05 น.',
    '٣ مايو ٢٠٢٤',
    '3. kvetna 2024'.replace('kvetna', 'května'),
    '3 maja 2024',
    '2024-05-03',
    '2024-05-03 14:05:10 +02:00',
    '03/05/2024',
    '03.05.2024, 14:05 Uhr',
  ])('%s is a date', (line) => check(line, true));

  it.each([
    '2024',
    '14:05',
    '3 : 2',
    '6-4 6-3 7-5',
    'Version 1.2.3',
    '192.168.100.101',
    'May',
    'Am Montag',
    '3 May the force be with you',
    'Bayern 3 mai',
    '12 comments',
    '0171 1234567',
    'Three days',
    '',
  ])('%s is none', (line) => check(line, false));

  it.each(['12 comments', 'version 1.2.3', 'three days'])(
    '%s is known to be none by its first word',
    (label) => {
      expect(mayBeDate(labelForm(label))).toBe(false);
    },
  );

  it.each<[line: string, is: boolean]>([
    ['Ada Brand | 3 May 2024', true],
    ['By Ada Brand and Jo Reed 3 May 2024, 14:05', true],
    ['21. apr 2026 o 14:10 Zuzana Bartošová', true],
    ['Lima, 08/06/2026 06:00 a. m.', true],
    ['NguSipho Ndlovu | 9 Juni 2026', true],
    ['Election of 2026', false],
    ['Results of 3 May 2024', false],
    ['What changes on 1 January 2025', false],
    ['5 January 2024: Strike begins', false],
    ['3 March 2024 – Harbour is closed', false],
    ['By Ada Brand, 3 May', false],
    ['The council voted on the new ferry of the island on 3 May 2024', false],
    ['3 May 2024 was the day on which the old ferry sank', false],
  ])('%s: a date beside a few words is %s', (line, is) => {
    expect(isDated(line)).toBe(is);
  });

  it.each<[line: string, is: boolean]>([
    ['Par Ada Brand (à Brest) – Publié le 20 mai 2026 à 08h12', true],
    ['Mette Lind / Sund & Fjord · 18. nov. 2026, 09.15 · Læsetid 2 min.', true],
    ['Írta: Brand Ada, 2026. október 24. 9:15', true],
    ['Ada Brand · 9 a viz Gouere 2026', true],
    ['责任编辑:郭瑞 | 2026年10月21日', true],
    // Without a sign that parts, without a year, without a month, or with more to say.
    ['The fair opens on 5 May 2026 in Leeds', false],
    ['He died on 5 January 2024, aged 87.', false],
    ['The town council, elected on 5 May 2024, had promised a decision', false],
    ['Der Sturm vom 12. März 2023 – und was danach geschah', false],
    ['Ada Brand | 3 May', false],
    ['Ada Brand | 2026', false],
    ['Ada Brand | Vote 2026', false],
    [`${'a '.repeat(14)}| 3 May 2026`, false],
    [`|${' 3 May 2026'.repeat(10_000)}`, false],
    ['', false],
  ])('%s: a date among a few words is %s', (line, is) => {
    expect(holdsDate(line)).toBe(is);
  });
});
