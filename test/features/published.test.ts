/** The day at the headline of a page. */
import { describe, expect, it } from 'vitest';
import { publishedDay } from '../../src/features/index.ts';
import type { Block } from '../../src/model/article.ts';

const TEXT = 'Long enough to be a paragraph of the text, in which the 1 May 2020 is the day of an event.';

/** `-` before a line that was dropped as a byline, `~` as something else, `#` before the title. */
function check(bcp47: string, lines: readonly string[], expected: string | undefined): void {
  const blocks = lines.map((line): Block => {
    const isByline = line.startsWith('-');
    const kept = !isByline && !line.startsWith('~');
    const isTitle = line.startsWith('#');
    const text = kept && !isTitle ? line : line.slice(1);
    const found = { text, start: 0, end: text.length, confidence: 1 };
    if (!kept) return { ...found, kept, role: 'metadata', reason: isByline ? 'byline' : 'improbable' };
    return { ...found, kept, role: isTitle ? 'title' : 'body' };
  });
  expect(publishedDay(blocks, bcp47)).toBe(expected);
}

describe('publishedDay', () => {
  it.each<[what: string, bcp47: string, lines: string[], expected: string | undefined]>([
    ['below the title', 'en', ['#Ferry', '-By Ada | 3 May 2024', TEXT], '2024-05-03'],
    ['on a line that was kept', 'en', ['#Ferry', 'Ada, 3 May 2024', TEXT], '2024-05-03'],
    ['the first of two', 'de', ['#Fähre', '-Aktualisiert: 4. Mai 2024', '-3. Mai 2024', TEXT], '2024-05-03'],
    ['right above the title', 'en', ['-3 May 2024', '#Ferry', TEXT], '2024-05-03'],
    ['rather below than above', 'en', ['-4 May 2024', '#Ferry', '-3 May 2024', TEXT], '2024-05-03'],
    ['not far above the title', 'en', ['-3 May 2024', '-Home', '-Sport', '#Ferry', TEXT], undefined],
    ['above the text where the title is not in it', 'en', ['-3 May 2024', TEXT], '2024-05-03'],
    ['not in the title', 'en', ['#Ferry disaster of 3 March 1997 remembered', TEXT], undefined],
    ['not in a deck', 'en', ['#Ferry', 'A replacement for the boat lost 6 March 1997', TEXT], undefined],
    ['not in short sentences', 'en', ['#Mayor', 'She had led it since 4 May 1999.', TEXT], undefined],
    [
      'not in paragraphs of few signs',
      'zh',
      ['#岛', '旧渡轮于2019年5月3日在暴风雨中沉没，岛议会通过新渡轮计划'],
      undefined,
    ],
    [
      'the first of two on one line',
      'de',
      ['#F', '-Akt.: 04.05.2024, 10:00 | Veröff.: 03.05.2024', TEXT],
      '2024-05-03',
    ],
    ['not of another calendar', 'ar', ['#Ferry', '-1447/12/16', TEXT], undefined],
    ['beside another calendar', 'ar', ['#Ferry', '-16/12/1447 هـ - 2/6/2026 م', TEXT], '2026-06-02'],
    ['in digits of the solar calendar', 'fa', ['#Ferry', '-۱۴۰۵/۰۳/۱۲ - ۱۴:۳۰', TEXT], '2026-06-02'],
    ['not in digits of the Nepali one', 'ne', ['#Ferry', '-२०५८-०२-१९', TEXT], undefined],
    [
      'with a time of day',
      'de',
      ['#F', '~Von Jörg Wellmeyer und dpa | 4. März 2026, 18:20 Uhr', TEXT],
      '2026-03-04',
    ],
    ['below a deck', 'en', ['#Ferry', TEXT, '-By Ada', '3 May 2024', TEXT], '2024-05-03'],
    [
      'not in a caption or a link',
      'en',
      ['#Ferry', TEXT, '~The old pier on 3 May 2024, before the storm', TEXT],
      undefined,
    ],
    ['not in the text', 'en', ['#Ferry', TEXT], undefined],
    ['not without a year', 'en', ['#Ferry', '-3 May', TEXT], undefined],
    ['in English on a page in Telugu', 'te', ['#Ferry', '-Sep 03, 2026 | 06:52 AM', TEXT], '2026-09-03'],
    ['of the calendar of the language', 'fa', ['#Ferry', '-۱۲ خرداد ۱۴۰۵', TEXT], '2026-06-02'],
  ])('%s', (_, bcp47, lines, expected) => {
    check(bcp47, lines, expected);
  });
});
