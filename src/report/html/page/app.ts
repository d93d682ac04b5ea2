/** What the parts of the page share: the data, the filter, the place, the decisions, and word when one of them changes. */
import type { ReportData } from './data.ts';
import type { Filter, Listed, ListFilter, Order } from './filter.ts';
import type { Place } from './place.ts';
import type { GroupDecision, Review } from './review.ts';

export interface App {
  readonly data: ReportData;
  readonly review: Review;
  readonly listFilter: ListFilter;
  filter: Filter;
  order: Order;
  /** What passes the filter, in order. */
  listed: readonly Listed[];
  place: Place;
  /** Applies another filter, and shows what passes. */
  setFilter(change: Partial<Filter>): void;
  setOrder(order: Order): void;
  go(place: Place): void;
  decide(group: string, change: (decision: GroupDecision) => GroupDecision): void;
  undo(): void;
  /** Tells who cannot see what happened. */
  announce(message: string): void;
}
