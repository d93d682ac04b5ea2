/**
 * A report for people: overview, groups, related pairs, issues, what to do next. Owns the order of the sections. Must
 * not let a control character of an article through (`people.ts`), and must say of whatever it leaves out how much
 * that is.
 */

import { counted, wholeNumber } from '../lib/figures.ts';
import type { Report, ReportGroup } from '../model/report.ts';
import { type Articles, groupLines, relatedLines, shownMembers } from './human-group.ts';
import { hiddenLine, issueLines } from './human-issues.ts';
import { articlesById } from './lookup.ts';
import type { RenderOptions } from './options.ts';
import { createPalette, type Palette } from './palette.ts';
import { flow, type Item, percentage, whole } from './people.ts';
import { firstOf } from './sequence.ts';

/** Related pairs and issues shown when no `limit` says otherwise: one screen each. The rest is counted. */
const LISTED = 20;

export function* renderHuman(report: Report, options: RenderOptions): Iterable<string> {
  const palette = createPalette(options.colour);
  const isQuiet = options.quiet === true;
  const groups = firstOf(report.groups, options.limit ?? report.groups.length);
  const related = firstOf(report.related, options.limit ?? LISTED);
  const wanted = new Set(groups.flatMap((group) => shownMembers(group).map((member) => member.id)));
  for (const { a, b } of related) wanted.add(a).add(b);
  const articles = articlesById(report, wanted);

  if (!isQuiet) yield* overview(report, palette, options.width);
  for (const group of groups) {
    yield '\n';
    yield* groupLines(group, articles, palette, options.width);
  }
  yield* hiddenLine(report.groups.length - groups.length, 'group', palette);
  if (related.length > 0) {
    yield `\n${palette.heading('Related')}: the same event, another text\n`;
    for (const pair of related) yield* relatedLines(pair, articles, palette, options.width);
  }
  yield* hiddenLine(report.related.length - related.length, 'related pair', palette);
  if (isQuiet) return;
  yield* issueLines(report.issues, options.limit ?? LISTED, palette);
  yield* closing(report, groups, articles, palette, options.width);
}

/** What was read and found: all that `--summary` shows. */
export function* summaryLines(report: Report, palette: Palette, width: number): Iterable<string> {
  yield* overview(report, palette, width);
  yield* counts(report, palette, width);
}

function* overview(report: Report, palette: Palette, width: number): Iterable<string> {
  const { articles, languages } = report.summary;
  const byFrequency = Object.entries(languages).sort(([, x], [, y]) => y - x);
  const items: Item[] = byFrequency.map(([language, count]) => ({
    text: `${whole(language)} ${wholeNumber(count)}`,
    paint: palette.plain,
  }));
  const lead = counted(articles, 'article');
  if (items.length === 0) yield `${palette.heading(lead)}\n`;
  yield* flow(items, { width, lead: `${palette.heading(lead)}: `, indent: lead.length + 2, separator: ', ' });
}

function* counts(report: Report, palette: Palette, width: number): Iterable<string> {
  const { articles, groups, redundant } = report.summary;
  const items = [
    counted(groups, 'group'),
    `${wholeNumber(redundant)} of ${counted(articles, 'article')} redundant (${percentage(redundant, articles)})`,
    counted(report.related.length, 'related pair'),
    counted(report.issues.length, 'issue'),
  ].map((text): Item => ({ text, paint: palette.heading }));
  yield* flow(items, { width, lead: '', indent: 0, separator: ' · ' });
}

function* closing(
  report: Report,
  groups: readonly ReportGroup[],
  shown: Articles,
  palette: Palette,
  width: number,
): Iterable<string> {
  yield '\n';
  yield* counts(report, palette, width);
  let lead = 'Next: ';
  for (const step of nextSteps(groups, report.summary.articles, shown)) {
    yield palette.quiet(`${lead}${step}\n`);
    lead = ' '.repeat(lead.length);
  }
}

/** What a shell takes as one plain word and no option: only such ids may stand in a line made for copying. */
const SHELL_SAFE = /^[\p{L}\p{N}_./:@%+][\p{L}\p{N}\p{M}_./:@%+#-]*$/u;

/** In the order in which people do it: look at the most doubtful link, read the groups, decide on them. */
function nextSteps(groups: readonly ReportGroup[], articles: number, shown: Articles): readonly string[] {
  const [first] = groups;
  if (first === undefined)
    return [
      articles === 0
        ? 'dedupe help formats: what is read'
        : 'dedupe inspect with the same paths: what was read of each article',
    ];
  const least = groups.reduce((weak, group) => (group.weakestLink < weak.weakestLink ? group : weak), first);
  return [
    `${explainCommand(least, shown)}: the least sure of these links`,
    'the same with -o report.html: the groups side by side, in a browser',
    'the same with -o report.json, then dedupe review report.json: say which are right',
  ];
}

/** Files are found by their path; records by the report that has them, where their group is named for its weakest link. */
function explainCommand({ id, links }: ReportGroup, shown: Articles): string {
  const [first] = links;
  if (first === undefined) return 'dedupe explain A B';
  const { a, b } = links.reduce((weak, link) => (link.score < weak.score ? link : weak), first);
  const areFiles = [a, b].every((id) => SHELL_SAFE.test(id) && shown.get(id)?.path === id);
  if (areFiles) return `dedupe explain ${a} ${b}`;
  return `the same with -o report.json, then dedupe explain ${SHELL_SAFE.test(id) ? id : 'GROUP'} --report report.json`;
}
