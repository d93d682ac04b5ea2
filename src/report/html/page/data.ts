/**
 * The blocks of data in this file, parsed when they are asked for. Must not keep what was parsed of a group: texts are
 * large, and parsing one again takes a millisecond.
 */
import type { GroupData, IssueRow, ListRow, PageHead, Part, RelatedRow } from '../shape.ts';

export interface ReportData {
  readonly head: PageHead;
  readonly rows: readonly ListRow[];
  /** Undefined while the browser still reads the file, and where the file was cut. */
  group(position: number): GroupData | undefined;
  related(): readonly RelatedRow[];
  issues(): readonly IssueRow[];
  isComplete(): boolean;
}

export function readData(): ReportData {
  const head = parsed<PageHead>(blocks('head')[0]);
  if (head === undefined) throw new Error('this file holds no report');
  const rows = rowsOf<ListRow>('list');
  let groups: readonly Element[] = [];
  return {
    head,
    rows,
    group: (position) => {
      if (groups.length <= position) groups = blocks('group');
      // While the file is read the last block may be a part of itself.
      const isWhole = position < groups.length - 1 || document.readyState !== 'loading';
      return isWhole ? parsed<GroupData>(groups[position]) : undefined;
    },
    related: () => rowsOf<RelatedRow>('related'),
    issues: () => rowsOf<IssueRow>('issues'),
    isComplete: () => blocks('end').length > 0,
  };
}

function blocks(part: Part): readonly Element[] {
  return Array.from(document.querySelectorAll(`script[type="application/json"][data-part="${part}"]`));
}

function rowsOf<Row>(part: Part): readonly Row[] {
  return blocks(part).flatMap((block) => parsed<readonly Row[]>(block) ?? []);
}

function parsed<T>(block: Element | undefined): T | undefined {
  if (block === undefined) return undefined;
  try {
    return JSON.parse(block.textContent ?? '') as T;
  } catch {
    return undefined;
  }
}
