/** Hands the decisions to the reader as a file. Must not send anything anywhere: the file is made in the page. */

import { counted } from '../../../lib/figures.ts';
import { decisionLine } from '../../decision-row.ts';
import type { App } from './app.ts';
import { decisionsOn } from './decisions.ts';
import { element } from './dom.ts';

const FILE_NAME = 'decisions.ndjson';

export function exportDecisions(app: App): void {
  const lines = decisionLines(app);
  if (lines.length === 0) {
    app.announce('No decisions yet');
    return;
  }
  const address = URL.createObjectURL(new Blob([lines.join('')], { type: 'application/x-ndjson' }));
  const link = element('a', { href: address, download: FILE_NAME });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  app.announce(`${counted(lines.length, 'decision')} exported`);
}

/** In the order of the report, whatever the order in which they were made. */
function decisionLines({ data, review }: App): readonly string[] {
  const decisions = review.decisions();
  return data.rows.flatMap(({ id }, position) => {
    const decision = decisions.get(id);
    const group = decision === undefined ? undefined : data.group(position);
    if (decision === undefined || group === undefined) return [];
    return decisionsOn(group, decision).map(decisionLine);
  });
}
