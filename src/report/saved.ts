/**
 * The parts of a saved report, checked against what its schema promises before anything is made of them. Owns what is said
 * of a part that is not so; must not read files or know how a report is laid out in one.
 */
import { DECISIONS_SCHEMA } from '../model/decision.ts';
import type { Issue } from '../model/issue.ts';
import {
  REPORT_SCHEMA,
  type Report,
  type ReportArticle,
  type ReportGroup,
  type ReportRelated,
} from '../model/report.ts';
import { mismatch } from './schema/mismatch.ts';
import { REPORT } from './schema/report.ts';
import type { Schema } from './schema/schema.ts';

/** What a report holds once, and what it holds many of. */
export interface SavedParts {
  readonly tool: Report['tool'];
  readonly run: Report['run'];
  readonly summary: Report['summary'];
  readonly end: Report['end'];
  readonly articles: ReportArticle;
  readonly groups: ReportGroup;
  readonly related: ReportRelated;
  readonly issues: Issue;
}

/** In the order in which a report is written. */
export const SAVED_LISTS = ['articles', 'groups', 'related', 'issues'] as const;
export type SavedList = (typeof SAVED_LISTS)[number];
export const SAVED_HEADS = ['tool', 'run', 'summary', 'end'] as const;
export type SavedHead = (typeof SAVED_HEADS)[number];

const FIELDS = (REPORT as unknown as { readonly properties: Readonly<Record<string, Schema>> }).properties;

function schemaOf(part: SavedHead | SavedList): Schema {
  const schema = FIELDS[part]!;
  return SAVED_LISTS.some((name) => name === part) ? (schema['items'] as Schema) : schema;
}

/** One part of a report, or in words why it is none. Fields that are not known are left in it. */
export function savedPart<Part extends keyof SavedParts>(
  part: Part,
  value: unknown,
): { readonly value: SavedParts[Part] } | { readonly problem: string } {
  const problem = mismatch(value, schemaOf(part)) ?? (part === 'groups' ? strayMember(value) : undefined);
  return problem === undefined ? { value: value as SavedParts[Part] } : { problem };
}

/** What a schema cannot say: the canonical and both sides of each link are members. */
function strayMember(value: unknown): string | undefined {
  const { canonical, members, links } = value as ReportGroup;
  const ids = new Set(members.map(({ id }) => id));
  if (!ids.has(canonical)) return `.canonical is ${JSON.stringify(canonical)}, which is no member`;
  const stray = links.findIndex(({ a, b }) => !ids.has(a) || !ids.has(b));
  return stray === -1 ? undefined : `.links[${stray}] names an article that is no member`;
}

/** Why a document with this `schema` is no report that can be read; undefined where it is one. */
export function schemaProblem(schema: unknown): string | undefined {
  if (schema === REPORT_SCHEMA) return undefined;
  if (typeof schema !== 'string' || !schema.startsWith('dedupe.')) {
    return `this is no report of dedupe ("schema": "${REPORT_SCHEMA}" is missing)`;
  }
  if (schema.startsWith('dedupe.report/')) {
    return `this is a report of a newer dedupe (${schema}), and this one reads ${REPORT_SCHEMA}; use the newer one`;
  }
  const hint = schema === DECISIONS_SCHEMA ? '; decisions are named with --decisions' : '';
  return `this is ${schema} and no report (${REPORT_SCHEMA})${hint}`;
}
