import type { NearBounds } from '../../src/candidates/near/estimate.ts';
import {
  NEAR_PIECES,
  type NearColumns,
  type NearPlan,
  nearIssues,
  nearPairs,
  planNear,
} from '../../src/candidates/near/index.ts';
import { orderedPairs } from '../../src/lib/ordered-pairs.ts';
import type { Staged } from '../../src/model/issue.ts';
import type { PairList } from '../../src/model/match.ts';

/** All parts of the search, one after another, as one ordered list without repetition. */
export function nearCandidates(
  columns: NearColumns,
  bounds: NearBounds,
): Staged<Pick<NearPlan, 'copies' | 'representatives'> & { readonly pairs: PairList }> {
  const plan = planNear(columns);
  const found = NEAR_PIECES.map((piece) => nearPairs(plan, piece, bounds));
  return {
    value: {
      copies: plan.copies,
      representatives: plan.representatives,
      pairs: orderedPairs(found.map(({ value }) => value)),
    },
    issues: nearIssues(found),
  };
}
