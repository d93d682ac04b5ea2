/** The frame of a picture: caption, drawing, and its figures as a table for those who read them. Must not draw. */
import { type Child, element } from '../dom.ts';

export interface Picture {
  readonly title: string;
  readonly note: string;
  readonly drawing: Child;
  /** What the drawing shows, in figures; the first row names the columns. */
  readonly table?: readonly (readonly string[])[];
}

export function figure({ title, note, drawing, table }: Picture): HTMLElement {
  return element(
    'figure',
    {},
    element('figcaption', {}, element('h3', {}, title), element('p', { class: 'note' }, note)),
    drawing,
    table === undefined || table.length < 2 ? undefined : tableOf(title, table),
  );
}

function tableOf(title: string, [head = [], ...rows]: readonly (readonly string[])[]): HTMLElement {
  return element(
    'details',
    { class: 'figures' },
    element('summary', { 'aria-label': `${title} as a table` }, 'as a table'),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title}, figures` },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, cell)))),
        element(
          'tbody',
          {},
          ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))),
        ),
      ),
    ),
  );
}
