/** Why two articles are, or are not, the same story: schema `dedupe.explanation/1`. Types only. */
import type { Evidence, Link, Passage, Relation, Signal } from './match.ts';
import type { ReportArticle, RunManifest } from './report.ts';

export const EXPLANATION_SCHEMA = 'dedupe.explanation/1';

/** What was found about the pair. `distinct`: neither the same story nor the same event. */
export interface ExplainedVerdict {
  readonly relation: Relation | 'distinct';
  readonly identical?: boolean;
  readonly inner?: 'a' | 'b';
  readonly reason?: Link['reason'];
  /** Probability that the pair tells one story, 0..1. */
  readonly score: number;
}

/** What people decided on the pair: it holds over the verdict. */
export interface ExplainedDecision {
  readonly decision: 'same' | 'different';
  /** Nobody decided on the two alone: decisions on others make it so. */
  readonly through?: true;
  readonly when?: string;
  readonly by?: string;
  readonly note?: string;
}

/** A passage both have, in the words of both. */
export interface ExplainedPassage extends Passage {
  readonly a: string;
  readonly b: string;
  /** Of aligned sentences: how likely each is the other's counterpart, 0..1; absent for passages in the same words. */
  readonly score?: number;
}

export interface Explanation {
  readonly schema: typeof EXPLANATION_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  /** What the verdict depends on besides the two articles. */
  readonly run: Pick<RunManifest, 'options' | 'engine'>;
  /** In the order in which they were asked for. */
  readonly a: ReportArticle;
  readonly b: ReportArticle;
  readonly verdict: ExplainedVerdict;
  readonly decided?: ExplainedDecision;
  /** Whether the report or state that was named has the two in one group; absent where none was named. */
  readonly grouped?: 'together' | 'apart';
  /** The waterfall: what each signal adds to the log-odds. */
  readonly signals: readonly Signal[];
  /** The same for the question before: whether they are near-duplicates, where `signals` are those of the story. */
  readonly nearSignals?: readonly Signal[];
  readonly evidence: Pick<Evidence, 'names' | 'numbers' | 'concepts' | 'resemblance' | 'containment'>;
  readonly passages: readonly ExplainedPassage[];
  /** What spoke against, in words. */
  readonly against: readonly string[];
  /** For a refused pair: what would have joined it. */
  readonly nearest?: string;
  readonly end: { readonly status: 'complete' };
}
