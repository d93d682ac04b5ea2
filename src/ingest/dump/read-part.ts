/** A part of a dump as text to what it holds, by the form of the dump. Must not cut or decode. */
import { linesOf } from './code-units.ts';
import { beginsGenios, isGenios, readGenios, readNumbered } from './databases.ts';
import { readDocElement } from './doc-elements.ts';
import { readFactiva } from './factiva.ts';
import { type DumpKind, isRule } from './forms.ts';
import type { FoundPart } from './found-part.ts';
import { headerOf, isBlank, readHeaded } from './headed.ts';
import { readHeading } from './headings.ts';
import { readNexis } from './nexis.ts';
import { isProquest, readProquest } from './proquest.ts';

export function readDumpPart(kind: DumpKind, text: string): FoundPart {
  switch (kind) {
    case 'doc':
      return readDocElement(text);
    case 'nexis':
      return readNexis(linesOf(text));
    case 'factiva':
      return readFactiva(linesOf(text));
    case 'numbered':
      return readNumbered(linesOf(text));
    case 'heading':
      return readHeading(linesOf(text));
    case 'headed': {
      const lines = linesOf(text);
      if (isGenios(lines)) return readGenios(lines);
      return isProquest(lines) ? readProquest(lines) : readHeaded(lines);
    }
    default:
      return kind satisfies never;
  }
}

/** Whether the lines behind a rule begin an article. */
export function beginsArticle(lines: readonly string[]): boolean {
  if (headerOf(lines) !== undefined || beginsGenios(lines)) return true;
  const start = lines.findIndex((line) => !isBlank(line));
  const end = lines.findIndex((line, at) => at > start && isRule(line.trim()));
  return start !== -1 && isProquest(lines.slice(start, end === -1 ? undefined : end));
}
