/** The subject of a message, whatever its words are encoded in. Must not read anything else of it. */
import { decode } from '../decode.ts';
import { encodedRuns, fieldOf, readHeader } from './header.ts';
import { meaningful } from './unicode-parts.ts';

/**
 * Empty where there is none. `bodyCharset` is the encoding that the text was found to be in: bytes that stand in a subject
 * as they are were written by the same program.
 */
export async function subjectOf(bytes: Buffer, bodyCharset: string | undefined): Promise<string> {
  const field = fieldOf(readHeader(bytes, 0, bytes.length), 'subject');
  if (field === undefined) return '';
  let subject = '';
  for (const run of encodedRuns(field)) {
    const charset = run.charset === undefined ? bodyCharset : meaningful(run.charset);
    const decoded = await decode(run.bytes, charset);
    if (decoded.kind === 'text') subject += decoded.text;
  }
  return subject.trim();
}
