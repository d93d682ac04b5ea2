/**
 * Keys of the page and the help that lists them: one table for both. Single letters can be turned off, for people whose
 * assistive tools send letters. Must not do anything but call what each key stands for.
 */
import { button, element } from './dom.ts';

export interface Key {
  /** As `KeyboardEvent.key` says it. */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly does: string;
  act(): void;
}

export interface Keyboard {
  readonly help: HTMLDialogElement;
  openHelp(): void;
}

export function createKeyboard(table: readonly Key[]): Keyboard {
  let isOn = true;
  const toggle = element('input', { type: 'checkbox', checked: true });
  toggle.addEventListener('change', () => {
    isOn = toggle.checked;
  });
  const help = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title' }, 'Keys'),
    element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...table.map(({ shown, does }) =>
          element('tr', {}, element('th', { scope: 'row' }, ...keyCaps(shown)), element('td', {}, does)),
        ),
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, ...keyCaps('←/→')),
          element('td', {}, 'in a text: the shared word before or behind'),
        ),
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, ...keyCaps('Enter')),
          element('td', {}, 'on a shared word: go to it in the other text'),
        ),
      ),
    ),
    element('label', { class: 'check' }, toggle, ' single letters act'),
    button('Close', () => help.close(), { class: 'close' }),
  );
  document.addEventListener('keydown', (event) => {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    const found = table.find(({ keys }) => keys.includes(event.key));
    if (found === undefined) return;
    event.preventDefault();
    found.act();
  });
  return { help, openHelp: () => help.showModal() };
}

function keyCaps(shown: string): readonly (Node | string)[] {
  return shown
    .split('/')
    .flatMap((key, i) => [...(i > 0 ? [' '] : []), element('kbd', {}, key === 'slash' ? '/' : key)]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]),select,textarea') !== null;
}
