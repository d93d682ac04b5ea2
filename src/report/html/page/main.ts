/** The page as a whole: puts its parts together and keeps them in step with the filter, the place and the decisions. */
import './style/page.css';
import './style/list.css';
import './style/group.css';
import './style/pictures.css';
import './style/print.css';
import { counted } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { readData } from './data.ts';
import { button, element, fill } from './dom.ts';
import { exportDecisions } from './export.ts';
import { ListFilter, NO_FILTER } from './filter.ts';
import { createFilters } from './filter-view.ts';
import { isNarrow, message, pageHeader, skipTo } from './frame.ts';
import { createGroup, type GroupView } from './group-view.ts';
import { createKeyboard, type Key } from './keys.ts';
import { createList } from './list-view.ts';
import { hashOf, type Place, placeOf } from './place.ts';
import { relatedView } from './related-view.ts';
import { type Answer, answered, type Drawer, openReview } from './review.ts';
import { createOverview, issuesSheet } from './sheets.ts';
import { themeSwitch } from './theme.ts';

function start(root: Element): void {
  const data = readData();
  const drawer = storage();
  const review = openReview(`dedupe.review.${data.head.run.inputDigest}`, drawer, () =>
    new Date().toISOString(),
  );
  const live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const detail = element('main', { id: 'detail', tabindex: -1 });
  let group: GroupView | undefined;

  const app: App = {
    data,
    review,
    listFilter: new ListFilter(data.rows),
    filter: NO_FILTER,
    order: 'report',
    listed: data.rows.map((row, position) => ({ row, position })),
    place: placeOf(location.hash),
    setFilter: (change) => {
      app.filter = { ...app.filter, ...change };
      select();
    },
    setOrder: (order) => {
      app.order = order;
      select();
    },
    go: (place) => {
      location.hash = hashOf(place);
    },
    decide: (id, change) => {
      review.decide(id, change(review.decisions().get(id) ?? {}));
      decided(`${counted(review.decisions().size, 'decision')} so far`);
    },
    undo: () => {
      const id = review.undo();
      decided(id === undefined ? 'Nothing to undo' : 'Undone');
    },
    announce: (message) => fill(live, message),
  };

  const overview = createOverview(app);
  const list = createList(app);
  const filters = createFilters(app);
  const reviewBar = element('div', { class: 'export' });

  const select = (): void => {
    app.listed = app.listFilter.select(app.filter, app.order, (id) => review.decisions().has(id));
    filters.update();
    list.refill();
    if (overview.node.isConnected) overview.draw();
    app.announce(counted(app.listed.length, 'story', 'stories'));
  };
  const decided = (message: string): void => {
    group?.update();
    list.update();
    showExport();
    app.announce(message);
  };
  const showExport = (): void => {
    const count = review.decisions().size;
    fill(
      reviewBar,
      count === 0 ? undefined : element('span', {}, counted(count, 'decision')),
      count === 0 ? undefined : button('Export decisions', () => exportDecisions(app)),
      count > 0 && !review.isKept
        ? element(
            'span',
            { class: 'warning' },
            'this browser does not keep them: export before you close the page',
          )
        : undefined,
    );
  };

  const show = (place: Place): void => {
    app.place = place;
    document.body.dataset['view'] = place.view;
    group = undefined;
    fill(detail, sheet(place));
    if (place.view === 'overview') overview.draw();
    for (const link of document.querySelectorAll('nav.views a'))
      link.toggleAttribute('aria-current', link.getAttribute('href') === hashOf(place));
    list.update();
    window.scrollTo(0, 0);
  };
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
        return groupSheet(place.group);
      default:
        return place satisfies never;
    }
  };
  const groupSheet = (id: string): HTMLElement => {
    const position = data.rows.findIndex((row) => row.id === id);
    const row = data.rows[position];
    if (row === undefined) return message('There is no such story in this report.');
    const found = data.group(position);
    if (found !== undefined) {
      group = createGroup(app, row, found);
      return group.node;
    }
    return message(
      document.readyState === 'loading'
        ? 'The browser is still reading this file; the story comes in a moment.'
        : 'The data of this story are not in the file: it was cut. Write the report again.',
    );
  };

  const focusTitle = (): void =>
    detail.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
  let focusNext = focusTitle;
  const step = (by: number) => (): void => list.step(by, app.place.view === 'group');
  const answer = (word: Answer) => (): void => {
    if (app.place.view === 'group') app.decide(app.place.group, (old) => answered(old, word));
  };
  const table: readonly Key[] = [
    { keys: ['j'], shown: 'j', does: 'next story', act: step(1) },
    { keys: ['k'], shown: 'k', does: 'story before', act: step(-1) },
    { keys: ['/'], shown: 'slash', does: 'search', act: () => filters.focusSearch() },
    { keys: ['Escape'], shown: 'Esc', does: 'back to the list', act: () => leave() },
    { keys: ['n'], shown: 'n', does: 'next article in the right column', act: () => group?.compare?.turn(1) },
    {
      keys: ['p'],
      shown: 'p',
      does: 'article before in the right column',
      act: () => group?.compare?.turn(-1),
    },
    { keys: ['s'], shown: 's', does: 'decide: the same story', act: answer('same') },
    { keys: ['x'], shown: 'x', does: 'decide: not the same', act: answer('different') },
    { keys: ['z'], shown: 'z', does: 'decide: skip', act: answer('skip') },
    { keys: ['u'], shown: 'u', does: 'undo the last decision', act: () => app.undo() },
    { keys: ['e'], shown: 'e', does: 'export decisions', act: () => exportDecisions(app) },
    { keys: ['?'], shown: '?', does: 'this help', act: () => keyboard.openHelp() },
  ];
  const keyboard = createKeyboard(table);
  /** Back to where the story was chosen; the address changes later, and the focus goes with it. */
  const leave = (): void => {
    const opened = app.place.view === 'group' ? app.place.group : undefined;
    const back: Place = { view: isNarrow() ? 'list' : 'overview' };
    if (app.place.view === back.view) {
      list.focus(undefined);
      return;
    }
    focusNext = () => list.focus(opened);
    app.go(back);
  };

  fill(
    root,
    element(
      'a',
      { class: 'skip-link', href: '#detail', on: { click: (event) => skipTo(event, detail) } },
      'Skip to the story',
    ),
    pageHeader(app, reviewBar, themeSwitch(drawer), () => keyboard.openHelp()),
    element(
      'div',
      { class: 'panes' },
      element('aside', { 'aria-label': 'Find stories' }, filters.node, list.node),
      detail,
    ),
    live,
    keyboard.help,
  );
  list.refill();
  showExport();
  show(app.place);
  window.addEventListener('hashchange', () => {
    show(placeOf(location.hash));
    focusNext();
    focusNext = focusTitle;
  });
  window.addEventListener('resize', () => {
    if (overview.node.isConnected) overview.draw();
  });
  document.addEventListener('DOMContentLoaded', () => {
    if (group === undefined) show(app.place);
    if (!data.isComplete()) root.prepend(message('This file was cut: stories at its end are missing.'));
    document.documentElement.dataset['state'] = 'complete';
  });
  // For who measures: from here on the list answers, while the texts may still be read.
  performance.mark('dedupe-ready');
  document.documentElement.dataset['state'] = 'ready';
}

/** Some browsers refuse storage to files, or to everyone who asks. */
function storage(): Drawer | undefined {
  try {
    const drawer = window.localStorage;
    drawer.getItem('dedupe.theme');
    return drawer;
  } catch {
    return undefined;
  }
}

const root = document.getElementById('page');
if (root !== null) start(root);
