/** `dedupe schema [name]`: the published JSON Schemas. */
import { UsageError } from '../lib/errors.ts';
import { SCHEMAS } from '../report/index.ts';

export function schemaText(operands: readonly string[]): string {
  const names = Object.keys(SCHEMAS);
  const [name, ...more] = operands;
  if (name === undefined) return `${names.join('\n')}\n`;
  const found = Object.entries(SCHEMAS).find(([key]) => key === name);
  if (found === undefined || more.length > 0) {
    throw new UsageError(`dedupe schema takes one of ${names.join(', ')}, not "${operands.join(' ')}"`);
  }
  return `${JSON.stringify(found[1], null, 2)}\n`;
}
