/** The question that a group asks its reader, and the answers. Must not know what an answer leads to. */

import { counted } from '../../../lib/figures.ts';
import type { ListRow } from '../shape.ts';
import type { App } from './app.ts';
import { button, element } from './dom.ts';
import { type Answer, answered, type GroupDecision } from './review.ts';

const ANSWERS: readonly (readonly [answer: Answer, word: string, letter: string])[] = [
  ['same', 'Same story', 's'],
  ['different', 'Not the same', 'x'],
  ['skip', 'Skip', 'z'],
];

export function reviewButtons(
  app: App,
  row: ListRow,
  decision: GroupDecision,
): readonly (HTMLElement | undefined)[] {
  const answers = ANSWERS.map(([answer, word, letter]) =>
    button(word, () => app.decide(row.id, (old) => answered(old, answer)), {
      class: `answer ${answer}`,
      'aria-pressed': decision.answer === answer ? 'true' : 'false',
      'aria-keyshortcuts': letter,
    }),
  );
  const undo = button('Undo', () => app.undo(), {
    disabled: !app.review.canUndo(),
    'aria-keyshortcuts': 'u',
  });
  const edits = [
    decision.out === undefined ? undefined : `${counted(decision.out.length, 'article')} taken out`,
    decision.canonical === undefined ? undefined : 'another canonical',
  ].filter((edit) => edit !== undefined);
  return [
    element('span', { class: 'label' }, 'Are these the same story?'),
    ...answers,
    undo,
    edits.length > 0 ? element('span', { class: 'edits' }, edits.join(', ')) : undefined,
  ];
}
