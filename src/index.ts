/**
 * The public API: named re-exports only. `scan` and `explain` are the command for a program; the rest are its pure parts,
 * for who keeps articles himself. Nothing here prints, exits, listens to signals or reads the environment.
 */
export {
  analyseArticle,
  Collection,
  explainPair,
  type Findings,
  findGroups,
  loadVoters,
  parseRules,
  type Voters,
} from './dedupe.ts';
export { NoInputError, OutputError, UsageError } from './lib/errors.ts';
export { type ExplainOptions, explain } from './library/explain.ts';
export type { Running, ScanOptions } from './library/options.ts';
export type { ArticleRecord, Input } from './library/records.ts';
export { type Scan, scan, type WholeReport } from './library/scan.ts';
export type { Article, ArticleHead, Block, Language, RawArticle } from './model/article.ts';
export type { DecidedArticle, Decision } from './model/decision.ts';
export type { Explanation } from './model/explanation.ts';
export type { Group, Member } from './model/group.ts';
export type { Issue, IssueCode } from './model/issue.ts';
export type { StageName } from './model/log.ts';
export type { Evidence, Link, Relation, Verdict } from './model/match.ts';
export { DEFAULT_MATCH_OPTIONS, type MatchOptions } from './model/options.ts';
export type { ArticlePort } from './model/port.ts';
export type {
  Report,
  ReportArticle,
  ReportGroup,
  ReportLink,
  ReportMember,
  ReportRelated,
  Summary,
} from './model/report.ts';
export type { BlockMatcher, SiteRule, SiteRules } from './model/rules.ts';
export type { Format, RenderOptions } from './report/index.ts';
export type { Progress } from './run/progress.ts';
export { ArticlesInMemory } from './state/memory.ts';
