/**
 * Which decisions hold: the later wins, each is kept unless those that are kept already contradict it, directly or
 * through others. Owns that order and what is said of what does not hold; must not look at links or groups. The result
 * does not depend on the order of the decisions, only on their times. O(articles named * log).
 */
import { compareCodeUnits } from '../../lib/order.ts';
import { saidBy } from '../../lib/said-by.ts';
import type { ArticleIndex } from '../../model/article.ts';
import type { Decision, DecisionKind } from '../../model/decision.ts';
import type { Issue } from '../../model/issue.ts';
import type { FoundArticles } from './find-articles.ts';
import { Ties } from './ties.ts';

export interface Settled {
  readonly ties: Ties;
  /** Pairs that belong together and that nothing contradicts. */
  readonly same: readonly (readonly [ArticleIndex, ArticleIndex])[];
  /** Articles that are to stand for their groups, the latest decision first. */
  readonly canonicals: readonly ArticleIndex[];
  /** All articles that a decision is about, ascending. */
  readonly decided: readonly ArticleIndex[];
  readonly issues: readonly Issue[];
}

/** A decision with the articles of the collection that it is about. */
interface Placed {
  readonly decision: Decision;
  readonly articles: readonly ArticleIndex[];
  readonly from: readonly ArticleIndex[] | undefined;
}

export function settle(
  decisions: readonly Decision[],
  { indexOf, unknown, byId }: FoundArticles,
  idOf: (index: ArticleIndex) => string,
): Settled {
  const ties = new Ties();
  const same: (readonly [ArticleIndex, ArticleIndex])[] = [];
  const canonicals: ArticleIndex[] = [];
  const decided = new Set<ArticleIndex>();
  const issues: Issue[] = [...unknownIssues(unknown), ...byIdIssues(byId)];
  for (const decision of standing(decisions, indexOf)) {
    const placed = place(decision, indexOf);
    const tell = (a: ArticleIndex, b: ArticleIndex): void => {
      issues.push(conflict(decision, idOf(a), idOf(b)));
    };
    for (const index of [...placed.articles, ...(placed.from ?? [])]) decided.add(index);
    switch (decision.decision) {
      case 'same':
        same.push(...joinAll(placed.articles, ties, tell));
        break;
      case 'different':
        if (placed.from === undefined) ties.exclude(placed.articles, tell);
        else ties.excludeSides(placed.articles, placed.from, tell);
        break;
      case 'canonical':
        canonicals.push(...placed.articles);
        break;
      case 'undecided':
        break;
      default:
        decision.decision satisfies never;
    }
  }
  return {
    ties,
    same,
    canonicals: [...new Set(canonicals)],
    decided: [...decided].sort((a, b) => a - b),
    issues,
  };
}

/** Decisions that were not taken back, each once, the latest first. */
export function* standing(
  decisions: readonly Decision[],
  indexOf: FoundArticles['indexOf'],
): Iterable<Decision> {
  const takenBack = new Set<string>();
  const known = new Set<string>();
  for (const { text, decision } of inOrder(decisions)) {
    // Files that were joined may hold one decision several times.
    if (known.has(text)) continue;
    known.add(text);
    const subject = subjectOf(decision, indexOf);
    if (decision.decision === 'undecided') takenBack.add(subject);
    else if (!takenBack.has(subject)) yield decision;
  }
}

/** At one time what takes back goes before what it takes back, and the cautious before the bold. */
const RANK: Readonly<Record<DecisionKind, number>> = { undecided: 0, different: 1, same: 2, canonical: 3 };

/** The latest first; in an order that depends on nothing but what they say. */
function inOrder(decisions: readonly Decision[]): readonly { text: string; decision: Decision }[] {
  return decisions
    .map((decision) => ({ decision, text: saidBy(decision), time: timeOf(decision) }))
    .sort(
      (x, y) =>
        y.time - x.time ||
        RANK[x.decision.decision] - RANK[y.decision.decision] ||
        compareCodeUnits(x.text, y.text),
    );
}

function timeOf({ when }: Decision): number {
  return when === undefined ? 0 : Date.parse(when);
}

/** What the decision is about, whatever was decided: articles as they are found, in order. */
function subjectOf({ articles, from }: Decision, indexOf: FoundArticles['indexOf']): string {
  const names = (list: Decision['articles']): readonly string[] =>
    list.map((article) => String(indexOf(article) ?? JSON.stringify(article))).sort(compareCodeUnits);
  return JSON.stringify(from === undefined ? [names(articles)] : [names(articles), names(from)].sort());
}

function place(decision: Decision, indexOf: FoundArticles['indexOf']): Placed {
  const placesOf = (list: Decision['articles']): readonly ArticleIndex[] =>
    [...new Set(list.map(indexOf).filter((index) => index !== undefined))].sort((a, b) => a - b);
  return {
    decision,
    articles: placesOf(decision.articles),
    from: decision.from === undefined ? undefined : placesOf(decision.from),
  };
}

/** Joins articles with the first that they may be joined with; what cannot be is told. */
function* joinAll(
  articles: readonly ArticleIndex[],
  ties: Ties,
  tell: (a: ArticleIndex, b: ArticleIndex) => void,
): Iterable<readonly [ArticleIndex, ArticleIndex]> {
  const heads: ArticleIndex[] = [];
  for (const article of articles) {
    const head = heads.find((index) => ties.join(index, article));
    const [first] = heads;
    if (first !== undefined && head !== first) tell(first, article);
    if (head === undefined) heads.push(article);
    else yield [head, article];
  }
}

function conflict({ decision, when, by }: Decision, a: string, b: string): Issue {
  const who = `${when ?? 'without a time'}${by === undefined ? '' : `, ${by}`}`;
  const others = decision === 'same' ? 'different' : 'the same';
  return {
    code: 'decision-conflict',
    path: '',
    message: `the decision that ${a} and ${b} are ${decision === 'same' ? 'the same' : decision} (${who}) does not hold: decisions that go before it make them ${others}, directly or through other articles; take the wrong one back`,
  };
}

/** Ids named in a message that counts. */
const NAMED = 3;

function unknownIssues(unknown: readonly string[]): readonly Issue[] {
  const { count, names, it } = counted(unknown);
  if (count === '') return [];
  const message = `${count} not in this input, and decisions on ${it} have no effect here: ${names}`;
  return [{ code: 'decision-unknown', path: '', message }];
}

function byIdIssues(byId: readonly string[]): readonly Issue[] {
  const { count, names, it } = counted(byId);
  if (count === '') return [];
  const message = `${count} known by id alone, for the text changed since; decisions on ${it} hold, look again: ${names}`;
  return [{ code: 'decision-by-id', path: '', message }];
}

function counted(all: readonly string[]): {
  readonly count: string;
  readonly names: string;
  readonly it: string;
} {
  const ids = [...new Set(all)];
  if (ids.length === 0) return { count: '', names: '', it: '' };
  const names = ids.slice(0, NAMED).join(', ') + (ids.length > NAMED ? ', ...' : '');
  return ids.length === 1
    ? { count: '1 decided article is', names, it: 'it' }
    : { count: `${ids.length} decided articles are`, names, it: 'them' };
}
