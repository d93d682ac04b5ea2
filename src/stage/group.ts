/**
 * The stage `group`: all links and articles of a component to its groups. Owns how rows become what `group` sees; must not
 * decide otherwise. Memory: one component.
 */
import { NO_STORY } from '../features/no-story.ts';
import { StoryTable } from '../features/story-table.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { comparisonsBy, conclude } from '../matching.ts';
import type { ArticleHead } from '../model/article.ts';
import type { StoryRow } from '../model/features.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import type { ArticlePort } from '../model/port.ts';
import type { WrittenRow } from '../model/stage.ts';
import { reportGroup } from '../report/build.ts';
import { groupLine } from '../report/ndjson.ts';
import { joinedSketches } from '../state/packed-rows.ts';
import { storyRows } from '../story-pairs.ts';
import { headIn, storyIn } from './head-row.ts';
import { linkIn } from './link-row.ts';
import { type Given, isAbsent, numberIn, objectIn, orderOfNumber, type Stage, wordsIn } from './row.ts';
import { stageOfRuns } from './runs.ts';

interface Member {
  readonly pos: number;
  readonly rep: number;
  readonly head: ArticleHead;
  readonly story: StoryRow;
  readonly sketch: Uint32Array;
}

/** Of a component. */
type Part =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'link'; readonly row: Given };

/**
 * The rows of a component follow each other: `{component, article: {pos, rep, head, attempt, story, sketch}}`, where `rep`
 * is the place of the first article with the same text and `story` and `sketch` are there where the component has links,
 * and `{component, a, b, link}`.
 */
export function groupStage(options: MatchOptions, knowledge: Knowledge): Stage {
  return stageOfRuns(
    (row) => numberIn(row, 'component'),
    (row): Part =>
      isAbsent(row, 'article')
        ? { kind: 'link', row }
        : { kind: 'member', member: memberIn(objectIn(row, 'article')) },
    (_, parts) => {
      const members = parts.flatMap((part) => (part.kind === 'member' ? [part.member] : []));
      const links = parts.flatMap((part) => (part.kind === 'link' ? [part.row] : []));
      return members.length === 0 ? [] : groupsOf(members, links, options, knowledge);
    },
  );
}

function memberIn(article: Given): Member {
  return {
    pos: numberIn(article, 'pos'),
    rep: numberIn(article, 'rep'),
    head: headIn(article),
    story: isAbsent(article, 'story') ? NO_STORY : storyIn(article),
    sketch: isAbsent(article, 'sketch') ? NO_SKETCH : wordsIn(article, 'sketch'),
  };
}

function groupsOf(
  unordered: readonly Member[],
  rows: readonly Given[],
  options: MatchOptions,
  knowledge: Knowledge,
): readonly WrittenRow[] {
  const members = [...unordered].sort((x, y) => x.pos - y.pos);
  const indexes = new Map(members.map(({ pos }, index) => [pos, index]));
  const links = rows.flatMap((row): readonly Link[] => {
    const [a, b] = [indexes.get(numberIn(row, 'a')), indexes.get(numberIn(row, 'b'))];
    return a === undefined || b === undefined ? [] : [linkIn(row, a, b)];
  });
  links.sort((x, y) => x.a - y.a || x.b - y.b);
  const representativeOf = Uint32Array.from(members, ({ rep }, index) => indexes.get(rep) ?? index);
  const languages = members.map(({ head }) => head.language.bcp47);
  const port = portOf(members.map(({ head }) => head));
  const comparisons = options.translations
    ? comparisonsBy(
        {
          near: { columns: { count: members.length, sketches: joinedSketches(members) } },
          story: storyRows(storiesOf(members), languages),
        },
        knowledge,
      )
    : undefined;
  const { groups } = conclude(
    { near: { copies: { representativeOf } } },
    links,
    port,
    languages,
    options,
    comparisons,
  );
  return groups.flatMap((group) => rowsOf(group, members, port, languages));
}

/** No words: it resembles nothing. */
const NO_SKETCH = new Uint32Array(0);

function storiesOf(members: readonly Member[]): ReturnType<StoryTable['view']> {
  const table = new StoryTable();
  members.forEach(({ story }, index) => {
    table.put(index, story);
  });
  return table.view();
}

function rowsOf(
  group: Group,
  members: readonly Member[],
  port: ArticlePort,
  languages: readonly string[],
): readonly WrittenRow[] {
  const row = reportGroup(group, port, languages, undefined);
  const canonical = members[group.canonical]!;
  const first = members[group.members[0]!.index]!.pos;
  return [
    {
      type: 'group',
      id: row.id,
      order: orderOfNumber(first),
      redundant: group.members.length - 1,
      line: [...groupLine(row)].join(''),
    },
    ...group.members.map(({ index, relation }) => ({
      type: 'member' as const,
      group: row.id,
      first,
      pos: members[index]!.pos,
      relation,
      canonical: canonical.pos,
      canonicalId: JSON.stringify(canonical.head.id),
      canonicalRep: canonical.rep,
    })),
  ];
}

function portOf(heads: readonly ArticleHead[]): ArticlePort {
  const none = (): never => {
    throw new Error('groups are made without texts');
  };
  return { count: heads.length, head: (index) => heads[index]!, get: none, replace: none };
}
