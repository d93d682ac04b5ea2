/** Blocks that are the lead of another article, found by their keys. */
import { describe, expect, it } from 'vitest';
import { blockKeys, cleanArticle, leadsOf, markTeasers } from '../../src/clean/index.ts';

const sentence = (topic: string) =>
  `${topic} was the subject of the meeting on Monday evening, at which the council spoke for three hours about the future of the harbour and its pier.`;
const HOME = ['Ferry returns', sentence('The ferry'), sentence('A ticket'), sentence('The timetable')].join(
  '\n\n',
);
const homes = () => new Map(blockKeys(cleanArticle({ text: HOME }).blocks).leads.map((key) => [key, 'home']));

describe('blockKeys', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [8, 3],
  ])('of %i long kept blocks %i begin the text, whatever the typography', (count, leads) => {
    const text = ['T', ...Array.from({ length: count }, (_, i) => sentence(`Item ${i}`))].join('\n\n');
    const keys = blockKeys(cleanArticle({ text }).blocks);
    expect([keys.leads.length, keys.others.length]).toEqual([leads, count - leads]);
    expect(new Set([...keys.leads, ...keys.others]).size).toBe(count);
    const spaced = text.replaceAll(' ', '\u00a0');
    expect(blockKeys(cleanArticle({ text: spaced }).blocks)).toEqual(keys);
  });
});

describe('doubtful blocks', () => {
  const { blocks } = cleanArticle({ text: HOME });
  const doubted = (confidence: number) =>
    blocks.map((block, i) => (i === 1 ? { ...block, confidence } : block));

  it.each([
    ['kept by the scorer alone: it begins no text, and keeps its rank', 0.4, 1],
    ['likely', 0.5, 2],
    ['kept for what else is known of it', 0.3, 2],
  ])('%s', (_, confidence, leads) => {
    const keys = blockKeys(doubted(confidence));
    expect([keys.leads.length, keys.others.length]).toEqual([leads, 3 - leads]);
    expect(leadsOf(doubted(confidence))).toEqual(keys.leads);
  });
});

describe('markTeasers', () => {
  const mark = (lines: readonly string[]) =>
    markTeasers(cleanArticle({ text: lines.join('\n\n') }).blocks, homes());
  const own = [sentence('A pier'), sentence('The cost'), sentence('A boat'), sentence('A crane')];

  it('gives a dropped block its home', () => {
    const blocks = mark(['Pier', ...own, 'Related articles', sentence('The ferry')]);
    expect(blocks[6]).toMatchObject({ kept: false, role: 'teaser', reason: 'teaser-of', home: 'home' });
  });
  it('drops a kept block behind the text and beside something dropped', () => {
    const blocks = mark(['Pier', ...own, 'Advertisement', sentence('The ferry')]);
    expect(blocks[6]).toMatchObject({ kept: false, reason: 'teaser-of' });
  });
  it('drops one that ends the text, with nothing beside it', () => {
    const blocks = mark(['Pier', ...own, sentence('The ferry')]);
    expect(blocks.map((block) => block.kept)).toEqual([...own.map(() => true), true, false]);
  });
  it('never touches a block that is followed by text', () => {
    expect(mark(['Pier', own[0] ?? '', sentence('The ferry'), ...own.slice(1)]).every((b) => b.kept)).toBe(
      true,
    );
  });
  it('leaves the last paragraph alone that an edited reprint ends with, too', () => {
    const reprint = ['Ferry', sentence('A ferry'), sentence('Its ticket'), sentence('The crane')].join(
      '\n\n',
    );
    const leads = blockKeys(cleanArticle({ text: reprint }).blocks).leads;
    const original = ['Pier', ...own.slice(0, 3), sentence('The crane')].join('\n\n');
    const { blocks } = cleanArticle({ text: original });
    expect(markTeasers(blocks, new Map(leads.map((key) => [key, 'reprint'])))).toBe(blocks);
  });
  it('leaves a reprint of the home article alone', () => {
    expect(mark(HOME.split('\n\n')).every((block) => block.kept)).toBe(true);
  });
});
