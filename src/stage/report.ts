/**
 * The stages `digest` and `report`: the rows of an NDJSON report, each where its data is, with the place at which it stands.
 * Owns what is told of counts that stages made; must not count.
 */
import { createHash } from 'node:crypto';
import { cappedIssue } from '../candidates/near/bands.ts';
import { crowdedIssues } from '../candidates/near/excerpts.ts';
import { cappedIssues } from '../candidates/story/index.ts';
import { compareCodeUnits } from '../lib/order.ts';
import { ISSUE_CODES, type Issue, type IssueCode } from '../model/issue.ts';
import { REPORT_SCHEMA, type RunManifest, type Summary } from '../model/report.ts';
import type { WrittenRow } from '../model/stage.ts';
import { reportArticle } from '../report/build.ts';
import { articleLine, endLine, issueLine, runLine } from '../report/ndjson.ts';
import { identityOf, takenIssue } from '../run/unique-ids.ts';
import { headIn } from './head-row.ts';
import {
  type Given,
  isAbsent,
  numberIn,
  numberOr,
  objectIn,
  orderOf,
  orderOfNumber,
  RowFault,
  type Stage,
  textIn,
} from './row.ts';

/** `{identity}`, or `{head, attempt}` where the id is not its own, of all articles in order; at the end comes the digest of the input. */
export function digestStage(): Stage {
  const hash = createHash('sha256');
  let articles = 0;
  return {
    take(row) {
      articles++;
      hash.update(
        isAbsent(row, 'identity') ? identityOf(headIn(row)) : Buffer.from(textIn(row, 'identity'), 'hex'),
      );
      return [];
    },
    end: () => [{ type: 'digest', digest: hash.digest('hex'), articles }],
  };
}

/** Sections of a report, in their order. */
const SECTIONS = { run: 0, article: 1, group: 2, related: 3, issue: 4, end: 5 } as const;

function line(section: keyof typeof SECTIONS, order: string, text: string): WrittenRow {
  return { type: 'line', section: SECTIONS[section], order, line: text };
}

/**
 * Rows told apart by `row`: `run` {digest}, `article` {pos, head, attempt}, `group` and `related` {order, line},
 * `issue` (an issue), `taken` {head, attempt} of an article that an earlier one took the id from, `band` {band,
 * buckets, largest}, `phrases` {crowded}, `keys` {capped, count}, `end` {articles, groups, redundant, languages, issues}.
 */
export function reportStage(
  tool: { readonly name: string; readonly version: string },
  run: Omit<RunManifest, 'inputDigest'>,
): Stage {
  return {
    take(row) {
      switch (textIn(row, 'row')) {
        case 'run':
          return [
            line(
              'run',
              '',
              runLine({ schema: REPORT_SCHEMA, tool, run: { ...run, inputDigest: textIn(row, 'digest') } }),
            ),
          ];
        case 'article':
          return [
            line('article', orderOfNumber(numberIn(row, 'pos')), articleLine(reportArticle(headIn(row)))),
          ];
        case 'group':
        case 'related':
          return [line(textIn(row, 'row') as 'group' | 'related', textIn(row, 'order'), textIn(row, 'line'))];
        case 'issue':
          return issueLines([issueIn(row)]);
        case 'taken':
          return takenLines(row);
        case 'band':
          return issueLines([
            cappedIssue(numberIn(row, 'band'), {
              buckets: numberIn(row, 'buckets'),
              largest: numberIn(row, 'largest'),
            }),
          ]);
        case 'phrases':
          return issueLines(crowdedIssues(numberIn(row, 'crowded')));
        case 'keys':
          return issueLines(cappedIssues(numberIn(row, 'capped'), numberIn(row, 'count')));
        case 'end':
          return [line('end', '', endLine({ end: { status: 'complete' }, summary: summaryIn(row) }))];
        default:
          throw new RowFault('"row" names no row of a report');
      }
    },
  };
}

function takenLines(row: Given): readonly WrittenRow[] {
  const head = headIn(row);
  return issueLines([takenIssue(head, head.id)]);
}

function issueLines(issues: readonly Issue[]): readonly WrittenRow[] {
  return issues.map((issue) => {
    const { path, record, offset, code, message } = issue;
    const order = [
      orderOf(path),
      orderOfNumber(record ?? 0),
      orderOfNumber(offset ?? 0),
      orderOf(code),
      orderOf(message),
    ].join(' ');
    return { ...line('issue', order, issueLine(issue)), issueCode: code };
  });
}

function placeIn(row: Given): Pick<Issue, 'record' | 'offset'> {
  const record = numberOr(row, 'record', undefined);
  const offset = numberOr(row, 'offset', undefined);
  return { ...(record === undefined ? {} : { record }), ...(offset === undefined ? {} : { offset }) };
}

function issueIn(row: Given): Issue {
  const code = textIn(row, 'code');
  if (!ISSUE_CODES.some((known) => known === code)) throw new RowFault('"code" is no code of an issue');
  return {
    code: code as IssueCode,
    path: textIn(row, 'path'),
    ...placeIn(row),
    message: textIn(row, 'message'),
  };
}

function summaryIn(row: Given): Summary {
  return {
    articles: numberIn(row, 'articles'),
    groups: numberIn(row, 'groups'),
    redundant: numberIn(row, 'redundant'),
    languages: countsIn(row, 'languages'),
    issues: countsIn(row, 'issues'),
  };
}

function countsIn(row: Given, name: string): Readonly<Record<string, number>> {
  const counts = objectIn(row, name);
  return Object.fromEntries(
    Object.keys(counts)
      .sort(compareCodeUnits)
      .map((key) => [key, numberIn(counts, key)]),
  );
}
