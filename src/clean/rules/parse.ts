/**
 * The text of a rules file to rules. Owns the form of the file and the words that say what is wrong with it and where;
 * must not read files. Every error is a `UsageError` that names the place, what was found and what to write.
 */
import { UsageError } from '../../lib/errors.ts';
import {
  type BlockMatcher,
  RULES_SCHEMA,
  SECTION_ENDS,
  type SiteRule,
  type SiteRules,
} from '../../model/rules.ts';
import { compilePattern } from './regex.ts';
import { compilePath, compileSource } from './wildcard.ts';

const MATCHER_KINDS = ['text', 'regex', 'heading'] as const;
const RULE_FIELDS = ['source', 'path', 'keep', 'drop', 'note'];

/** Throws `UsageError`; `name` is what the file is called in its message. */
export function parseRules(text: string, name: string): SiteRules {
  const fail = (at: string, problem: string): never => {
    throw new UsageError(`${name}: ${at === '' ? '' : `${at}: `}${problem}; see dedupe help rules`);
  };
  const file = objectAt(parseJson(text, name), '', ['schema', 'rules'], fail);
  if (file['schema'] !== RULES_SCHEMA) {
    fail('schema', `is ${shown(file['schema'])}; write "schema": "${RULES_SCHEMA}"`);
  }
  const rules = listAt(file['rules'], 'rules', fail).map((rule, i) => parseRule(rule, `rules[${i}]`, fail));
  return { schema: RULES_SCHEMA, rules };
}

type Fail = (at: string, problem: string) => never;
type Fields = Readonly<Record<string, unknown>>;

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (cause) {
    const at = /position (\d+)/.exec((cause as Error).message)?.[1];
    const line = at === undefined ? '' : ` in line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new UsageError(
      `${name}: this is no JSON${line}; a rules file is one JSON object, see dedupe help rules`,
      {
        cause,
      },
    );
  }
}

function parseRule(value: unknown, at: string, fail: Fail): SiteRule {
  const fields = objectAt(value, at, RULE_FIELDS, fail);
  checkNote(fields, at, fail);
  const source = namesAt(fields['source'], `${at}.source`, compileSource, fail);
  const path = namesAt(fields['path'], `${at}.path`, compilePath, fail);
  if (path?.some(hasAlternatives) === true) {
    fail(
      `${at}.path`,
      'has alternatives in braces, which stand for themselves here; write a list of patterns',
    );
  }
  const keep = matchersAt(fields['keep'], `${at}.keep`, fail);
  const drop = matchersAt(fields['drop'], `${at}.drop`, fail);
  if (source === undefined && path === undefined) {
    fail(at, 'has neither "source" nor "path"; name the articles it is for ("path": "**" for all)');
  }
  if (keep === undefined && drop === undefined)
    fail(at, 'has neither "keep" nor "drop"; list blocks in one of them');
  return {
    ...(source === undefined ? {} : { source }),
    ...(path === undefined ? {} : { path }),
    ...(keep === undefined ? {} : { keep }),
    ...(drop === undefined ? {} : { drop }),
  };
}

/** Whether a pattern says `{a,b}`, as globs of the command line may. */
function hasAlternatives(pattern: string): boolean {
  const open = pattern.indexOf('{');
  const comma = open === -1 ? -1 : pattern.indexOf(',', open);
  return comma !== -1 && pattern.includes('}', comma);
}

/** One pattern or a list of them. */
function namesAt(
  value: unknown,
  at: string,
  compile: (pattern: string) => unknown,
  fail: Fail,
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const single = typeof value === 'string';
  return (single ? [value] : listAt(value, at, fail, 'a pattern or a list of patterns')).map((name, i) => {
    const place = single ? at : `${at}[${i}]`;
    const pattern = textAt(name, place, fail);
    try {
      compile(pattern);
    } catch (error) {
      fail(place, `is no pattern (${(error as Error).message}); shorten it`);
    }
    return pattern;
  });
}

function matchersAt(value: unknown, at: string, fail: Fail): readonly BlockMatcher[] | undefined {
  if (value === undefined) return undefined;
  return listAt(value, at, fail).map((matcher, i) => parseMatcher(matcher, `${at}[${i}]`, fail));
}

function parseMatcher(value: unknown, at: string, fail: Fail): BlockMatcher {
  const fields = objectAt(value, at, [...MATCHER_KINDS, 'until', 'note'], fail);
  const kinds = MATCHER_KINDS.filter((kind) => fields[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    return fail(
      at,
      `has ${kinds.length === 0 ? 'none' : kinds.join(' and ')} of ${MATCHER_KINDS.join(', ')}; write exactly one`,
    );
  }
  const wanted = textAt(fields[kind], `${at}.${kind}`, fail);
  checkNote(fields, at, fail);
  const until = fields['until'];
  if (kind === 'heading') {
    const end = SECTION_ENDS.find((name) => name === until);
    if (until !== undefined && end === undefined) {
      fail(
        `${at}.until`,
        `is ${shown(until)}; write ${SECTION_ENDS.map((name) => `"${name}"`).join(' or ')}`,
      );
    }
    return { heading: wanted, ...(end === undefined ? {} : { until: end }) };
  }
  if (until !== undefined) fail(`${at}.until`, 'goes with "heading" only; remove it');
  if (kind === 'text') return { text: wanted };
  try {
    compilePattern(wanted);
  } catch (error) {
    fail(
      `${at}.regex`,
      `${shown(wanted)} cannot be matched in linear time or is no pattern: ${(error as Error).message}; write it without look-around, back-references and large repeats`,
    );
  }
  return { regex: wanted };
}

/** Notes are for people: they are checked and left behind, for they change no result. */
function checkNote(fields: Fields, at: string, fail: Fail): void {
  const note = fields['note'];
  if (note !== undefined && typeof note !== 'string') fail(`${at}.note`, `is ${shown(note)}; write a text`);
}

function objectAt(value: unknown, at: string, known: readonly string[], fail: Fail): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(at, `is ${shown(value)}; write an object with ${known.join(', ')}`);
  }
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) fail(at, `has an unknown field "${stranger}"; it takes ${known.join(', ')}`);
  return value as Fields;
}

function listAt(value: unknown, at: string, fail: Fail, what = 'a list'): readonly unknown[] {
  if (!Array.isArray(value)) return fail(at, `is ${shown(value)}; write ${what}`);
  return value.length === 0 ? fail(at, `is empty; write ${what} with at least one entry`) : value;
}

function textAt(value: unknown, at: string, fail: Fail): string {
  if (typeof value !== 'string') return fail(at, `is ${shown(value)}; write a text`);
  return value.trim() === '' ? fail(at, 'is empty; write a text') : value;
}

/** A value in a message: never longer than a line. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
