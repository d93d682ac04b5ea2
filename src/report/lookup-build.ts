/**
 * What a scan over an archive and an input found, as an answer about the articles of the input. Owns the shape of
 * `dedupe.lookup/1`; must not render it or judge anything.
 */
import { compareCodeUnits, round4 } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Group, GroupTrace } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import {
  LOOKUP_SCHEMA,
  type LookedUp,
  type Lookup,
  type LookupGroup,
  type LookupMatch,
  type LookupState,
  type LookupStatus,
} from '../model/lookup.ts';
import type { Link, Relation } from '../model/match.ts';
import type { ArticlePort } from '../model/port.ts';
import type { ReportArticle, ReportRelated, RunManifest } from '../model/report.ts';
import { byIds, byPlace, countBy, reportArticle, reportGroup, reportLink, traceOf } from './build.ts';
import { type Route, routesToKnown } from './lookup-routes.ts';
import { mapped } from './sequence.ts';

export interface LookupInput {
  readonly tool: Lookup['tool'];
  readonly run: RunManifest;
  readonly state: LookupState;
  readonly groups: readonly Group[];
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
  /** BCP 47 of each article, by index. */
  readonly languages: readonly string[];
  /** Indexes of the articles that are looked up, ascending; whether the archive holds this very article. */
  readonly input: ReadonlyMap<ArticleIndex, boolean>;
  /** Groups of the last run. */
  readonly knownGroups: Iterable<GroupTrace>;
}

/** From near to far. */
const RELATIONS: readonly Relation[] = ['copy', 'near', 'contained', 'translation', 'related'];

export function buildLookup(input: LookupInput, port: ArticlePort): Lookup {
  const found = new Found(input, port);
  const indexes = [...input.input.keys()];
  const issues = [...input.issues].sort(byPlace);
  return {
    schema: LOOKUP_SCHEMA,
    tool: input.tool,
    run: input.run,
    state: input.state,
    articles: mapped(indexes, (index) => found.article(index)),
    groups: mapped(found.groups, (group) => found.group(group)),
    issues,
    summary: {
      articles: indexes.length,
      ...counted(indexes.map((index) => found.status(index))),
      issues: countBy(issues.map(({ code }) => code)),
    },
    end: { status: 'complete' },
    find: (id) => found.find(id),
  };
}

/** What was found about the articles of the input, looked up once. */
class Found {
  /** Those with an article of the input. */
  readonly groups: readonly Group[];
  readonly #input: LookupInput;
  readonly #port: ArticlePort;
  readonly #groupOf = new Map<ArticleIndex, Group>();
  readonly #routes = new Map<ArticleIndex, Route>();
  readonly #related: ReadonlyMap<ArticleIndex, readonly Link[]>;
  readonly #knownAs: ReadonlyMap<Group, readonly string[]>;
  readonly #named = new Map<string, ArticleIndex>();

  constructor(input: LookupInput, port: ArticlePort) {
    this.#input = input;
    this.#port = port;
    this.groups = input.groups.filter(({ members }) => members.some(({ index }) => input.input.has(index)));
    for (const group of this.groups) {
      for (const { index } of group.members) if (input.input.has(index)) this.#groupOf.set(index, group);
      for (const [index, route] of routesToKnown(group, (index) => this.#isForeign(index)))
        this.#routes.set(index, route);
    }
    this.#related = relatedOf(input);
    this.#knownAs = namesOf(this.groups, input.knownGroups, (index) => this.#idOf(index));
    for (const { to } of this.#routes.values()) this.#named.set(this.#idOf(to), to);
    for (const links of this.#related.values())
      for (const { a, b } of links) this.#named.set(this.#idOf(a), a).set(this.#idOf(b), b);
  }

  status(index: ArticleIndex): LookupStatus {
    if (!this.#isForeign(index)) return 'known';
    const route = this.#routes.get(index);
    if (route !== undefined) return relationOf(route) === 'related' ? 'related' : 'known';
    const pairs = this.#related.get(index) ?? [];
    return pairs.some(({ a, b }) => !this.#isForeign(a === index ? b : a)) ? 'related' : 'new';
  }

  article(index: ArticleIndex): LookedUp {
    const [group, route] = [this.#groupOf.get(index), this.#routes.get(index)];
    const idOf = (index: ArticleIndex): string => this.#idOf(index);
    return {
      ...reportArticle(this.#port.head(index)),
      status: this.status(index),
      ...(this.#isForeign(index) ? {} : { isArchived: true }),
      ...(route === undefined ? {} : { match: matchOf(route, idOf) }),
      ...(group === undefined ? {} : { group: this.#nameOf(group) }),
      related: (this.#related.get(index) ?? []).map((link) => relatedRow(link, idOf)).sort(byIds),
    };
  }

  group(group: Group): LookupGroup {
    const { links: _, members, ...rest } = reportGroup(group, this.#port, this.#input.languages, undefined);
    return {
      ...rest,
      knownAs: this.#knownAs.get(group) ?? [],
      members: members.map((member, i) => ({
        ...member,
        ...(this.#isForeign(group.members[i]!.index) ? { isInput: true } : {}),
      })),
    };
  }

  find(id: string): ReportArticle | undefined {
    const index = this.#named.get(id);
    return index === undefined ? undefined : reportArticle(this.#port.head(index));
  }

  /** Whether it is of the input and not of the archive. */
  #isForeign(index: ArticleIndex): boolean {
    return this.#input.input.get(index) === false;
  }

  #idOf(index: ArticleIndex): string {
    return this.#port.head(index).id;
  }

  #nameOf(group: Group): NonNullable<LookedUp['group']> {
    const { id, canonical } = traceOf(group, this.#port);
    return { id, canonical, knownAs: this.#knownAs.get(group) ?? [] };
  }
}

function counted(statuses: readonly LookupStatus[]): Readonly<Record<LookupStatus, number>> {
  const counts = { known: 0, related: 0, new: 0 };
  for (const status of statuses) counts[status]++;
  return counts;
}

/** What the groups were called in the last run. */
function namesOf(
  groups: readonly Group[],
  known: Iterable<GroupTrace>,
  idOf: (index: ArticleIndex) => string,
): ReadonlyMap<Group, readonly string[]> {
  const owners = new Map<string, Group>();
  for (const group of groups) for (const { index } of group.members) owners.set(idOf(index), group);
  const names = new Map<Group, Set<string>>();
  if (owners.size === 0) return new Map();
  for (const { id, ids } of known) {
    for (const member of ids) {
      const group = owners.get(member);
      if (group !== undefined) names.set(group, (names.get(group) ?? new Set()).add(id));
    }
  }
  return new Map([...names].map(([group, own]) => [group, [...own].sort(compareCodeUnits)]));
}

function relatedOf({ related, input }: LookupInput): ReadonlyMap<ArticleIndex, readonly Link[]> {
  const pairs = new Map<ArticleIndex, Link[]>();
  for (const link of related) {
    for (const side of [link.a, link.b]) {
      if (!input.has(side)) continue;
      const own = pairs.get(side);
      if (own === undefined) pairs.set(side, [link]);
      else own.push(link);
    }
  }
  return pairs;
}

function relationOf({ links }: Route): Relation {
  return RELATIONS[Math.max(...links.map(({ relation }) => RELATIONS.indexOf(relation)))]!;
}

function matchOf(route: Route, idOf: (index: ArticleIndex) => string): LookupMatch {
  return {
    id: idOf(route.to),
    relation: relationOf(route),
    score: round4(route.score),
    links: route.links.map((link) => reportLink(link, idOf(link.a), idOf(link.b))),
  };
}

function relatedRow(link: Link, idOf: (index: ArticleIndex) => string): ReportRelated {
  const { a, b, score, evidence } = reportLink(link, idOf(link.a), idOf(link.b));
  return { a, b, score, evidence };
}
