/**
 * `dedupe doctor`: whether this machine has what a run needs, and what to do where it has not. Owns the questions; reads
 * no input, and shows no text of articles, no variable and no name of a user.
 */
import { UsageError } from '../lib/errors.ts';
import { safeJson, visible } from '../lib/visible.ts';
import { TOOL } from '../run/tool.ts';
import type { Request } from './arguments.ts';
import { CHECKS, type Finding, PROGRAM } from './doctor-checks.ts';
import { DOCTOR_SCHEMA } from './doctor-schema.ts';
import { writeStream } from './output.ts';

/** As for a configuration that cannot work: a run would fail where what is missing is needed. */
const NOT_WELL = 2;

export async function doctor(request: Request): Promise<number> {
  if (request.operands.length > 0) throw new UsageError('dedupe doctor takes no operands');
  const isTerminal = process.stdout.isTTY === true;
  const format = request.format === 'auto' ? (isTerminal ? 'human' : 'json') : request.format;
  if (format !== 'human' && format !== 'json') {
    throw new UsageError(`--format ${format} does not fit "dedupe doctor"; it writes human, json`);
  }
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...(await check()));
  const program = await PROGRAM();
  const isWell = findings.every(({ status }) => status !== 'missing');
  await writeStream(process.stdout, [
    format === 'json' ? jsonText(program, findings, isWell) : humanText(program, findings, isWell),
  ]);
  return isWell ? 0 : NOT_WELL;
}

function jsonText(program: object, findings: readonly Finding[], isWell: boolean): string {
  const rows = findings.map((finding) => `    ${safeJson(finding)}`).join(',\n');
  return `{\n  "schema": "${DOCTOR_SCHEMA}",\n  "tool": ${safeJson(TOOL)},\n  "program": ${safeJson(program)},\n  "findings": [\n${rows}\n  ],\n  "well": ${isWell},\n  "end": {"status":"complete"}\n}\n`;
}

const MARKS = { well: 'ok', warning: '!!', missing: 'XX' } as const;

function humanText(
  program: Readonly<Record<string, string>>,
  findings: readonly Finding[],
  isWell: boolean,
): string {
  const lines = [`${TOOL.name} ${TOOL.version}`];
  for (const [name, value] of Object.entries(program)) lines.push(`    ${name.padEnd(12)}${visible(value)}`);
  lines.push('');
  for (const { name, status, found, remedy } of findings) {
    lines.push(`${MARKS[status]}  ${name.padEnd(12)}${visible(found)}`);
    if (remedy !== undefined) lines.push(`    ${''.padEnd(12)}-> ${visible(remedy)}`);
  }
  lines.push('', isWell ? 'All that a run needs is here.' : 'Something that a run needs is missing: see XX.');
  return `${lines.join('\n')}\n`;
}
