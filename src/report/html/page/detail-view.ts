/** What stands beside the list: the page of the place where the reader is. Owns which story is open; must not choose the place. */
import type { App } from './app.ts';
import { element, fill } from './dom.ts';
import { message } from './frame.ts';
import { createGroup, type GroupView } from './group-view.ts';
import { hashOf, type Place } from './place.ts';
import { relatedView } from './related-view.ts';
import { createOverview, issuesSheet } from './sheets.ts';

export interface DetailView {
  readonly node: HTMLElement;
  show(place: Place): void;
  /** After another filter, or another width: pictures show what passes. */
  redraw(): void;
  /** The story that is open. */
  readonly group: () => GroupView | undefined;
  focusTitle(): void;
}

export function createDetail(app: App): DetailView {
  const node = element('main', { id: 'detail', tabindex: -1 });
  const overview = createOverview(app);
  let group: GroupView | undefined;
  const sheet = (place: Place): HTMLElement => {
    switch (place.view) {
      case 'overview':
      case 'list':
        return overview.node;
      case 'related':
        return relatedView(app);
      case 'issues':
        return issuesSheet(app);
      case 'group':
        group = openGroup(app, place.group);
        return group?.node ?? message(whyMissing(app, place.group));
      default:
        return place satisfies never;
    }
  };
  return {
    node,
    show: (place) => {
      group = undefined;
      document.body.dataset['view'] = place.view;
      fill(node, sheet(place));
      if (place.view === 'overview') overview.draw();
      for (const link of document.querySelectorAll('nav.views a'))
        link.toggleAttribute('aria-current', link.getAttribute('href') === hashOf(place));
      window.scrollTo(0, 0);
    },
    redraw: () => {
      if (overview.node.isConnected) overview.draw();
    },
    group: () => group,
    focusTitle: () => node.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true }),
  };
}

function openGroup(app: App, id: string): GroupView | undefined {
  const position = app.data.rows.findIndex((row) => row.id === id);
  const row = app.data.rows[position];
  const found = row === undefined ? undefined : app.data.group(position);
  return row === undefined || found === undefined ? undefined : createGroup(app, row, found);
}

function whyMissing({ data }: App, id: string): string {
  if (data.rows.every((row) => row.id !== id)) return 'There is no such story in this report.';
  return document.readyState === 'loading'
    ? 'The browser is still reading this file; the story comes in a moment.'
    : 'The data of this story are not in the file: it was cut. Write the report again.';
}
