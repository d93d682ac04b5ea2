/** Which lines end in the credit of a picture, or are headed by the label of one; and which sentences only look so. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import { DEFAULT_LOOKUP } from '../../src/clean/lookup.ts';
import { readPage } from '../../src/clean/page.ts';

function phraseOf(line: string): string | undefined {
  return readPage(line, DEFAULT_LOOKUP).lines[0]?.phrase;
}

describe('a caption is told by the credit at its end', () => {
  const check = (line: string, is: boolean): void => {
    it(`${line}: ${is ? 'a caption' : 'none'}`, () => {
      expect(phraseOf(line) === 'credit').toBe(is);
    });
  };
  check('Ferries wait in the harbour of Lerwick on Tuesday morning (Photo: A. Norland)', true);
  check('Ferries wait in the harbour of Lerwick on Tuesday morning. Photo: A. Norland/Shetland News', true);
  check('Ferries wait in the harbour of Lerwick on Tuesday morning [Photo by Ann Norland]', true);
  check('Ferries wait in the harbour | Image: Getty', true);
  check('Die Fähren liegen seit Dienstag im Hafen fest. (Foto: dpa)', true);
  check('Les ferries attendent dans le port depuis mardi matin (Crédit photo : A. Norland)', true);
  check('Паромы стоят в порту со вторника (Фото: ТАСС)', true);
  check('渡轮周二起停靠在港口（图片：新华社）', true);
  check('화요일부터 항구에 정박한 여객선 (사진=연합뉴스)', true);
  check('عبّارات تنتظر في الميناء منذ صباح الثلاثاء (تصوير: أحمد علي)', true);
  check('นักท่องเที่ยวรอเรืออยู่ที่ท่าเรือ (ภาพ: เอเอฟพี)', true);
  check('The council will publish the figures in March (Source: annual report 2024)', false);
  check('The mayor said the ferries would sail again on Friday (Reuters)', false);
  check('The mayor named two reasons (the wind: too strong, and the waves)', false);
  check('The club has one wish for the year ahead: image matters less than points', false);
  check('The club of the island has to work on its self-image: points matter less', false);
  check('(Photo: A. Norland)', true);
  check('', false);
});

describe('a caption is told by the label at its head', () => {
  it.each([
    'Image caption, The ferries have been waiting since Tuesday',
    'Image source, Getty Images',
    'Crédito, Getty Images',
    'Подпись к фото, Паромы стоят в порту со вторника',
    'صدر الصورة، Getty Images',
    'इमेज कैप्शन, मंगलवार से बंदरगाह में खड़ी नौकाएं',
    '图像加注文字，渡轮自周二起停靠在港口',
    'Chanzo cha picha, Getty Images',
    "Insiguro y'isanamu, Ubwato bumaze iminsi mu cyambu",
  ])('%s', (line) => {
    expect(phraseOf(line)).toBe('credit');
  });
});

it('a heading of links that had a box inside a clean text ends nothing where it stands again', () => {
  const links = (n: number) =>
    `Suggested reading:\n- ${n} ways to wait for a ferry\n- Harbours in winter, part ${n}`;
  const paragraph = (n: number) =>
    `The ferry of hour ${n} was cancelled because the wind had turned to the north again, said the harbour master.`;
  const parts = [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph);
  const text = [parts[0], parts[1], links(1), ...parts.slice(2, 7), links(2), parts[7]].join('\n\n');
  const kept = cleanArticle({ text }).blocks.filter((block) => block.kept);
  for (const part of parts) expect(kept.map((block) => block.text)).toContain(part);
});
