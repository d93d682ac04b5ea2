/** How many decisions there are, and the way to take them along. Must not decide. */
import { counted } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { button, element, fill } from './dom.ts';
import { exportDecisions } from './export.ts';

export interface ExportBar {
  readonly node: HTMLElement;
  /** After a decision. */
  update(): void;
}

/** Empty as long as nothing was decided. */
export function createExportBar(app: App): ExportBar {
  const node = element('div', { class: 'export' });
  const update = (): void => {
    const count = app.review.decisions().size;
    if (count === 0) {
      fill(node);
      return;
    }
    fill(
      node,
      element('span', {}, counted(count, 'decision')),
      button('Export decisions', () => exportDecisions(app)),
      app.review.isKept
        ? undefined
        : element(
            'span',
            { class: 'warning' },
            'this browser does not keep them: export before you close the page',
          ),
    );
  };
  update();
  return { node, update };
}
