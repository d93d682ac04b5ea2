/**
 * How one text file can hold many articles, and what parts them. Owns the signs, line by line; must not decide whether a
 * file is such a dump (`tell-dump.ts`).
 */

import { closesArticle } from './databases.ts';

/** How the parts are read. */
export const DUMP_KINDS = ['nexis', 'factiva', 'numbered', 'doc', 'heading', 'headed'] as const;
export type DumpKind = (typeof DUMP_KINDS)[number];

/** `whole`: a part that begins and ends with this line; `between`: the line belongs to no part. */
export type Sign = 'begin' | 'end' | 'whole' | 'between';

/** What parts the articles of a file. */
export interface DumpForm {
  readonly kind: DumpKind;
  /** As issues call it. */
  readonly name: string;
  /** What a line says; it comes without its end, trimmed, and longer ones cut in the middle. */
  readonly signOf: (line: string) => Sign | undefined;
  /** Whether what stands before such a sign, and not behind one, is no article. */
  readonly mustOpen: boolean;
  /** Whether what ends without its sign is an article only if it begins as one. */
  readonly mustEnd: boolean;
  /** Whether pages part articles: then form feeds end lines, and every end is a sign. */
  readonly isPaged: boolean;
  /** Whether a sign counts only where a header follows. */
  readonly needsHeader: boolean;
}

const ORDINARY = { mustOpen: false, mustEnd: false, isPaged: false, needsHeader: false } as const;

export const NEXIS_COUNTED: DumpForm = {
  ...ORDINARY,
  kind: 'nexis',
  name: 'a Nexis export',
  mustOpen: true,
  signOf: (line) => (isCount(line) ? 'begin' : undefined),
};

export const NEXIS_ENDED: DumpForm = {
  ...ORDINARY,
  kind: 'nexis',
  name: 'a Nexis export',
  mustEnd: true,
  signOf: (line) => (isEndOfDocument(line) ? 'end' : undefined),
};

export const FACTIVA: DumpForm = {
  ...ORDINARY,
  kind: 'factiva',
  name: 'a Factiva export',
  mustEnd: true,
  signOf: (line) => (accessionOf(line) === undefined ? undefined : 'end'),
};

export const NUMBERED: DumpForm = {
  ...ORDINARY,
  kind: 'numbered',
  name: 'an export of Europresse, Gale or NewsBank',
  mustEnd: true,
  signOf: (line) => (closesArticle(line) ? 'end' : undefined),
};

export const DOC_ELEMENTS: DumpForm = {
  ...ORDINARY,
  kind: 'doc',
  name: 'a dump of <doc> elements',
  mustOpen: true,
  signOf: docSign,
};

export const HEADINGS: DumpForm = {
  ...ORDINARY,
  kind: 'heading',
  name: 'articles under headings (#)',
  mustOpen: true,
  signOf: (line) => (isHeading(line) ? 'begin' : undefined),
};

/** Lines that are this rule. `needsHeader` where the rule also stands inside articles. */
export function ruled(rule: string, needsHeader: boolean): DumpForm {
  return {
    ...ORDINARY,
    kind: 'headed',
    name: `articles between rules (${rule.slice(0, 3)})`,
    signOf: (line) => (line === rule ? 'between' : undefined),
    needsHeader,
  };
}

export function paged(needsHeader: boolean): DumpForm {
  return {
    ...ORDINARY,
    kind: 'headed',
    name: 'articles between form feeds',
    signOf: () => 'between',
    isPaged: true,
    needsHeader,
  };
}

/** "3 of 20 DOCUMENTS" and "Document 3 of 20", in the languages of the service. */
export function isCount(line: string): boolean {
  if (line.length > 60) return false;
  const counts =
    /^(\d{1,6}) (?:of|von|de|van|di|sur|av|af) (\d{1,6}) DO[CK]UMENT[A-Z]{0,3}$/i.exec(line) ??
    /^DO[CK]UMENT[A-Z]{0,2} (\d{1,6}) (?:of|von|de|van|di|sur|av|af) (\d{1,6})$/i.exec(line);
  return counts !== null && Number(counts[1]) >= 1 && Number(counts[1]) <= Number(counts[2]);
}

export function isEndOfDocument(line: string): boolean {
  return /^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Fine del documento)$/i.test(
    line,
  );
}

/** The number of an article in Factiva: a source in eight characters, a day, nine more. */
export function accessionOf(line: string): string | undefined {
  if (line.length < 26 || line.length > 60) return undefined;
  return /^(?:AN\s{1,8})?\p{L}{2,10}\s{1,3}([A-Z][A-Z0-9]{7}(?:19|20)\d{6}[a-z0-9]{9})$/u.exec(line)?.[1];
}

function docSign(line: string): Sign | undefined {
  const opens = /^<doc[\s>]/i.test(line);
  const closes = line.slice(-6).toLowerCase() === '</doc>';
  if (opens) return closes ? 'whole' : 'begin';
  return closes ? 'end' : undefined;
}

/** A heading of the first level in Markdown. */
export function isHeading(line: string): boolean {
  return /^# {1,4}\S/.test(line);
}

/** A line of one character over and over, with or without spaces between: three times at least. */
export function isRule(line: string): boolean {
  const first = line.charCodeAt(0);
  if (!RULE_CHARACTERS.has(first)) return false;
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit === first) count++;
    else if (unit !== 0x20) return false;
  }
  return count >= 3;
}

const RULE_CHARACTERS: ReadonlySet<number> = new Set([...'=-*_#~+'].map((sign) => sign.charCodeAt(0)));
