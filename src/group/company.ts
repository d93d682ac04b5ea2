/**
 * Texts that the others of a story speak for: translations that are too unsure pair by pair, but not taken together. Two
 * groups, or a group and a text, become one where unsure links join them, they have no language in common, and the mean
 * log-odds of all pairs between them say so; texts that are all alone need two others. One pair by itself joins nothing
 * here, and neither do a text and its edits with one other: texts of one language are one voice, and it takes three.
 * Owns that rule; must not judge links.
 *
 * In rounds: those join that are best for each other. A function of the links of one component, whatever their order.
 * Linear in these links a round, and rounds are bounded: of a chain in which each is better than the last the end is left.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { Link } from '../model/match.ts';
import type { CanonicalRule } from '../model/options.ts';
import { comparePreference } from './facts.ts';
import { byId, idOfText, indexOfText, type LanguageOf, type TextGraph } from './graph.ts';
import type { TextGroup } from './split.ts';
import type { OddsOf } from './versions.ts';

/** Least mean of the log-odds between two units that join, and among texts that no sure link holds: decision 0012. */
const LEAST_MEAN = 1;
/** Log-odds beyond which one pair weighs no more: those of a pair that is sure by itself, so that none outvotes another. */
const MOST = 3;
/** Voices without which nothing holds what joined: the edits of a text say the same as it. */
const LEAST_LANGUAGES = 3;
/** Texts of a unit that are asked: of more, those of the smallest ids. */
const ASKED = 16;
const ROUNDS = 8;

export interface Grouped {
  readonly graph: TextGraph;
  readonly groups: readonly TextGroup[];
}

interface Company {
  readonly languageOf: LanguageOf;
  readonly oddsOf: OddsOf;
  readonly rule: CanonicalRule;
}

/** A group, or a text in none. */
interface Unit {
  /** By id: sums of doubles depend on their order. */
  readonly texts: readonly number[];
  readonly languages: ReadonlySet<string>;
  /** The groups that it is made of; texts in none stand beside them. */
  readonly groups: readonly TextGroup[];
  /** Whether sure links hold some of it together across languages. */
  readonly isFirm: boolean;
}

/** What becomes of a unit; `group`: as it was given, absent where it grew. */
interface Held extends Pick<Unit, 'texts'> {
  readonly group?: TextGroup;
}

/** Two texts that a link joins which made no group of them. */
interface Tie {
  readonly texts: readonly [number, number];
  readonly link: Link;
}

/**
 * The groups with what joins them, and the graph with the links by which it does. `faint`: links that are too unsure by
 * themselves; their texts are nodes of the graph.
 */
export function joinCompany(grouped: Grouped, faint: readonly Link[], company: Company): Grouped {
  const { graph, groups } = grouped;
  const ties = tiesOf(grouped, faint);
  if (ties.length === 0) return grouped;
  const table = new Units(graph, groups, ties, company);
  let round = 0;
  while (round < ROUNDS && table.join(ties)) round++;
  const units = table.held();
  const grown = units.filter(({ group }) => group === undefined);
  if (grown.length === 0) return grouped;
  return {
    graph: { nodes: graph.nodes, neighbours: withTies(graph, grown, ties) },
    groups: units.map(({ group, texts }) => group ?? groupOf(graph, texts, company.rule)),
  };
}

/** Faint links, and translations between groups that sure links make no group of. */
function tiesOf({ graph, groups }: Grouped, faint: readonly Link[]): readonly Tie[] {
  const nodeOf = new Map(graph.nodes.map(({ members }, node) => [members[0]!, node]));
  const ties = faint.map((link): Tie => ({ texts: [nodeOf.get(link.a)!, nodeOf.get(link.b)!], link }));
  const groupOfText = new Map<number, TextGroup>();
  for (const group of groups) for (const text of group.texts) groupOfText.set(text, group);
  graph.neighbours.forEach((neighbours, text) => {
    for (const [next, link] of neighbours) {
      const isTold = next > text && link.relation === 'translation';
      if (isTold && groupOfText.get(text) !== groupOfText.get(next)) ties.push({ texts: [text, next], link });
    }
  });
  return ties;
}

class Units {
  readonly #graph: TextGraph;
  readonly #company: Company;
  readonly #unitOf = new Map<number, Unit>();
  readonly #means = new Map<Unit, Map<Unit, number>>();

  constructor(graph: TextGraph, groups: readonly TextGroup[], ties: readonly Tie[], company: Company) {
    this.#graph = graph;
    this.#company = company;
    for (const group of groups) {
      this.#put(group.texts, [group], this.#languagesOf(group.texts).size > 1);
    }
    for (const text of ties.flatMap(({ texts }) => texts)) {
      if (!this.#unitOf.has(text)) this.#put([text], [], false);
    }
  }

  /** Joins the units that are best for each other; whether there were any. */
  join(ties: readonly Tie[]): boolean {
    const best = new Map<Unit, { readonly unit: Unit; readonly mean: number }>();
    const offer = (to: Unit, unit: Unit, mean: number): void => {
      const before = best.get(to);
      const isBetter =
        before === undefined ||
        mean > before.mean ||
        (mean === before.mean && compareCodeUnits(this.#firstId(unit), this.#firstId(before.unit)) < 0);
      if (isBetter) best.set(to, { unit, mean });
    };
    for (const { texts } of ties) {
      const [x, y] = texts.map((text) => this.#unitOf.get(text)!) as [Unit, Unit];
      if (x === y || [...x.languages].some((language) => y.languages.has(language))) continue;
      const mean = this.#meanBetween(x, y);
      if (mean < LEAST_MEAN) continue;
      offer(x, y, mean);
      offer(y, x, mean);
    }
    let hasJoined = false;
    for (const [unit, { unit: other }] of best) {
      if (best.get(other)?.unit !== unit || this.#unitOf.get(unit.texts[0]!) !== unit) continue;
      const groups = [...unit.groups, ...other.groups];
      this.#put([...unit.texts, ...other.texts], groups, unit.isFirm || other.isFirm);
      hasJoined = true;
    }
    return hasJoined;
  }

  /** The units that are groups, those that grew among them; of those that nothing holds the groups they were made of. */
  held(): readonly Held[] {
    return [...new Set(this.#unitOf.values())].flatMap((unit): readonly Held[] => {
      const { texts, groups } = unit;
      const hasGrown = texts.length > (groups[0]?.texts.length ?? 0);
      if (hasGrown && this.#isHeld(unit)) return [{ texts }];
      return groups.map((group) => ({ texts: group.texts, group }));
    });
  }

  #isHeld({ texts, languages, isFirm }: Unit): boolean {
    return (
      isFirm || (languages.size >= LEAST_LANGUAGES && this.#meanWithin(this.#asked(texts)) >= LEAST_MEAN)
    );
  }

  #put(texts: readonly number[], groups: readonly TextGroup[], isFirm: boolean): void {
    const sorted = [...texts].sort(byId(this.#graph));
    const unit: Unit = { texts: sorted, languages: this.#languagesOf(texts), groups, isFirm };
    for (const text of sorted) this.#unitOf.set(text, unit);
  }

  #languagesOf(texts: readonly number[]): ReadonlySet<string> {
    return new Set(texts.map((text) => this.#languageOf(text)));
  }

  #languageOf(text: number): string {
    return this.#company.languageOf(this.#indexOf(text));
  }

  #meanBetween(x: Unit, y: Unit): number {
    const [first, second] = compareCodeUnits(this.#firstId(x), this.#firstId(y)) < 0 ? [x, y] : [y, x];
    const known = this.#means.get(first) ?? new Map<Unit, number>();
    this.#means.set(first, known);
    const before = known.get(second);
    if (before !== undefined) return before;
    const [texts, others] = [this.#asked(first.texts), this.#asked(second.texts)];
    let sum = 0;
    for (const text of texts) for (const other of others) sum += this.#odds(text, other);
    const mean = sum / (texts.length * others.length);
    known.set(second, mean);
    return mean;
  }

  /** Over pairs in two languages: the edits of a text are no translations of it. */
  #meanWithin(texts: readonly number[]): number {
    let sum = 0;
    let pairs = 0;
    for (let i = 0; i < texts.length; i++) {
      for (let j = 0; j < i; j++) {
        if (this.#languageOf(texts[j]!) === this.#languageOf(texts[i]!)) continue;
        sum += this.#odds(texts[j]!, texts[i]!);
        pairs++;
      }
    }
    return sum / pairs;
  }

  #odds(x: number, y: number): number {
    const odds = this.#company.oddsOf(this.#indexOf(x), this.#indexOf(y));
    return Math.min(MOST, Math.max(-MOST, odds));
  }

  #asked(texts: readonly number[]): readonly number[] {
    return texts.length <= ASKED ? texts : texts.slice(0, ASKED);
  }

  #firstId({ texts }: Unit): string {
    return idOfText(this.#graph, texts[0]!);
  }

  #indexOf(text: number): number {
    return indexOfText(this.#graph, text);
  }
}

/** The neighbours of all texts, with the ties inside of units that grew. */
function withTies(
  { neighbours }: TextGraph,
  grown: readonly Held[],
  ties: readonly Tie[],
): TextGraph['neighbours'] {
  const unitOf = new Map(grown.flatMap((unit) => unit.texts.map((text) => [text, unit] as const)));
  const widened = [...neighbours];
  const isOwn = new Set<number>();
  const put = (text: number, next: number, link: Link): void => {
    if (!isOwn.has(text)) widened[text] = new Map(widened[text]);
    isOwn.add(text);
    (widened[text] as Map<number, Link>).set(next, link);
  };
  for (const { texts, link } of ties) {
    const unit = unitOf.get(texts[0]);
    if (unit === undefined || unit !== unitOf.get(texts[1])) continue;
    const told = link.reason === 'company' ? spokenFor(link, unit.texts.length) : link;
    put(texts[0], texts[1], told);
    put(texts[1], texts[0], told);
  }
  return widened;
}

/** A faint link that says why it was taken. */
function spokenFor(link: Link, texts: number): Link {
  const why = `too unsure by itself (${link.score.toFixed(2)}); the ${texts} texts of the group together speak for it`;
  return {
    ...link,
    evidence: () => {
      const evidence = link.evidence();
      return { ...evidence, against: [...(evidence.against ?? []), why] };
    },
  };
}

function groupOf(graph: TextGraph, texts: readonly number[], rule: CanonicalRule): TextGroup {
  const preferred = (text: number): TextGraph['nodes'][number]['preferred'] => graph.nodes[text]!.preferred;
  return {
    canonical: texts.reduce((best, text) =>
      comparePreference(rule, preferred(text), preferred(best)) < 0 ? text : best,
    ),
    texts: [...texts].sort((x, y) => x - y),
  };
}
