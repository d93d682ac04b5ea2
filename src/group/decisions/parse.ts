/**
 * The text of a decisions file to decisions: JSON Lines, or one JSON array of the same rows. Owns the form of the file
 * and the words that say what is wrong with it and where; must not read files or look an article up. Every error is a
 * `UsageError` that names the line, what was found and what to write.
 */
import { UsageError } from '../../lib/errors.ts';
import {
  DECISION_KINDS,
  DECISIONS_SCHEMA,
  type DecidedArticle,
  type Decision,
  type DecisionKind,
} from '../../model/decision.ts';

type Fail = (problem: string) => never;
type Fields = Readonly<Record<string, unknown>>;

/** In the order of the file. Throws `UsageError`; `name` is what the file is called in its message. */
export function parseDecisions(text: string, name: string): readonly Decision[] {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/^\s*\[/.test(bare)) return parseArray(bare, name);
  return bare.split('\n').flatMap((line, i) => {
    // A file that others were put together into may hold a mark at the beginning of each.
    const row = line.startsWith('\ufeff') ? line.slice(1) : line;
    if (row.trim() === '') return [];
    const fail = failAt(name, `line ${i + 1}`);
    return [parseDecision(parseJson(row, fail), fail)];
  });
}

function failAt(name: string, place: string): Fail {
  return (problem) => {
    throw new UsageError(`${name}: ${place}: ${problem}; see dedupe help decisions`);
  };
}

function parseArray(text: string, name: string): readonly Decision[] {
  const rows = parseJson(text, failAt(name, 'the JSON array'));
  return (rows as readonly unknown[]).map((row, i) =>
    parseDecision(row, failAt(name, `element ${i + 1} of the array`)),
  );
}

function parseJson(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isCut = !/[}\]]\s*$/.test(text);
    return fail(
      isCut
        ? 'is no JSON and looks cut off; delete it'
        : 'is no JSON; write one decision a line, each a JSON object',
    );
  }
}

/** One row; fields that are not known here are of a later version and left alone. */
function parseDecision(value: unknown, fail: Fail): Decision {
  const fields = objectOf(value, 'the decision', fail);
  if (fields['schema'] !== DECISIONS_SCHEMA) {
    fail(`"schema" is ${shown(fields['schema'])}; each decision has "schema": "${DECISIONS_SCHEMA}"`);
  }
  const decision = DECISION_KINDS.find((kind) => kind === fields['decision']);
  if (decision === undefined) {
    return fail(`"decision" is ${shown(fields['decision'])}; write ${DECISION_KINDS.join(', ')}`);
  }
  const articles = articlesOf(fields['articles'], 'articles', fail);
  const from = fields['from'] === undefined ? undefined : articlesOf(fields['from'], 'from', fail);
  checkCounts(decision, articles.length, from?.length, fail);
  const when = textOf(fields, 'when', fail);
  if (when !== undefined && !isInstant(when)) {
    fail(`"when" is ${shown(when)}; write an RFC 3339 instant as 2024-05-02T06:00:00Z`);
  }
  const by = textOf(fields, 'by', fail);
  const note = textOf(fields, 'note', fail);
  return {
    decision,
    articles,
    ...(from === undefined ? {} : { from }),
    ...(when === undefined ? {} : { when }),
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
  };
}

function checkCounts(decision: DecisionKind, articles: number, from: number | undefined, fail: Fail): void {
  switch (decision) {
    case 'same':
      if (from !== undefined) fail('"from" does not go with "same"; name all of the articles in "articles"');
      if (articles < 2) fail('"same" needs two articles or more');
      return;
    case 'different':
      if (articles + (from ?? 0) < 2)
        fail('"different" needs two articles or more, or "articles" and "from"');
      return;
    case 'canonical':
      if (articles !== 1 || from !== undefined) fail('"canonical" names exactly one article, and no "from"');
      return;
    case 'undecided':
      return;
    default:
      decision satisfies never;
  }
}

function articlesOf(value: unknown, field: string, fail: Fail): readonly DecidedArticle[] {
  if (!Array.isArray(value) || value.length === 0) {
    return fail(`"${field}" is ${shown(value)}; write a list of articles, each with "id" and "textDigest"`);
  }
  return value.map((article, i) => articleOf(article, `${field}[${i}]`, fail));
}

function articleOf(value: unknown, at: string, fail: Fail): DecidedArticle {
  const fields = objectOf(value, at, fail);
  const id = fields['id'];
  if (typeof id !== 'string') return fail(`${at}.id is ${shown(id)}; write the id that the report gives`);
  const textDigest = digestOf(fields, 'textDigest', at, fail);
  if (textDigest === undefined) return fail(`${at} has no "textDigest"; copy it from the report`);
  const rawDigest = digestOf(fields, 'rawDigest', at, fail);
  return { id, textDigest, ...(rawDigest === undefined ? {} : { rawDigest }) };
}

function digestOf(fields: Fields, name: string, at: string, fail: Fail): string | undefined {
  const digest = fields[name];
  if (digest === undefined || (typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest))) return digest;
  return fail(`${at}.${name} is ${shown(digest)}; copy the 64 hex digits from the report`);
}

function objectOf(value: unknown, at: string, fail: Fail): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(`${at} is ${shown(value)}; write a JSON object`);
  }
  return value as Fields;
}

function textOf(fields: Fields, name: string, fail: Fail): string | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'string') return value;
  return fail(`"${name}" is ${shown(value)}; write a text`);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** A value in a message, cut to what a line bears. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
