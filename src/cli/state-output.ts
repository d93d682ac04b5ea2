/** Where `dedupe state` writes what it says. Owns the formats of a small document; must not know what it is about. */
import { safeJson, visible } from '../lib/visible.ts';
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';

/** A document as JSON, a field a line, or as lines of words. `folder`: the state, in which nothing is written. */
export async function writeDocument(
  request: Request,
  folder: string,
  document: object,
  lines: readonly string[],
): Promise<void> {
  const outputs = await openOutputs(
    { ...request, operands: [folder] },
    { what: 'what a state tells', formats: ['human', 'json'] },
  );
  await outputs.write((format) =>
    format === 'json' ? jsonPieces(document) : lines.map((row) => `${visible(row)}\n`),
  );
}

function* jsonPieces(document: object): Iterable<string> {
  let opening = '{\n';
  for (const [field, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${opening}  ${safeJson(field)}: ${value === null || typeof value !== 'object' ? JSON.stringify(value) : safeJson(value)}`;
    opening = ',\n';
  }
  yield '\n}\n';
}
