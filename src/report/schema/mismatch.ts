/**
 * Where a value that was read is not what a published schema promises, in words. Knows the keywords that the schemas of a
 * report use (a test holds it to that); fields that the schema does not name are of a later version and left alone. Must
 * not describe any row.
 */
import type { Schema } from './schema.ts';

/** The first place that differs, as `.members[2].score is "high"; expected a number`; undefined where all is well. */
export function mismatch(value: unknown, schema: Schema, at = ''): string | undefined {
  const words = { ...(schema as Keywords) };
  const differs = (expected: string): string =>
    `${at === '' ? 'it' : at} is ${shown(value)}; expected ${expected}`;
  if (words.const !== undefined && value !== words.const) return differs(shown(words.const));
  if (words.enum !== undefined && !words.enum.includes(value))
    return differs(`one of ${words.enum.join(', ')}`);
  if (words.type !== undefined && !isOfType(value, words.type)) return differs(article(words.type));
  if (typeof value === 'string') {
    if (words.pattern !== undefined && !patternOf(words.pattern).test(value)) {
      return differs(words.description ?? `what ${words.pattern} matches`);
    }
  } else if (typeof value === 'number') {
    if (words.minimum !== undefined && value < words.minimum) return differs(`${words.minimum} or more`);
    if (words.maximum !== undefined && value > words.maximum) return differs(`${words.maximum} or less`);
  } else if (Array.isArray(value)) {
    if (words.minItems !== undefined && value.length < words.minItems) {
      return differs(`${words.minItems} or more elements`);
    }
    return words.items === undefined ? undefined : firstOf(value, words.items, at);
  } else if (typeof value === 'object' && value !== null) {
    return objectMismatch(value as Fields, words, at);
  }
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** The keywords of JSON Schema that are known here. */
interface Keywords {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly description?: string;
}

function firstOf(values: readonly unknown[], items: Schema, at: string): string | undefined {
  for (let i = 0; i < values.length; i++) {
    const found = mismatch(values[i], items, `${at}[${i}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectMismatch(value: Fields, words: Keywords, at: string): string | undefined {
  for (const name of words.required ?? []) {
    if (!Object.hasOwn(value, name)) return `${at === '' ? 'it' : at} has no "${name}"`;
  }
  const { properties = {}, additionalProperties: others, propertyNames } = words;
  for (const [name, part] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const schema = own ?? (typeof others === 'object' ? others : undefined);
    const found =
      (schema === undefined ? undefined : mismatch(part, schema, `${at}.${name}`)) ??
      (propertyNames === undefined ? undefined : mismatch(name, propertyNames, `the name in ${at}`));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOfType(value: unknown, type: string | readonly string[]): boolean {
  return typeof type === 'string' ? isOf(value, type) : type.some((one) => isOf(value, one));
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}

function article(type: string | readonly string[]): string {
  const names = typeof type === 'string' ? [type] : type;
  return names.map((name) => (/^[aio]/.test(name) ? `an ${name}` : `a ${name}`)).join(' or ');
}

/** The patterns of the schemas are ours, and few; as literals, so that a test can say that none of them blows up. */
const PATTERNS: ReadonlyMap<string, RegExp> = new Map(
  [
    /^g[0-9a-f]{16}$/u,
    /^[0-9a-f]{64}$/u,
    /^[A-Z][a-z]{3}$/u,
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/u,
  ].map((pattern) => [pattern.source, pattern]),
);

function patternOf(source: string): RegExp {
  const pattern = PATTERNS.get(source);
  if (pattern === undefined)
    throw new Error(`the pattern ${source} of a schema is not among those known here`);
  return pattern;
}

/** A value in a message, cut to what a line bears. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
