/**
 * Why two texts that share their wording are two stories all the same. Owns the reasons and how they are told; each is
 * measured in a file of its own.
 */
import { areOneSource } from '../../lib/source-name.ts';
import { beginApart } from './beginnings.ts';
import type { Changes } from './changes.ts';
import type { Overlap } from './resemblance.ts';
import { areIssues } from './series.ts';
import type { Mould } from './templated.ts';
import type { NearText } from './text.ts';

export interface Refusal {
  readonly by: 'mould' | 'series' | 'background';
  /** For the evidence. */
  readonly against: string;
  /** What would have joined them. */
  readonly nearest: string;
}

/** Two papers that print one agency's text on one day, each under a lead of its own. */
const ONE_DAY = 86_400_000;

/** Whether each has a title of its own, without which one is as well an edit of the other. */
function haveOwnTitles({ heading: { title: a } }: NearText, { heading: { title: b } }: NearText): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** Whether one source wrote both, for all that is known, or days lie between them. */
function areApart({ heading: a }: NearText, { heading: b }: NearText): boolean {
  if (a.source === b.source || areOneSource(a.source, b.source)) return true;
  return Math.abs(Date.parse(a.date ?? '') - Date.parse(b.date ?? '')) > ONE_DAY;
}

/** The first reason that holds. `isJoined`: whether the two would be joined else; what is related only is no version. */
export function refusalOf(
  a: NearText,
  b: NearText,
  { containment }: Overlap,
  changes: Changes,
  mould: Mould,
  isJoined: boolean,
): Refusal | undefined {
  if (mould.isMould) {
    const percent = Math.round(100 * mould.share);
    return {
      by: 'mould',
      against: `the shared prose is a mould: ${mould.replaced} numbers and names were replaced in place, ${percent} % of the facts`,
      nearest: 'at least as many facts kept as replaced in place',
    };
  }
  if (!haveOwnTitles(a, b)) return undefined;
  if (areIssues(a, b, changes)) {
    return {
      by: 'series',
      against: 'the titles are one mould and name another day, place or person: issues of a series',
      nearest: 'titles that name the same day, place and person',
    };
  }
  if (isJoined && areApart(a, b) && beginApart(a, b, containment, changes)) {
    return {
      by: 'background',
      against:
        'each begins with news of which the other says nothing; what they share is background or a notice',
      nearest: 'a beginning of which the other text speaks, too',
    };
  }
  return undefined;
}
