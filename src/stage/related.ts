/** The stage `related`: pairs of one event to what a report shows of them. Must not judge. */
import { isSureOfEvent } from '../match/index.ts';
import type { MatchOptions } from '../model/options.ts';
import { reportLink } from '../report/build.ts';
import { relatedLine } from '../report/ndjson.ts';
import { headIn } from './head-row.ts';
import { linkIn } from './link-row.ts';
import { type Given, isAbsent, nameIn, numberIn, objectIn, orderOf, type Stage, textIn } from './row.ts';

/** Where one side of a related pair stands. */
interface Side {
  readonly id: string;
  /** Undefined: in no group. */
  readonly group: string | undefined;
  readonly isCanonical: boolean;
}

/**
 * `{link, a, b}`: a related link, and of both sides `{pos, head, attempt}` with what `group` said of it, where it is in a group:
 * `{group, canonical, canonicalId, canonicalRep}`. Out comes the row of the report; nothing where the groups tell it already, or
 * where it is sure enough for groups by event alone.
 */
export function relatedStage({ threshold }: Pick<MatchOptions, 'threshold'>): Stage {
  return {
    take(row) {
      const [a, b] = [sideOf(objectIn(row, 'a')), sideOf(objectIn(row, 'b'))];
      if (a.group !== undefined && a.group === b.group) return [];
      if (!a.isCanonical && !b.isCanonical) return [];
      const link = linkIn(row, 0, 1);
      if (!isSureOfEvent(link.score, threshold)) return [];
      const shown = reportLink(link, a.id, b.id);
      return [
        {
          type: 'related',
          order: `${orderOf(shown.a)} ${orderOf(shown.b)}`,
          line: relatedLine(shown),
        },
      ];
    },
  };
}

/** A pair was judged on the first article of each text; it is told of the canonical where that has the same text. */
function sideOf(row: Given): Side {
  const pos = numberIn(row, 'pos');
  const { id } = headIn(row);
  if (isAbsent(row, 'group')) return { id, group: undefined, isCanonical: true };
  const isTold = numberIn(row, 'canonicalRep') === pos;
  return {
    id: isTold ? nameIn(row, 'canonicalId') : id,
    group: textIn(row, 'group'),
    isCanonical: isTold || numberIn(row, 'canonical') === pos,
  };
}
