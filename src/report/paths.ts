/**
 * Files of articles, each once, with a NUL behind each: for `xargs -0`. Owns their form: exact bytes where a path is not
 * UTF-8, and never the look of an option. Standard input is no file and is left out.
 */
import type { ReportArticle } from '../model/report.ts';

/** Articles of one file stand side by side in a report, so that the last path is all that is remembered. */
export class PathWriter {
  #last: Pick<ReportArticle, 'path' | 'pathBytes'> | undefined;

  /** The path of the article's file; nothing where it was written just before. */
  *pathOf({ path, pathBytes }: Pick<ReportArticle, 'path' | 'pathBytes'>): Iterable<string | Uint8Array> {
    // Two names may be shown alike of which one is not UTF-8.
    if (path === '-' || (path === this.#last?.path && pathBytes === this.#last.pathBytes)) return;
    this.#last = { path, ...(pathBytes === undefined ? {} : { pathBytes }) };
    // A command would read `-rf.json` as its options.
    const lead = path.startsWith('-') ? './' : '';
    if (pathBytes === undefined) {
      yield `${lead}${path}\0`;
      return;
    }
    yield lead;
    yield Buffer.from(pathBytes, 'base64');
    yield '\0';
  }
}
