/** Which of the two models a page is scored by. */
import { describe, expect, it } from 'vitest';
import { modelFor } from '../../../src/clean/score/model.ts';
import type { BlockModel } from '../../../src/clean/score/score.ts';
import { pageOf } from './page.ts';

const [PARAGRAPHS, SENTENCES] = [{}, {}] as [BlockModel, BlockModel];
const MODELS = { ofParagraphs: () => PARAGRAPHS, ofSentences: () => SENTENCES };

const SENTENCE = 'The island council voted on Monday for a second ferry, which two villages had asked for.';
const PARAGRAPH = `${SENTENCE} Its price is not known, and the province pays for half of it and for the new pier.`;

describe('the model of a page', () => {
  it.each<[what: string, lines: string[], expected: BlockModel]>([
    ['of sentences', ['Home', 'Second ferry', SENTENCE, SENTENCE, SENTENCE], SENTENCES],
    ['with one paragraph', ['Home', 'Second ferry', SENTENCE, PARAGRAPH], PARAGRAPHS],
    ['with a long line that is no prose', ['Home | '.repeat(40), SENTENCE], SENTENCES],
    [
      'of ideographs, which say more',
      [
        '首页',
        '议会在星期一投票通过了购买第二艘渡轮的计划，两个村庄已经为此等了很多年，省政府将承担一半的费用和新码头的建设，渡轮明年春天开航。',
      ],
      PARAGRAPHS,
    ],
    ['without lines', [], SENTENCES],
  ])('%s', (_, lines, expected) => expect(modelFor(pageOf(...lines).lines, MODELS)).toBe(expected));
});
