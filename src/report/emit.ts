/** The table of what can be written of a run, and how: groups, pairs, articles. Must not know where it goes. */
import type { AlignedPassage, ArticleContent, Emit, Keep, ReportPair } from '../model/emit.ts';
import type { Report } from '../model/report.ts';
import { renderArticles } from './articles.ts';
import type { Format, RenderOptions } from './options.ts';
import { type PairedLink, pairsOf, renderPairs } from './pairs.ts';
import { renderReport } from './render.ts';
import { Standings } from './standing.ts';

/** A report and what is behind it. Without that, what is not in the report is left out. */
export interface EmitSource {
  readonly report: Report;
  /** The articles of the report in its order, with what stood in the input. */
  readonly contents?: () => AsyncIterable<ArticleContent>;
  /** The passages of a pair in the words of both. */
  readonly passagesOf?: (pair: PairedLink) => readonly AlignedPassage[];
}

export interface EmitOptions extends RenderOptions {
  readonly keep: Keep;
  /** Words of articles stay out. */
  readonly isWithoutText?: boolean;
}

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** What is asked for in pieces, none of them larger than one row. `EMIT_FORMATS` says which formats there are. */
export function renderEmit(source: EmitSource, emit: Emit, format: Format, options: EmitOptions): Pieces {
  const { report } = source;
  switch (emit) {
    case 'groups':
      return renderReport(report, format, options);
    case 'pairs':
      return renderPairs(report, pairsOf(report, source.passagesOf), format, options);
    case 'articles':
    case 'uniques': {
      const contents = source.contents?.() ?? withoutContent(report);
      const standings = new Standings(report, options.keep);
      return renderArticles(report, contents, standings, emit, format, options);
    }
    default:
      return emit satisfies never;
  }
}

async function* withoutContent(report: Report): AsyncIterable<ArticleContent> {
  for (const article of report.articles) yield { article };
}

export type { ReportPair };
