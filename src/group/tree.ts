/**
 * The tree of a group: which link each member hangs on, and what that says about it. Owns members, links, kind and
 * confidence; must not change membership. O(links of the group * log).
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { Group, GroupKind, Member } from '../model/group.ts';
import type { Evidence, Link, Relation } from '../model/match.ts';
import type { CanonicalRule } from '../model/options.ts';
import { Ends, type SourceOf } from './across.ts';
import type { DecidedGroup } from './decisions/decide.ts';
import { canonicalReason, comparePreference, type Known } from './facts.ts';
import { hasMember, type TextGraph } from './graph.ts';

/** From what leaves a text as it is to what changes it most: along a path the greatest change counts. */
const CHANGE: Readonly<Record<Relation, number>> = {
  copy: 0,
  near: 1,
  contained: 2,
  translation: 3,
  related: 4,
};

interface Hung {
  readonly relation: Relation | 'canonical';
  /** Product of the scores on the way to the canonical. */
  readonly score: number;
}

/** How a text hangs: by which link, on which article. */
interface Way {
  readonly link: Link;
  readonly to: Known;
  readonly state: { readonly relation: Relation; readonly score: number };
}

const COPY_OF_CANONICAL: Way['state'] = { relation: 'copy', score: 1 };

/** Builds the group of some texts, or of the copies of one. */
export function buildGroup(
  { graph, group: { canonical, texts }, canonical: decided, isParted }: DecidedGroup,
  known: (index: number) => Known,
  rule: CanonicalRule,
  sourceOf?: SourceOf,
): Group {
  const chosen = decided ?? graph.nodes[canonical]!.preferred;
  const ends = new Ends(graph, known, { text: canonical, chosen }, sourceOf);
  const members: Member[] = [];
  const links: Link[] = [];
  /** By what a text hangs; the canonical's own by the first that hangs on it. */
  const ways = new Map<number, Way>();
  hangTexts(graph, canonical, texts, (text, parent, link, state) => {
    const [from, to] = ends.between(text, parent);
    members.push({ index: from.index, relation: state.relation, via: to.index, score: state.score });
    links.push(rehang(graph, link, text, from, to));
    ways.set(text, { link, to, state });
    if (!ways.has(parent))
      ways.set(parent, { link, to: from, state: { ...state, score: state.score * link.score } });
  });
  members.push({ index: chosen.index, relation: 'canonical', score: 1 });
  for (const text of texts) {
    const isOfCanonical = text === canonical;
    for (const index of graph.nodes[text]!.members) {
      if (index === ends.headOf(text).index) continue;
      const copy = known(index);
      const way = ways.get(text);
      const same = ends.copyHangsOn(text, copy);
      const byLink = same === undefined && way !== undefined && ends.areAcross(copy, way.to);
      const to = byLink ? way.to : (same ?? ends.headOf(text));
      const { relation, score } =
        way !== undefined && (byLink || !isOfCanonical) ? way.state : COPY_OF_CANONICAL;
      members.push({ index, relation, via: to.index, score });
      links.push(byLink ? rehang(graph, way.link, text, copy, to) : copyLink(copy, to));
    }
  }
  links.sort((x, y) => x.a - y.a || x.b - y.b);
  return {
    kind: kindOf(links),
    canonical: chosen.index,
    canonicalReason:
      decided === undefined
        ? canonicalReason(rule, chosen, runnerUp(graph, texts, chosen, known, rule))
        : 'decision',
    // Every link of the tree right, taken as independent; links of one story are right or wrong together, so this is
    // a lower bound of the probability that the whole group is right.
    confidence: links.reduce((product, link) => product * link.score, 1),
    weakestLink: links.reduce((weakest, link) => Math.min(weakest, link.score), 1),
    members: members.sort((x, y) => x.index - y.index),
    links,
    ...(isParted === undefined ? {} : { isParted }),
  };
}

/** Hangs each text on the canonical or else, level by level, on its best linked text that already hangs. */
function hangTexts(
  graph: TextGraph,
  canonical: number,
  texts: readonly number[],
  visit: (text: number, parent: number, link: Link, state: Way['state']) => void,
): void {
  const inGroup = new Set(texts);
  const hung = new Map<number, Hung>([[canonical, { relation: 'canonical', score: 1 }]]);
  let level: readonly number[] = [canonical];
  while (level.length > 0) {
    const best = new Map<number, { parent: number; link: Link }>();
    for (const parent of level) {
      for (const [text, link] of graph.neighbours[parent]!) {
        if (!inGroup.has(text) || hung.has(text)) continue;
        const before = best.get(text);
        if (before === undefined || isBetter(graph, parent, link, before)) best.set(text, { parent, link });
      }
    }
    for (const [text, { parent, link }] of best) {
      const above = hung.get(parent)!;
      const state = { relation: further(above.relation, link.relation), score: above.score * link.score };
      hung.set(text, state);
      visit(text, parent, link, state);
    }
    level = [...best.keys()];
  }
}

function isBetter(
  graph: TextGraph,
  parent: number,
  link: Link,
  than: { parent: number; link: Link },
): boolean {
  if (link.score !== than.link.score) return link.score > than.link.score;
  const [id, other] = [graph.nodes[parent]!.representative.id, graph.nodes[than.parent]!.representative.id];
  return compareCodeUnits(id, other) < 0;
}

function further(above: Relation | 'canonical', relation: Relation): Relation {
  return above === 'canonical' || CHANGE[relation] > CHANGE[above] ? relation : above;
}

/** The link between the articles that stand for the texts; its evidence keeps its sides. */
function rehang(graph: TextGraph, link: Link, text: number, from: Known, to: Known): Link {
  const isFirst = hasMember(graph.nodes[text]!, link.a);
  return { ...link, a: isFirst ? from.index : to.index, b: isFirst ? to.index : from.index };
}

const SAME_TEXT: Evidence = { names: [], numbers: [], resemblance: 1, containment: 1 };
const ofSameText = (): Evidence => SAME_TEXT;

function copyLink(copy: Known, head: Known): Link {
  return {
    a: Math.min(copy.index, head.index),
    b: Math.max(copy.index, head.index),
    relation: 'copy',
    identical: copy.rawDigest === head.rawDigest,
    score: 1,
    evidence: ofSameText,
  };
}

/** The article that would be canonical if the chosen one were not there. */
function runnerUp(
  graph: TextGraph,
  texts: readonly number[],
  chosen: Known,
  known: (index: number) => Known,
  rule: CanonicalRule,
): Known | undefined {
  let best: Known | undefined;
  for (const text of texts) {
    for (const index of graph.nodes[text]!.members) {
      const article = known(index);
      if (index === chosen.index) continue;
      if (best === undefined || comparePreference(rule, article, best) < 0) best = article;
    }
  }
  return best;
}

function kindOf(links: readonly Link[]): GroupKind {
  const kinds = new Set(links.map((link) => kindOfRelation(link.relation)));
  if (kinds.has('event')) return 'event';
  const [only] = kinds;
  return only === undefined || kinds.size > 1 ? 'mixed' : only;
}

function kindOfRelation(relation: Relation): GroupKind {
  switch (relation) {
    case 'copy':
      return 'copy';
    case 'near':
    case 'contained':
      return 'near';
    case 'translation':
      return 'translation';
    case 'related':
      return 'event';
    default:
      return relation satisfies never;
  }
}
