/** The day at the headline of a page. */
import { describe, expect, it } from 'vitest';
import { publishedDay } from '../../src/features/index.ts';
import type { Block } from '../../src/model/article.ts';

const TEXT = 'Long enough to be a paragraph of the text, in which the 1 May 2020 is the day of an event.';

/** `-` before a line that was dropped, `#` before the title. */
function check(bcp47: string, lines: readonly string[], expected: string | undefined): void {
  const blocks = lines.map((line): Block => {
    const kept = !line.startsWith('-');
    const isTitle = line.startsWith('#');
    const text = kept && !isTitle ? line : line.slice(1);
    const found = { text, start: 0, end: text.length, confidence: 1 };
    if (!kept) return { ...found, kept, role: 'metadata', reason: 'byline' };
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
    ['not in the text', 'en', ['#Ferry', TEXT], undefined],
    ['not without a year', 'en', ['#Ferry', '-3 May', TEXT], undefined],
    ['in English on a page in Telugu', 'te', ['#Ferry', '-Sep 03, 2026 | 06:52 AM', TEXT], '2026-09-03'],
    ['of the calendar of the language', 'fa', ['#Ferry', '-۱۲ خرداد ۱۴۰۵', TEXT], '2026-06-02'],
  ])('%s', (_, bcp47, lines, expected) => {
    check(bcp47, lines, expected);
  });
});
