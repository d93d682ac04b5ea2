/**
 * The published order of fields and precision of scores (design section 3), one function per kind of row. Must not
 * know of formats: JSON, NDJSON and the schemas agree because they all stand on these rows. Absent fields are
 * `undefined` here and left out by the JSON writer. Object literals are written out: with a spread of literals a
 * report of 100,000 articles took 5.5 s in place of 1.4 s.
 */
import { round4 } from '../lib/order.ts';
import type { Language } from '../model/article.ts';
import type { ReportPair, RunSummary, Standing } from '../model/emit.ts';
import type { ExplainedDecision, Explanation } from '../model/explanation.ts';
import type { Issue } from '../model/issue.ts';
import type {
  ConceptEvidence,
  Evidence,
  NameEvidence,
  NumberEvidence,
  Passage,
  Signal,
} from '../model/match.ts';
import { FIELDS } from '../model/record-fields.ts';
import type {
  InspectReading,
  InspectRow,
  Report,
  ReportArticle,
  ReportGroup,
  ReportLink,
  ReportMember,
  ReportRelated,
  RunManifest,
  Summary,
} from '../model/report.ts';

export type Row = Readonly<Record<string, unknown>>;

export function toolRow({ name, version }: Report['tool']): Row {
  return { name, version };
}

export function runRow({ options, engine, inputDigest, startedAt }: RunManifest): Row {
  return { options, engine, inputDigest, startedAt };
}

function languageRow({ code, bcp47, script, confidence }: Language): Row {
  return { code, bcp47, script, confidence: round4(confidence) };
}

export function articleRow(article: ReportArticle): Row {
  const { id, path, pathBytes, record, offset, sourceId, language, title, date, url, source } = article;
  const { characters, kept, rawDigest, textDigest } = article;
  return {
    id,
    path,
    pathBytes,
    record,
    offset,
    sourceId,
    language: languageRow(language),
    title,
    date,
    url,
    source,
    characters,
    kept: round4(kept),
    rawDigest,
    textDigest,
  };
}

/** A group without its members and links, which may be too many for one string. */
export function groupHeadRow(group: ReportGroup): Row {
  const { id, kind, languages, canonical, canonicalReason, confidence, weakestLink, isNew, formerIds } =
    group;
  return {
    id,
    kind,
    languages,
    canonical,
    canonicalReason,
    confidence: round4(confidence),
    weakestLink: round4(weakestLink),
    isNew,
    formerIds,
  };
}

export function memberRow({ id, relation, via, score }: ReportMember): Row {
  return { id, relation, via, score: round4(score) };
}

export function linkRow({ a, b, relation, identical, inner, reason, score, evidence }: ReportLink): Row {
  return { a, b, relation, identical, inner, reason, score: round4(score), evidence: evidenceRow(evidence) };
}

export function relatedRow({ a, b, score, evidence }: ReportRelated): Row {
  return { a, b, score: round4(score), evidence: evidenceRow(evidence) };
}

function evidenceRow(evidence: Evidence): Row {
  const { names, numbers, concepts, passages, resemblance, containment, against } = evidence;
  return {
    names: names.map(nameRow),
    numbers: numbers.map(numberRow),
    concepts: concepts?.map(conceptRow),
    passages: passages?.map(passageRow),
    resemblance: rounded(resemblance),
    containment: rounded(containment),
    against,
  };
}

function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : round4(share);
}

function nameRow({ a, b, key, weight }: NameEvidence): Row {
  return { a, b, key, weight: round4(weight) };
}

function numberRow({ value, unit, a, b, weight }: NumberEvidence): Row {
  return { value, unit, a, b, weight: round4(weight) };
}

function conceptRow({ a, b, weight }: ConceptEvidence): Row {
  return { a, b, weight: round4(weight) };
}

function passageRow({ aStart, aEnd, bStart, bEnd }: Passage): Row {
  return { aStart, aEnd, bStart, bEnd };
}

export function issueRow({ code, path, record, offset, message }: Issue): Row {
  return { code, path, record, offset, message };
}

export function summaryRow({ articles, groups, redundant, languages, issues }: Summary): Row {
  return { articles, groups, redundant, languages, issues };
}

export function standingRow(standing: Standing): Row {
  const { id, path, pathBytes, record, language, kept, group, relation, canonical, score } = standing;
  return { id, path, pathBytes, record, language, kept, group, relation, canonical, score: rounded(score) };
}

export function pairRow(pair: ReportPair): Row {
  const { group, a, b, relation, score, aLanguage, bLanguage, passages } = pair;
  return {
    group,
    a,
    b,
    relation,
    score: round4(score),
    aLanguage,
    bLanguage,
    passages: passages.map((passage) => ({
      ...passageRow(passage),
      score: round4(passage.score),
      a: passage.a,
      b: passage.b,
    })),
  };
}

export function runSummaryRow({ schema, tool, run, summary, kinds, related, end }: RunSummary): Row {
  return {
    schema,
    tool: toolRow(tool),
    run: runRow(run),
    summary: summaryRow(summary),
    kinds,
    related,
    end: { status: end.status },
  };
}

function readingRow({ encoding, by, confidence, repairs, fields }: InspectReading): Row {
  return {
    encoding,
    by,
    confidence,
    repairs: repairs?.map(({ kind, count, via }) => ({ kind, count, via })),
    fields: fields && Object.fromEntries(FIELDS.map((field) => [field, fields[field]])),
  };
}

export function inspectRow(row: InspectRow): Row {
  const { type, id, path, record, language, title, date, characters, kept, text } = row;
  return {
    type,
    id,
    path,
    record,
    language: languageRow(language),
    title,
    date,
    url: row.url,
    declaredLanguage: row.declaredLanguage,
    alternates: row.alternates?.map(({ language, url }) => ({ language, url })),
    reading: readingRow(row.reading),
    characters,
    kept: round4(kept),
    text,
    blocks: row.blocks.map((block) => {
      const { text, kept, role, reason, language, home, articles, rule, start, end } = block;
      const confidence = round4(block.confidence);
      return { text, kept, role, reason, confidence, language, home, articles, rule, start, end };
    }),
    names: row.names.map(({ text, key }) => ({ text, key })),
    numbers: row.numbers.map(({ text, value, unit }) => ({ text, value, unit })),
    dates: row.dates.map(({ text, iso }) => ({ text, iso })),
  };
}

function signalRow({ name, value, contribution, note }: Signal): Row {
  return { name, value: round4(value), contribution: round4(contribution), note };
}

function decidedRow({ decision, through, when, by, note }: ExplainedDecision): Row {
  return { decision, through, when, by, note };
}

export function explanationRow(explanation: Explanation): Row {
  const { schema, tool, run, a, b, verdict, evidence, nearest } = explanation;
  const { relation, identical, inner, reason, score } = verdict;
  return {
    schema,
    tool: toolRow(tool),
    run: { options: run.options, engine: run.engine },
    a: articleRow(a),
    b: articleRow(b),
    verdict: { relation, identical, inner, reason, score: round4(score) },
    decided: explanation.decided === undefined ? undefined : decidedRow(explanation.decided),
    grouped: explanation.grouped,
    signals: explanation.signals.map(signalRow),
    nearSignals: explanation.nearSignals?.map(signalRow),
    evidence: {
      names: evidence.names.map(nameRow),
      numbers: evidence.numbers.map(numberRow),
      concepts: evidence.concepts?.map(conceptRow),
      resemblance: rounded(evidence.resemblance),
      containment: rounded(evidence.containment),
    },
    passages: explanation.passages.map((passage) => ({
      ...passageRow(passage),
      a: passage.a,
      b: passage.b,
      score: rounded(passage.score),
    })),
    against: explanation.against,
    nearest,
    end: { status: explanation.end.status },
  };
}
