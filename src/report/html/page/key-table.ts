/** What each key of the page does. Must not listen to keys (`keys.ts`). */
import type { App } from './app.ts';
import { exportDecisions } from './export.ts';
import type { GroupView } from './group-view.ts';
import type { Key } from './keys.ts';
import { type Answer, answered } from './review.ts';

/** What keys ask of the parts of the page. */
export interface KeyActs {
  /** Moves in the list by so many stories. */
  step(by: number): void;
  search(): void;
  /** Back to the list. */
  leave(): void;
  openHelp(): void;
  readonly group: () => GroupView | undefined;
}

export function keyTable(app: App, acts: KeyActs): readonly Key[] {
  const answer = (word: Answer) => (): void => {
    if (app.place.view === 'group') app.decide(app.place.group, (old) => answered(old, word));
  };
  const turn = (by: number) => (): void => acts.group()?.compare?.turn(by);
  return [
    { keys: ['j'], shown: 'j', does: 'next story', act: () => acts.step(1) },
    { keys: ['k'], shown: 'k', does: 'story before', act: () => acts.step(-1) },
    { keys: ['/'], shown: 'slash', does: 'search', act: () => acts.search() },
    { keys: ['Escape'], shown: 'Esc', does: 'back to the list', act: () => acts.leave() },
    { keys: ['n'], shown: 'n', does: 'next article in the right column', act: turn(1) },
    { keys: ['p'], shown: 'p', does: 'article before in the right column', act: turn(-1) },
    { keys: ['s'], shown: 's', does: 'decide: the same story', act: answer('same') },
    { keys: ['x'], shown: 'x', does: 'decide: not the same', act: answer('different') },
    { keys: ['z'], shown: 'z', does: 'decide: skip', act: answer('skip') },
    { keys: ['u'], shown: 'u', does: 'undo the last decision', act: () => app.undo() },
    { keys: ['e'], shown: 'e', does: 'export decisions', act: () => exportDecisions(app) },
    { keys: ['?'], shown: '?', does: 'this help', act: () => acts.openHelp() },
  ];
}
