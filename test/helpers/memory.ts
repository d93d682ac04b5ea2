/** The pure pipeline without disk or process, for properties over many small collections. */
import { analyseArticle, Collection, type Findings, findGroups } from '../../src/dedupe.ts';
import { compareCodeUnits } from '../../src/lib/order.ts';
import type { RawArticle } from '../../src/model/article.ts';
import { DEFAULT_MATCH_OPTIONS, type MatchOptions } from '../../src/model/options.ts';
import { ArticlesInMemory } from '../../src/state/memory.ts';

export interface Found {
  readonly findings: Findings;
  readonly port: ArticlesInMemory;
}

/** What `scan` does between reading and reporting. Articles are put in the order (path, record), as ingest does. */
export function findAll(raws: readonly RawArticle[], options: MatchOptions = DEFAULT_MATCH_OPTIONS): Found {
  const port = new ArticlesInMemory();
  const collection = new Collection();
  const ordered = [...raws].sort(
    (a, b) => compareCodeUnits(a.path, b.path) || (a.record ?? 0) - (b.record ?? 0),
  );
  for (const raw of ordered) {
    const { article, compact } = analyseArticle(raw, options);
    port.push(article);
    collection.push(compact, article.language.bcp47);
  }
  return { findings: findGroups(collection, port, options), port };
}

/** Groups as sorted lists of ids, with relations: what must not change. */
export function groupsOf({ findings, port }: Found): readonly string[] {
  return findings.groups
    .map((group) =>
      group.members
        .map((member) => `${port.get(member.index).id}:${member.relation}:${member.score.toFixed(6)}`)
        .sort()
        .join(' '),
    )
    .sort();
}
