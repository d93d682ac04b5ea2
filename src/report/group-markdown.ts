/** Groups as Markdown: for a wiki, an issue, a pull request. Ids in code, all else of an article as plain text. */

import { counted, scoreText, wholeNumber } from '../lib/figures.ts';
import type { Report, ReportArticle, ReportGroup } from '../model/report.ts';
import { articlesById } from './lookup.ts';
import { markdownCode, markdownCodeCell, markdownText } from './markdown-text.ts';
import { percentage } from './people.ts';

const DAY = 'YYYY-MM-DD'.length;

export function* renderGroupMarkdown(report: Report): Iterable<string> {
  const wanted = new Set<string>();
  for (const group of report.groups) for (const member of group.members) wanted.add(member.id);
  for (const { a, b } of report.related) wanted.add(a).add(b);
  const articles = articlesById(report, wanted);
  const { summary } = report;
  const share = percentage(summary.redundant, summary.articles);
  yield `# ${counted(summary.groups, 'group')} of one story each\n\n`;
  yield `${counted(summary.articles, 'article')}, ${wholeNumber(summary.redundant)} of them redundant (${share})\n`;
  for (const group of report.groups) yield* groupSection(group, articles);
  let isFirst = true;
  for (const { a, b, score } of report.related) {
    if (isFirst) yield '\n## Related: the same event, another text\n\n';
    isFirst = false;
    yield `- ${articleText(a, articles)} and ${articleText(b, articles)} (${scoreText(score)})\n`;
  }
  if (report.issues.length > 0) yield '\n## Issues\n\n';
  for (const { code, path, record, message } of report.issues) {
    const place = path === '' ? '' : ` ${markdownCode(record === undefined ? path : `${path}#${record}`)}`;
    yield `- ${code}${place}: ${markdownText(message)}\n`;
  }
}

function* groupSection(group: ReportGroup, articles: ReadonlyMap<string, ReportArticle>): Iterable<string> {
  const canonical = articles.get(group.canonical);
  const title = markdownText(canonical?.title ?? '');
  yield `\n## ${title === '' ? markdownCode(group.canonical) : title}\n\n`;
  yield `${markdownCode(group.id)} · ${group.kind} · ${counted(group.members.length, 'article')} · `;
  yield `confidence ${scoreText(group.confidence)}, weakest link ${scoreText(group.weakestLink)}\n\n`;
  yield '| | Language | Date | Title | Article |\n| --- | --- | --- | --- | --- |\n';
  for (const { id, relation, score } of group.members) {
    const article = articles.get(id);
    const isCanonical = id === group.canonical;
    const role = isCanonical ? `**canonical** (${group.canonicalReason})` : `${relation} ${scoreText(score)}`;
    const language = markdownText(article?.language.bcp47 ?? '');
    const day = markdownText(article?.date?.slice(0, DAY) ?? '');
    yield `| ${role} | ${language} | ${day} | ${markdownText(article?.title ?? '')} | ${markdownCodeCell(id)} |\n`;
  }
}

function articleText(id: string, articles: ReadonlyMap<string, ReportArticle>): string {
  const title = markdownText(articles.get(id)?.title ?? '');
  return title === '' ? markdownCode(id) : `${title} (${markdownCode(id)})`;
}
