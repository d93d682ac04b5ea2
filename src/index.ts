/** The public API: named re-exports only. Nothing here touches disk, console or clock. */
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
export type { Article, ArticleHead, Block, Language, RawArticle } from './model/article.ts';
export type { Group, Member } from './model/group.ts';
export type { Evidence, Link, Relation, Verdict } from './model/match.ts';
export { DEFAULT_MATCH_OPTIONS, type MatchOptions } from './model/options.ts';
export type { ArticlePort } from './model/port.ts';
export type { Report } from './model/report.ts';
export type { BlockMatcher, SiteRule, SiteRules } from './model/rules.ts';
export { ArticlesInMemory } from './state/memory.ts';
