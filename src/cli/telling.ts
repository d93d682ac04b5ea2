/**
 * Rows and standings to stderr: lines of the log, and a bar while something takes long. Owns the order of both on one
 * stream and how many issues are shown one by one; must not know what they mean.
 */
import { counted } from '../lib/figures.ts';
import { type LogOptions, lineOf } from './log.ts';
import type { Progress } from './progress.ts';
import type { Telling } from './watch.ts';

/** Issues shown to people one by one, of each level, before the rest is only counted. */
const SHOWN_ISSUES = 10;

export function createTelling(
  write: (text: string) => void,
  options: LogOptions,
  progress: Progress | undefined,
): Telling {
  const shown = { info: 0, warning: 0, error: 0 };
  let lost = 0;
  const line = (text: string | undefined): void => {
    if (text === undefined) return;
    // The bar must not stand in the middle of a line.
    progress?.hide();
    write(text);
  };
  return {
    row: (row) => {
      if (row.event === 'issue' && options.format === 'text') {
        if (++shown[row.level] > SHOWN_ISSUES) {
          if (row.level !== 'info') lost++;
          return;
        }
      } else if (lost > 0) {
        line(`dedupe: ${counted(lost, 'more issue')}; see "issues" in the report\n`);
        lost = 0;
      }
      line(lineOf(row, options));
    },
    standing: (standing) => progress?.show(standing),
  };
}
