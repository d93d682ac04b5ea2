/**
 * What site rules say about the blocks of one article. Owns the meaning of a rule: keep wins over drop, the first rule
 * that decides is the one that is named. Compiled once a thread. Time: blocks times rules that are for the article.
 */
import { normaliseLabel, normaliseText } from '../../lib/normalise.ts';
import type { BlockMatcher, SectionEnd, SiteRule, SiteRules } from '../../model/rules.ts';
import { compilePattern, type Pattern } from './regex.ts';
import { compilePath, compileSource, type Origin, plainName, sourceNames } from './wildcard.ts';

export interface Ruling {
  readonly kept: boolean;
  /** Position of the rule in the file, from 0. */
  readonly rule: number;
}

/** A block as rules see it. */
export interface RuledLine {
  readonly text: string;
  /** Short and without an end: what counts as the next heading. */
  readonly isLabel: boolean;
}

/** One ruling for each line that a rule decides; the others are undefined. */
export function ruleLines(
  lines: readonly RuledLine[],
  origin: Origin,
  rules: SiteRules,
): readonly (Ruling | undefined)[] {
  const matching = rulesFor(origin, compiled(rules));
  const rulings: (Ruling | undefined)[] = new Array(lines.length);
  if (matching.length === 0) return rulings;
  const forms = lines.map(formsOf);
  for (const kept of [true, false]) {
    for (const { number, keep, drop } of matching) {
      markMatches(lines, forms, kept ? keep : drop, (i) => {
        rulings[i] ??= { kept, rule: number };
      });
    }
  }
  return rulings;
}

interface Matchers {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
  readonly sections: ReadonlyMap<string, SectionEnd>;
}

interface CompiledRule {
  readonly number: number;
  readonly isSource: (names: readonly string[]) => boolean;
  readonly isPath: (path: string) => boolean;
  readonly keep: Matchers;
  readonly drop: Matchers;
}

interface Forms {
  /** For comparison with texts and headings. */
  readonly label: string;
  /** For patterns: the block on one line. */
  readonly line: string;
}

function markMatches(
  lines: readonly RuledLine[],
  forms: readonly Forms[],
  { texts, patterns, sections }: Matchers,
  mark: (i: number) => void,
): void {
  let section: SectionEnd | undefined;
  forms.forEach(({ label, line }, i) => {
    if (section === 'heading' && lines[i]?.isLabel === true) section = undefined;
    section = section === 'end' ? section : (sections.get(label) ?? section);
    if (section !== undefined || texts.has(label) || patterns.some((matches) => matches(line))) mark(i);
  });
}

const SPACES = /\s+/g;

function formsOf({ text }: RuledLine): Forms {
  return { label: labelForm(text), line: text.normalize('NFC').replace(SPACES, ' ') };
}

/** A line of asterisks has no label form: it is compared as it stands. */
function labelForm(text: string): string {
  const label = normaliseLabel(text);
  return label === '' ? normaliseText(text) : label;
}

/** An archive may have a rule for each of thousands of sites: those are found by name. */
interface CompiledRules {
  /** Rules for plain names of sources. */
  readonly named: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Rules with a wildcard, or for paths only. */
  readonly others: readonly CompiledRule[];
}

const COMPILED = new WeakMap<SiteRules, CompiledRules>();

function compiled(rules: SiteRules): CompiledRules {
  const known = COMPILED.get(rules);
  if (known !== undefined) return known;
  const named = new Map<string, CompiledRule[]>();
  const others: CompiledRule[] = [];
  rules.rules.forEach((rule, number) => {
    const made = compileRule(rule, number);
    const names = rule.source?.map(plainName);
    if (names === undefined || names.includes(undefined)) others.push(made);
    else for (const name of new Set(names)) fileUnder(named, name ?? '', made);
  });
  const all = { named, others };
  COMPILED.set(rules, all);
  return all;
}

function fileUnder(named: Map<string, CompiledRule[]>, name: string, rule: CompiledRule): void {
  const filed = named.get(name);
  if (filed === undefined) named.set(name, [rule]);
  else filed.push(rule);
}

/** The rules that are for an article, in the order of the file. */
function rulesFor(origin: Origin, { named, others }: CompiledRules): readonly CompiledRule[] {
  const names = sourceNames(origin);
  const found = new Set(others.filter((rule) => rule.isSource(names)));
  for (const name of names) for (const rule of named.get(name) ?? []) found.add(rule);
  return [...found].filter((rule) => rule.isPath(origin.path ?? '')).sort((a, b) => a.number - b.number);
}

function compileRule(rule: SiteRule, number: number): CompiledRule {
  const sources = rule.source?.map(compileSource);
  const paths = rule.path?.map(compilePath);
  return {
    number,
    isSource: (names) => sources?.some((matches) => matches(names)) ?? true,
    isPath: (path) => paths?.some((matches) => matches(path)) ?? true,
    keep: compileMatchers(rule.keep ?? []),
    drop: compileMatchers(rule.drop ?? []),
  };
}

function compileMatchers(matchers: readonly BlockMatcher[]): Matchers {
  const texts = new Set<string>();
  const patterns: Pattern[] = [];
  const sections = new Map<string, SectionEnd>();
  for (const matcher of matchers) {
    if ('text' in matcher) texts.add(labelForm(matcher.text));
    else if ('regex' in matcher) patterns.push(compilePattern(matcher.regex));
    else sections.set(labelForm(matcher.heading), matcher.until ?? 'heading');
  }
  return { texts, patterns, sections };
}
