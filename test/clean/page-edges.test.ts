/** Lines around the text of pages that show no other chrome, and menus in words that no list knows. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';

const TITLE = 'Island council votes for new ferry';
const LEAD =
  'The island council voted on Monday for a new ferry, and the last reserves of the year will pay for it.';
const NEXT =
  'The ferry sails in spring, said the mayor, who had argued for it since the old one sank in a storm.';

/** `kept` are the lines that stay, by number. */
function check(lines: readonly string[], title: string, kept: readonly number[]): void {
  const found = cleanArticle({ text: lines.join('\n') });
  expect(found.title).toBe(title);
  expect(found.blocks.flatMap((block, i) => (block.kept ? [i] : []))).toEqual(kept);
}

describe('a page of few lines', () => {
  it('loses what is known to stand between title and text', () => {
    check([TITLE, 'By Ada Brand', '3 May 2024', LEAD, NEXT], TITLE, [0, 1, 3, 4]);
    check([TITLE, 'Ada Brand, 3 May 2024', LEAD, NEXT], TITLE, [0, 2, 3]);
  });
  it('loses the name of the paper above the title where the page says that it is one', () => {
    check(['Shetland Post', TITLE, '3 May 2024', LEAD, NEXT, '(c) Shetland Post'], TITLE, [1, 3, 4, 5]);
    check(['Shetland Post | Coastal daily', TITLE, '3 May 2024', LEAD, NEXT], TITLE, [1, 3, 4]);
    check(['Ebb and flow', TITLE, '3 May 2024', LEAD, NEXT], TITLE, [0, 1, 3, 4]);
    check(['Two dead.', TITLE, '3 May 2024', LEAD, NEXT], TITLE, [0, 1, 3, 4]);
  });
  it('loses the buttons below its text, all at once', () => {
    check([TITLE, LEAD, NEXT, 'Share', 'Tweet', 'Comments'], TITLE, [0, 1, 2]);
    check([TITLE, LEAD, NEXT, 'Discussion', 'The end of it is open.'], TITLE, [0, 1, 2, 3, 4]);
  });
  it('keeps all of a clean text', () => {
    check([TITLE, LEAD, NEXT], TITLE, [0, 1, 2]);
    check([TITLE, 'A deck on the ferry and its price', LEAD, NEXT], TITLE, [0, 1, 2, 3]);
    check(['Ebb and flow', TITLE, LEAD, NEXT], TITLE, [0, 1, 2, 3]);
    check([TITLE, 'Two dead, ten hurt', 'Mayor blames crew', '3 May 2024', LEAD], TITLE, [0, 1, 2, 4]);
  });
  it('keeps dates and buttons that stand in the text, and the days of a chronicle', () => {
    check([TITLE, LEAD, '3 May 2024', NEXT], TITLE, [0, 1, 2, 3]);
    check(['Day one', '3 May 2024', LEAD, 'Day two', '4 May 2024', NEXT], 'Day one', [0, 1, 2, 3, 4, 5]);
  });
});

describe('the owner of a page', () => {
  const paragraphs = Array.from({ length: 6 }, (_, i) => `${LEAD.slice(0, -1)}, as paragraph ${i} says.`);
  const last = (...lines: readonly string[]) =>
    cleanArticle({ text: [...lines].join('\n') }).blocks.at(-1)?.kept;
  const menu = ['Home | News | Sport | Weather', 'Subscribe', 'Sign in', TITLE];
  const rights =
    'Copyright Shetland Post. All rights reserved. This material may not be used again in any form.';
  it('goes with its sentence at the end of a page that shows chrome', () => {
    expect(last(...menu, ...paragraphs, rights)).toBe(false);
    expect(last(...menu, ...paragraphs, 'Copyright is the subject of the next vote of the council.')).toBe(
      true,
    );
  });
  it('stays below a clean text', () => {
    expect(last(TITLE, ...paragraphs, rights)).toBe(true);
    expect(last(TITLE, ...paragraphs, 'Nobody abstained.', '\u00a9 Shetland Post')).toBe(true);
  });
});

describe('a menu in words that no list knows', () => {
  const text = Array.from({ length: 8 }, (_, i) => `${LEAD.slice(0, -1)}, as paragraph ${i} says.`);
  const page = (menu: string) =>
    cleanArticle({ text: ['Ohun', menu, TITLE, ...text, '© Ohun 2026'].join('\n') });
  it('shows a page, beside the line of its owner', () => {
    const { blocks } = page('Ravoti | Sulimo | Kan Tri | Boa Mela | Orn');
    expect([blocks[1]?.kept, blocks.at(-1)?.kept]).toEqual([false, false]);
  });
  it('is none with numbers, or of fewer parts', () => {
    expect(page('Ravoti 4 | Sulimo 3 | Kan 5 | Boa 1 | Orn 2').blocks[1]?.kept).toBe(true);
    expect(page('Ravoti | Sulimo | Kan Tri').blocks[1]?.kept).toBe(true);
  });
});
