/**
 * A report that can be shown to others: nothing that stood in a text or a title is left, nor what may repeat it: ids,
 * file names, addresses and sources are often made of titles. Owns what goes. What stays: dates, languages, counts, scores,
 * offsets, digests.
 *
 * Names are replaced by digests of themselves, the same in every report: who has the archive can tell them, and two
 * reports can be compared.
 */
import { sha256 } from '../lib/digest.ts';
import type { Issue } from '../model/issue.ts';
import type { Evidence } from '../model/match.ts';
import type { Report, ReportArticle, ReportGroup, ReportRelated } from '../model/report.ts';
import { mapped } from './sequence.ts';

export function withoutText(report: Report): Report {
  const { bodyOf: _bodies, ...rest } = report;
  return {
    ...rest,
    run: { ...report.run, options: withoutNames(report.run.options) },
    articles: { [Symbol.iterator]: () => articlesWithoutText(report.articles) },
    groups: mapped(report.groups, groupWithoutText),
    related: mapped(report.related, relatedWithoutText),
    issues: report.issues.map(issueWithoutText),
  };
}

/** Words that the user wrote: patterns of file names, names of fields. */
const WRITTEN_OPTIONS: ReadonlySet<string> = new Set(['include', 'exclude', 'map']);

function withoutNames(options: Report['run']['options']): Report['run']['options'] {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      WRITTEN_OPTIONS.has(name) ? opaque('o', String(value)) : value,
    ]),
  );
}

function opaque(prefix: string, name: string): string {
  return prefix + sha256(name).slice(0, 16);
}

function idOf(id: string): string {
  return opaque('a', id);
}

function* articlesWithoutText(articles: Iterable<ReportArticle>): Iterator<ReportArticle> {
  for (const article of articles) {
    const { id, path, record, offset, sourceId, language, date, source, characters, kept } = article;
    yield {
      id: idOf(id),
      path: opaque('f', path),
      ...(record === undefined ? {} : { record }),
      ...(offset === undefined ? {} : { offset }),
      ...(sourceId === undefined ? {} : { sourceId: idOf(sourceId) }),
      language,
      title: '',
      ...(date === undefined ? {} : { date }),
      ...(source === undefined ? {} : { source: opaque('s', source) }),
      characters,
      kept,
      rawDigest: article.rawDigest,
      textDigest: article.textDigest,
    };
  }
}

function groupWithoutText(group: ReportGroup): ReportGroup {
  return {
    ...group,
    canonical: idOf(group.canonical),
    members: group.members.map((member) => ({
      ...member,
      id: idOf(member.id),
      ...(member.via === undefined ? {} : { via: idOf(member.via) }),
    })),
    links: group.links.map((link) => ({
      ...link,
      a: idOf(link.a),
      b: idOf(link.b),
      evidence: evidenceWithoutText(link.evidence),
    })),
  };
}

function relatedWithoutText({ a, b, score, evidence }: ReportRelated): ReportRelated {
  return { a: idOf(a), b: idOf(b), score, evidence: evidenceWithoutText(evidence) };
}

/** Offsets and shares stay, and what spoke against: that is said in words of ours. */
function evidenceWithoutText({ passages, resemblance, containment, against }: Evidence): Evidence {
  return {
    names: [],
    numbers: [],
    ...(passages === undefined ? {} : { passages }),
    ...(resemblance === undefined ? {} : { resemblance }),
    ...(containment === undefined ? {} : { containment }),
    ...(against === undefined ? {} : { against }),
  };
}

/** What was wrong is said by the code; the message may name an id or a file. */
function issueWithoutText({ code, path, record, offset }: Issue): Issue {
  return {
    code,
    path: path === '' ? '' : opaque('f', path),
    ...(record === undefined ? {} : { record }),
    ...(offset === undefined ? {} : { offset }),
    message: `${code}; left out`,
  };
}
