/** What stands around the list and the story: the header, the skip link, messages. Must not keep anything. */

import { counted } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { button, element } from './dom.ts';
import { hashOf, type Place } from './place.ts';

export function message(words: string): HTMLElement {
  return element('p', { class: 'message', role: 'alert' }, words);
}

export function isNarrow(): boolean {
  return window.matchMedia('(max-width: 800px)').matches;
}

/** The address says which story is open: a skip link must not change it. */
export function skipTo(event: Event, target: HTMLElement): void {
  event.preventDefault();
  target.focus();
}

export function pageHeader(
  { data }: App,
  reviewBar: HTMLElement,
  themes: HTMLElement,
  openHelp: () => void,
): HTMLElement {
  const { summary, related, issues } = data.head;
  const link = (place: Place, words: string): HTMLElement => element('a', { href: hashOf(place) }, words);
  return element(
    'header',
    { class: 'top' },
    element(
      'h1',
      {},
      `${counted(summary.groups, 'story', 'stories')} in ${counted(summary.articles, 'article')}`,
    ),
    element(
      'nav',
      { class: 'views', 'aria-label': 'Parts of the report' },
      link({ view: 'list' }, 'Stories'),
      link({ view: 'overview' }, 'Overview'),
      link({ view: 'related' }, `Related ${related > 0 ? related : ''}`.trim()),
      link({ view: 'issues' }, `Issues ${issues > 0 ? issues : ''}`.trim()),
    ),
    reviewBar,
    themes,
    button('Keys', openHelp, { 'aria-keyshortcuts': '?' }),
  );
}
