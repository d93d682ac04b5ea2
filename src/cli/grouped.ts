/** Whether groups that were found before have two articles in one. Pure. */

export type Grouped = 'together' | 'apart';

/** `groups`: the ids of each. */
export function groupedIn(groups: Iterable<readonly string[]>, a: string, b: string): Grouped {
  for (const ids of groups) if (ids.includes(a)) return ids.includes(b) ? 'together' : 'apart';
  return 'apart';
}
