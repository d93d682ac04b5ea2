/** Where `dedupe state` writes what it says. Owns the formats of a small document; must not know what it is about. */
import { safeJson, visible } from '../lib/visible.ts';
import type { Request } from './arguments.ts';
import { openOutputs } from './destinations.ts';
import type { Watch } from './watch.ts';

/** Writes a document as JSON, a field a line, or as lines of words. */
export type WriteDocument = (document: object, lines: readonly string[]) => Promise<void>;

/** Throws `UsageError` before anything is read. `folder`: the state, in which nothing is written. */
export async function openDocument(request: Request, folder: string, watch: Watch): Promise<WriteDocument> {
  const outputs = await openOutputs(
    { ...request, operands: [folder] },
    { what: 'what a state tells', formats: ['human', 'json'] },
  );
  return (document, lines) =>
    outputs.write(
      (format) => (format === 'json' ? jsonPieces(document) : lines.map((row) => `${visible(row)}\n`)),
      watch,
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
