/** The page as a whole: puts its parts together and keeps them in step with the filter, the place and the decisions. */
import './style/page.css';
import './style/list.css';
import './style/group.css';
import './style/pictures.css';
import './style/print.css';
import { counted } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { readData } from './data.ts';
import { createDetail, type DetailView } from './detail-view.ts';
import { element, fill } from './dom.ts';
import { openDrawer } from './drawer.ts';
import { createExportBar, type ExportBar } from './export-bar.ts';
import { ListFilter, NO_FILTER } from './filter.ts';
import { createFilters, type FilterView } from './filter-view.ts';
import { isNarrow, message, pageHeader, skipTo } from './frame.ts';
import { keyTable } from './key-table.ts';
import { createKeyboard, type Keyboard } from './keys.ts';
import { createList, type ListView } from './list-view.ts';
import { hashOf, type Place, placeOf } from './place.ts';
import { type Drawer, openReview } from './review.ts';
import { themeSwitch } from './theme.ts';

/** What one part does to the others goes through here. */
interface Parts {
  readonly list: ListView;
  readonly filters: FilterView;
  readonly detail: DetailView;
  readonly exportBar: ExportBar;
}

function start(root: Element): void {
  const drawer = openDrawer();
  const live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const app = createApp(drawer, live, () => parts);
  const parts: Parts = {
    list: createList(app),
    filters: createFilters(app),
    detail: createDetail(app),
    exportBar: createExportBar(app),
  };
  const { list, filters, detail, exportBar } = parts;
  const show = (place: Place): void => {
    app.place = place;
    detail.show(place);
    list.update();
  };
  let focusNext = detail.focusTitle;
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
  const keyboard: Keyboard = createKeyboard(
    keyTable(app, {
      step: (by) => list.step(by, app.place.view === 'group'),
      search: () => filters.focusSearch(),
      leave,
      openHelp: () => keyboard.openHelp(),
      group: detail.group,
    }),
  );
  fill(
    root,
    element(
      'a',
      { class: 'skip-link', href: '#detail', on: { click: (event) => skipTo(event, detail.node) } },
      'Skip to the story',
    ),
    pageHeader(app, exportBar.node, themeSwitch(drawer), () => keyboard.openHelp()),
    element(
      'div',
      { class: 'panes' },
      element('aside', { 'aria-label': 'Find stories' }, filters.node, list.node),
      detail.node,
    ),
    live,
    keyboard.help,
  );
  list.refill();
  show(app.place);
  window.addEventListener('hashchange', () => {
    show(placeOf(location.hash));
    focusNext();
    focusNext = detail.focusTitle;
  });
  window.addEventListener('resize', () => detail.redraw());
  document.addEventListener('DOMContentLoaded', () => {
    if (detail.group() === undefined) show(app.place);
    if (!app.data.isComplete()) root.prepend(message('This file was cut: stories at its end are missing.'));
    document.documentElement.dataset['state'] = 'complete';
  });
  // For who measures: from here on the list answers, while the texts may still be read.
  performance.mark('dedupe-ready');
  document.documentElement.dataset['state'] = 'ready';
}

/** What the parts share; they are made of it, and asked for only when something changes. */
function createApp(drawer: Drawer | undefined, live: HTMLElement, parts: () => Parts): App {
  const data = readData();
  const review = openReview(`dedupe.review.${data.head.run.inputDigest}`, drawer, () =>
    new Date().toISOString(),
  );
  const select = (): void => {
    const { filters, list, detail } = parts();
    app.listed = app.listFilter.select(app.filter, app.order, (id) => review.decisions().has(id));
    filters.update();
    list.refill();
    detail.redraw();
    app.announce(counted(app.listed.length, 'story', 'stories'));
  };
  const decided = (words: string): void => {
    const { list, detail, exportBar } = parts();
    detail.group()?.update();
    list.update();
    exportBar.update();
    app.announce(words);
  };
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
    announce: (words) => fill(live, words),
  };
  return app;
}

const root = document.getElementById('page');
if (root !== null) start(root);
