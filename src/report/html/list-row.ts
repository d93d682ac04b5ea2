/** One group as a row of the page's list. Owns what a search finds and what the pictures are drawn from. */
import { compareCodeUnits, round4 } from '../../lib/order.ts';
import type { Report, ReportArticle, ReportGroup } from '../../model/report.ts';
import type { ListRow } from './shape.ts';

/**
 * Members that a row speaks of. A row is read before anything can be seen, so it must stay small; beyond a hundred
 * the titles of a group repeat each other.
 */
const MEMBERS_READ = 100;
/** Dots that can be told apart on the line of one story. */
const DATES_KEPT = 50;
/** The rarest ones, each as written in every language: a dozen names of a story told in a dozen of them. */
const NAMES_KEPT = 150;
/** A title longer than a paragraph is no title. */
const UNITS_KEPT = 300;

/** Code units of an article that stand for the title that none of a group has. */
const BEGINNING = 100;

/** `bodyOf`: the texts, where the report has them. */
export function listRow(
  group: ReportGroup,
  articles: ReadonlyMap<string, ReportArticle>,
  bodyOf?: Report['bodyOf'],
): ListRow {
  const canonical = articles.get(group.canonical);
  const members = group.members.slice(0, MEMBERS_READ).flatMap(({ id }) => articles.get(id) ?? []);
  // A canonical without a title is known by another member's: an id tells a reader nothing.
  const named = [...(canonical === undefined ? [] : [canonical]), ...members].find(
    ({ title }) => title !== '',
  );
  const title = named === undefined ? beginningOf(bodyOf?.(group.canonical)?.text ?? '') : short(named.title);
  const dated = members.flatMap(({ date, language }) =>
    date === undefined ? [] : [[date.slice(0, 10), language.bcp47] as const],
  );
  return {
    id: group.id,
    kind: group.kind,
    title,
    language: (named ?? canonical)?.language.bcp47 ?? 'und',
    size: group.members.length,
    languages: languagesOf(group, articles),
    sources: distinct(members.map(({ source }) => source)),
    dated: dated.sort((x, y) => compareCodeUnits(x[0], y[0])).slice(0, DATES_KEPT),
    weakest: round4(group.weakestLink),
    confidence: round4(group.confidence),
    ...(group.isNew === true ? { isNew: true } : {}),
    words: wordsOf(group, members).filter((word) => word !== title),
  };
}

function languagesOf(group: ReportGroup, articles: ReadonlyMap<string, ReportArticle>): ListRow['languages'] {
  const counts = new Map<string, number>();
  for (const { id } of group.members) {
    const language = articles.get(id)?.language.bcp47 ?? 'und';
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((x, y) => y[1] - x[1] || compareCodeUnits(x[0], y[0]));
}

function wordsOf(group: ReportGroup, members: readonly ReportArticle[]): readonly string[] {
  const named = group.links.slice(0, MEMBERS_READ).flatMap(({ evidence }) => evidence.names);
  const rarest = named.sort((x, y) => y.weight - x.weight || compareCodeUnits(x.a, y.a));
  return distinct([
    ...members.flatMap(({ id, title, url }) => [short(title), id, url]),
    ...distinct(rarest.flatMap(({ a, b }) => [a, b])).slice(0, NAMES_KEPT),
  ]);
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
}

/** Up to the last whole word; where words are not spaced, up to the last letter. */
function beginningOf(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  if (line.length <= BEGINNING) return line;
  const cut = [...line.slice(0, BEGINNING)].slice(0, -1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > BEGINNING / 2 ? cut.slice(0, space) : cut}…`;
}

function short(title: string): string {
  return title.slice(0, UNITS_KEPT);
}
