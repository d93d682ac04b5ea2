/** The files of all members of groups, as `paths0`, in the order of the report's articles. */
import type { Report } from '../model/report.ts';
import { PathWriter } from './paths.ts';

export function* renderGroupPaths(report: Report): Iterable<string | Uint8Array> {
  const wanted = new Set<string>();
  for (const group of report.groups) for (const member of group.members) wanted.add(member.id);
  const paths = new PathWriter();
  for (const article of report.articles) if (wanted.has(article.id)) yield* paths.pathOf(article);
}
