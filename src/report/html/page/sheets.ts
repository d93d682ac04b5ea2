/** The pages beside those of groups: the overview with its pictures, and the issues. Must not filter. */

import { counted, wholeNumber } from '../../../lib/figures.ts';
import type { App } from './app.ts';
import { apart, element, fill } from './dom.ts';
import { drawLanguages } from './pictures/languages.ts';
import { drawScores } from './pictures/scores.ts';
import { drawTimeline } from './pictures/timeline.ts';

/** Issues that are listed; the JSON report has them all. */
const ISSUES_SHOWN = 500;
/** Columns of a picture below which it is no longer read. */
const NARROWEST = 280;
const WIDEST = 860;

export interface Overview {
  readonly node: HTMLElement;
  /** Draws what passes the filter, as wide as there is room. */
  draw(): void;
}

export function createOverview(app: App): Overview {
  const pictures = element('div', { class: 'pictures' });
  const node = element(
    'article',
    { class: 'sheet', 'aria-labelledby': 'sheet-title' },
    element('h2', { id: 'sheet-title', tabindex: -1 }, 'Overview'),
    summary(app),
    pictures,
  );
  const draw = (): void => {
    const rows = app.listed.map(({ row }) => row);
    const width = Math.max(NARROWEST, Math.min(WIDEST, pictures.clientWidth - 2));
    fill(
      pictures,
      drawTimeline(rows, width, {
        open: (group) => app.go({ view: 'group', group }),
        between: (from, to) => app.setFilter({ from, to }),
      }),
      drawLanguages(rows, width, (languages) => app.setFilter({ languages })),
      drawScores(rows, width, (least, most) => app.setFilter({ least, most })),
    );
  };
  return { node, draw };
}

function summary({ data }: App): HTMLElement {
  const { summary: all, run, tool, related, issues, hasTexts } = data.head;
  const fact = (word: string, value: string | HTMLElement): HTMLElement =>
    element('div', {}, element('dt', {}, word), element('dd', {}, value));
  return element(
    'div',
    {},
    element(
      'dl',
      { class: 'summary' },
      fact('articles', wholeNumber(all.articles)),
      fact('stories', wholeNumber(all.groups)),
      fact('redundant', wholeNumber(all.redundant)),
      fact('languages', wholeNumber(Object.keys(all.languages).length)),
      fact('related pairs', wholeNumber(related)),
      fact('issues', wholeNumber(issues)),
    ),
    element(
      'details',
      { class: 'figures' },
      element('summary', {}, 'About this report'),
      element(
        'dl',
        { class: 'about' },
        fact('made by', `${tool.name} ${tool.version}`),
        fact('engine', apart(run.engine)),
        ...(run.startedAt === undefined ? [] : [fact('started', apart(run.startedAt))]),
        fact('input', element('code', {}, run.inputDigest)),
        ...Object.entries(run.options).map(([name, value]) => fact(name, apart(String(value)))),
      ),
    ),
    hasTexts
      ? undefined
      : element('p', { class: 'note' }, 'This report was written without the texts of the articles.'),
  );
}

export function issuesSheet({ data }: App): HTMLElement {
  const issues = data.issues();
  const left = issues.length - ISSUES_SHOWN;
  const rows = issues
    .slice(0, ISSUES_SHOWN)
    .map(({ code, path, record, message }) =>
      element(
        'tr',
        {},
        element('td', {}, element('code', {}, code)),
        element('td', {}, apart(path), record === undefined ? undefined : `, record ${record}`),
        element('td', {}, apart(message)),
      ),
    );
  return element(
    'article',
    { class: 'sheet', 'aria-labelledby': 'sheet-title' },
    element('h2', { id: 'sheet-title', tabindex: -1 }, 'Issues'),
    issues.length === 0
      ? element('p', { class: 'note' }, 'All input was read.')
      : element(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Issues' },
          element(
            'table',
            {},
            element(
              'thead',
              {},
              element(
                'tr',
                {},
                ...['Code', 'Where', 'What'].map((word) => element('th', { scope: 'col' }, word)),
              ),
            ),
            element('tbody', {}, ...rows),
          ),
        ),
    left > 0
      ? element('p', { class: 'note' }, `${counted(left, 'more issue')} stand in the JSON report.`)
      : undefined,
  );
}
