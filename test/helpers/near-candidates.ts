import type { NearBounds } from '../../src/candidates/near/estimate.ts';
import {
  NEAR_PIECES,
  type NearColumns,
  type NearPlan,
  nearPairs,
  planNear,
} from '../../src/candidates/near/index.ts';
import type { PairList } from '../../src/candidates/near/pairs.ts';
import type { Staged } from '../../src/model/issue.ts';

/** All parts of the search, one after another, as one ordered list without repetition. */
export function nearCandidates(
  columns: NearColumns,
  bounds: NearBounds,
): Staged<Pick<NearPlan, 'copies' | 'representatives'> & { readonly pairs: PairList }> {
  const plan = planNear(columns);
  const found = NEAR_PIECES.map((piece) => nearPairs(plan, piece, bounds));
  const { count } = columns;
  const codes = new Set(
    found.flatMap(({ value: { a, b } }) => Array.from(a, (first, i) => first * count + b[i]!)),
  );
  const sorted = [...codes].sort((x, y) => x - y);
  return {
    value: {
      copies: plan.copies,
      representatives: plan.representatives,
      pairs: {
        a: Uint32Array.from(sorted, (code) => Math.floor(code / count)),
        b: Uint32Array.from(sorted, (code) => code % count),
      },
    },
    issues: found.flatMap(({ issues }) => issues),
  };
}
