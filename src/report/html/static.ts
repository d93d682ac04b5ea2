/**
 * The first groups as plain HTML, for a reader whose browser runs no scripts. Must not hold texts: they are in the
 * blocks of data, and in the JSON report.
 */

import { counted, scoreText } from '../../lib/figures.ts';
import type { Report, ReportArticle, ReportGroup } from '../../model/report.ts';
import { firstOf } from '../sequence.ts';
import { escaped } from './escape.ts';

/** A few screens; who wants more turns scripts on, or asks for another format. */
const GROUPS_SHOWN = 50;
const MEMBERS_SHOWN = 20;

export function* withoutScript(
  report: Report,
  articles: ReadonlyMap<string, ReportArticle>,
): Iterable<string> {
  yield '<noscript>\n<main class="static">\n<h1>Stories</h1>\n';
  yield '<p>Search, filters, texts and pictures of this report need JavaScript, which is turned off here. ';
  yield `It holds ${counted(report.groups.length, 'group')}`;
  yield report.groups.length > GROUPS_SHOWN ? `; these are the first ${GROUPS_SHOWN}.</p>\n` : '.</p>\n';
  for (const group of firstOf(report.groups, GROUPS_SHOWN)) yield* staticGroup(group, articles);
  yield '</main>\n</noscript>\n';
}

function* staticGroup(group: ReportGroup, articles: ReadonlyMap<string, ReportArticle>): Iterable<string> {
  const title = articles.get(group.canonical)?.title ?? '';
  yield `<section>\n<h2 dir="auto">${escaped(title === '' ? group.canonical : title)}</h2>\n`;
  yield `<p>${group.kind}, ${counted(group.members.length, 'article')}, weakest link ${scoreText(group.weakestLink)}, ${escaped(group.id)}</p>\n<ul>\n`;
  for (const member of group.members.slice(0, MEMBERS_SHOWN)) {
    const article = articles.get(member.id);
    const language = article?.language.bcp47 ?? 'und';
    yield `<li>${member.relation} ${scoreText(member.score)} <bdi lang="${escaped(language)}">${escaped(article?.title ?? '')}</bdi> `;
    yield `(${escaped(language)}${article?.date === undefined ? '' : `, ${escaped(article.date)}`}) <bdi>${escaped(member.id)}</bdi></li>\n`;
  }
  const left = group.members.length - MEMBERS_SHOWN;
  yield left > 0
    ? `<li>and ${counted(left, 'more member')}</li>\n</ul>\n</section>\n`
    : '</ul>\n</section>\n';
}
