/** Issues for people, a line each: code, place, what to do. Must not cut a message: it says what to do. */

import { counted } from '../lib/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Palette } from './palette.ts';
import { whole } from './people.ts';

/** A section of its own with at most `limit` issues; nothing when there are none. */
export function* issueLines(issues: readonly Issue[], limit: number, palette: Palette): Iterable<string> {
  if (issues.length === 0) return;
  yield `\n${palette.heading('Issues')}\n`;
  for (const issue of issues.slice(0, limit)) {
    const record = issue.record === undefined ? '' : `#${issue.record}`;
    const place = issue.path === '' ? '' : ` ${whole(`${issue.path}${record}`)}`;
    yield `  ${palette.bad(issue.code)}${place}: ${whole(issue.message)}\n`;
  }
  yield* hiddenLine(issues.length - limit, 'issue', palette);
}

/** Says how much was left out, and where it can be seen. */
export function* hiddenLine(hidden: number, noun: string, palette: Palette): Iterable<string> {
  if (hidden > 0) yield palette.quiet(`  and ${counted(hidden, noun)} more: -f json\n`);
}
