/** What a caller may choose about rendering. Types and closed lists only; the terminal itself is known to `cli`. */

export const FORMATS = ['human', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'paths0'] as const;
export type Format = (typeof FORMATS)[number];

export const INSPECT_FORMATS = ['human', 'json', 'ndjson'] as const satisfies readonly Format[];
export type InspectFormat = (typeof INSPECT_FORMATS)[number];

export const EXPLANATION_FORMATS = ['human', 'json', 'md'] as const satisfies readonly Format[];
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];

export const DIFF_FORMATS = ['human', 'json', 'ndjson', 'md'] as const satisfies readonly Format[];
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export const LOOKUP_FORMATS = ['human', 'json', 'ndjson'] as const satisfies readonly Format[];
export type LookupFormat = (typeof LOOKUP_FORMATS)[number];

/** All but `limit` concern the human format only: data is the same for every reader. */
export interface RenderOptions {
  readonly colour: boolean;
  /** Columns of the terminal; lines are cut to it, but for ids, paths and messages, which must stay whole. */
  readonly width: number;
  /** Groups and related pairs only: no overview, issues or summary. */
  readonly quiet?: boolean;
  /**
   * Groups, pairs or articles written at most, in any format (absent: all); for people also related pairs and issues
   * (absent: one screen of each).
   */
  readonly limit?: number;
}
