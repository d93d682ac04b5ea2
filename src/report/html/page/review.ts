/**
 * What the reader decided, group by group. Owns the rules of one decision and of taking it back; must not know how it
 * is shown or exported. Kept in the browser's storage where that works, else until the page is closed.
 */
export type Answer = 'same' | 'different' | 'skip';

/** About one group; what is absent was not decided. */
export interface GroupDecision {
  readonly answer?: Answer;
  /** Ids of members that do not belong. */
  readonly out?: readonly string[];
  /** Id of the member that shall stand for the group. */
  readonly canonical?: string;
  /** RFC 3339 instant of the last change. */
  readonly when?: string;
}

export type Decisions = ReadonlyMap<string, GroupDecision>;

export interface Review {
  readonly decisions: () => Decisions;
  decide(group: string, decision: GroupDecision): void;
  /** The group whose decision was taken back, if there was one. */
  undo(): string | undefined;
  readonly canUndo: () => boolean;
  /** Decisions outlive the page. */
  readonly isKept: boolean;
}

/** Where decisions are kept: the part of the browser's storage that is used. */
export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** `now` tells the time as an RFC 3339 instant. */
export function openReview(key: string, drawer: Drawer | undefined, now: () => string): Review {
  let decisions = read(key, drawer);
  const before: { readonly group: string; readonly decisions: Decisions }[] = [];
  let isKept = drawer !== undefined;
  const keep = (next: Decisions): void => {
    decisions = next;
    try {
      drawer?.setItem(key, JSON.stringify([...next]));
    } catch {
      isKept = false;
    }
  };
  return {
    decisions: () => decisions,
    decide: (group, decision) => {
      before.push({ group, decisions });
      const next = new Map(decisions);
      if (isEmpty(decision)) next.delete(group);
      else next.set(group, { ...decision, when: now() });
      keep(next);
    },
    undo: () => {
      const last = before.pop();
      if (last === undefined) return undefined;
      keep(last.decisions);
      return last.group;
    },
    canUndo: () => before.length > 0,
    get isKept() {
      return isKept;
    },
  };
}

/** The same answer again takes it back. */
export function answered(decision: GroupDecision, answer: Answer): GroupDecision {
  const { answer: old, ...rest } = decision;
  return old === answer ? rest : { ...rest, answer };
}

/** Takes a member out, or back in; who is out cannot stand for the group. */
export function takenOut(decision: GroupDecision, member: string): GroupDecision {
  const { out = [], canonical, ...rest } = decision;
  const isOut = out.includes(member);
  const next = isOut ? out.filter((id) => id !== member) : [...out, member];
  const stays = canonical !== undefined && !next.includes(canonical);
  return { ...rest, ...(next.length > 0 ? { out: next } : {}), ...(stays ? { canonical } : {}) };
}

/** Lets a member stand for the group, or takes that back. */
export function madeCanonical(decision: GroupDecision, member: string): GroupDecision {
  const { canonical, out = [], ...rest } = decision;
  const next = out.filter((id) => id !== member);
  return {
    ...rest,
    ...(next.length > 0 ? { out: next } : {}),
    ...(canonical === member ? {} : { canonical: member }),
  };
}

function isEmpty({ answer, out, canonical }: GroupDecision): boolean {
  return answer === undefined && out === undefined && canonical === undefined;
}

const ANSWERS: readonly unknown[] = ['same', 'different', 'skip'] satisfies readonly Answer[];

/** What was stored, as far as it has the shape of decisions: anyone may have written there. */
function read(key: string, drawer: Drawer | undefined): Decisions {
  try {
    const stored: unknown = JSON.parse(drawer?.getItem(key) ?? '[]');
    return new Map(Array.isArray(stored) ? stored.flatMap(storedDecision) : []);
  } catch {
    return new Map();
  }
}

function storedDecision(entry: unknown): readonly (readonly [string, GroupDecision])[] {
  if (!Array.isArray(entry)) return [];
  const [group, value] = entry as readonly unknown[];
  if (typeof group !== 'string' || typeof value !== 'object' || value === null) return [];
  const { answer, out, canonical, when } = value as Readonly<Record<string, unknown>>;
  const ids = Array.isArray(out) ? out.filter((id) => typeof id === 'string') : [];
  return [
    [
      group,
      {
        ...(ANSWERS.includes(answer) ? { answer: answer as Answer } : {}),
        ...(ids.length > 0 ? { out: ids } : {}),
        ...(typeof canonical === 'string' ? { canonical } : {}),
        ...(typeof when === 'string' ? { when } : {}),
      },
    ],
  ];
}
