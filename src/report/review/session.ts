/**
 * A review as it goes: which group is shown, what was said of each, what can be undone. Owns the flow; must not read keys,
 * files or the clock. Everything it decides comes out as decisions to be kept before the next key.
 */
import type { DecidedArticle, Decision } from '../../model/decision.ts';
import { type Answer, answerOf, decisionsOf, type Held } from './answer.ts';

export interface ReviewGroup {
  /** Place of the group in the report. */
  readonly position: number;
  readonly members: readonly DecidedArticle[];
  readonly canonical: string;
}

interface Step {
  readonly group: number;
  readonly before: readonly Held[];
}

export class ReviewSession {
  readonly #groups: readonly ReviewGroup[];
  /** By group: decisions that hold on it, the oldest first. */
  readonly #held: (readonly Held[])[];
  readonly #steps: Step[] = [];
  readonly #now: () => string;
  #at = -1;
  #answered = 0;
  #skipped = 0;

  /** `now` is later each time than any time that stands in a decision. */
  constructor(groups: readonly ReviewGroup[], held: readonly (readonly Held[])[], now: () => string) {
    this.#groups = groups;
    this.#held = [...held];
    this.#now = now;
    this.#at = this.#nextOpen(0);
  }

  /** The group that is shown; undefined when all were gone through. */
  get group(): ReviewGroup | undefined {
    return this.#groups[this.#at];
  }

  /** 1-based. */
  get number(): number {
    return this.#at + 1;
  }

  get answered(): number {
    return this.#answered;
  }

  get skipped(): number {
    return this.#skipped;
  }

  /** Groups that no decision settles yet. */
  get open(): number {
    return this.#groups.filter((_, n) => !this.#isSettled(n)).length;
  }

  answer(): Answer {
    return this.#answerOf(this.#at);
  }

  /** Says something of the group that is shown; what is to be kept. A verdict goes on to the next open group. */
  say(answer: Answer): readonly Decision[] {
    const group = this.#groups[this.#at]!;
    const before = this.#held[this.#at]!;
    const kept = this.#change(this.#at, decisionsOf(group.members, answer).map(heldAs));
    this.#steps.push({ group: this.#at, before });
    this.#answered++;
    if (answer.verdict !== undefined) this.#at = this.#nextOpen(this.#at + 1);
    return kept;
  }

  skip(): void {
    this.#skipped++;
    this.#at = this.#nextOpen(this.#at + 1);
  }

  /** To the group before, answered or not; false at the first. */
  back(): boolean {
    if (this.#at <= 0) return false;
    this.#at--;
    return true;
  }

  /** Takes the last answer back and shows its group; undefined where there is none. */
  undo(): readonly Decision[] | undefined {
    const step = this.#steps.pop();
    if (step === undefined) return undefined;
    this.#answered--;
    this.#at = step.group;
    return this.#change(step.group, step.before);
  }

  #isSettled(n: number): boolean {
    return this.#answerOf(n).verdict !== undefined;
  }

  #answerOf(n: number): Answer {
    return answerOf(
      this.#groups[n]!.members.map(({ id }) => id),
      this.#held[n]!,
    );
  }

  #nextOpen(from: number): number {
    let n = from;
    while (n < this.#groups.length && this.#isSettled(n)) n++;
    return n;
  }

  /** Makes these the decisions on a group: what was decided otherwise is taken back, what is not there is added. */
  #change(n: number, wanted: readonly Held[]): readonly Decision[] {
    const ids = new Set(this.#groups[n]!.members.map(({ id }) => id));
    const keys = new Set(wanted.map((held) => keyOf(named(held))));
    // What was decided of other groups, too, stays.
    const isOwn = ({ articles, from, decision }: Held): boolean =>
      [...articles, ...(from ?? [])].every((id) => ids.has(id)) &&
      articles.length === decision.articles.length &&
      (from?.length ?? 0) === (decision.from?.length ?? 0);
    const before = this.#held[n]!;
    const gone = before.filter((held) => isOwn(held) && !keys.has(keyOf(named(held))));
    const stays = before.filter((held) => !gone.includes(held));
    const known = new Set(stays.map((held) => keyOf(named(held))));
    const added = wanted.filter((held) => !known.has(keyOf(named(held))));
    const takenBack = gone.map(({ decision: { articles, from } }): Decision => {
      return { decision: 'undecided', articles, ...(from === undefined ? {} : { from }), when: this.#now() };
    });
    const decided = added.map(
      (held): Held => ({ ...held, decision: { ...held.decision, when: this.#now() } }),
    );
    this.#held[n] = [...stays, ...decided];
    return [...takenBack, ...decided.map(({ decision }) => decision)];
  }
}

interface Named {
  readonly decision: Decision['decision'];
  readonly articles: readonly { readonly id: string }[];
  readonly from?: readonly { readonly id: string }[];
}

/** What a decision says of which articles, by the ids of the report. */
function keyOf({ decision, articles, from }: Named): string {
  return JSON.stringify([decision, articles.map(({ id }) => id).sort(), from?.map(({ id }) => id).sort()]);
}

function named({ decision: { decision }, articles, from }: Held): Named {
  const all = (ids: readonly string[]): Named['articles'] => ids.map((id) => ({ id }));
  return { decision, articles: all(articles), ...(from === undefined ? {} : { from: all(from) }) };
}

function heldAs(decision: Decision): Held {
  const ids = (articles: Decision['articles']): readonly string[] => articles.map(({ id }) => id);
  const { articles, from } = decision;
  return { decision, articles: ids(articles), ...(from === undefined ? {} : { from: ids(from) }) };
}
