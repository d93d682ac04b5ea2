/** `dedupe schema [name]`: the published JSON Schemas. */
import { UsageError } from '../lib/errors.ts';
import { didYouMean } from './did-you-mean.ts';
import { ALL_SCHEMAS } from './schemas.ts';

export async function schemaText(operands: readonly string[]): Promise<string> {
  const names = Object.keys(ALL_SCHEMAS);
  const [name, ...more] = operands;
  if (name === undefined) return `${names.join('\n')}\n`;
  const found = Object.entries(ALL_SCHEMAS).find(([key]) => key === name);
  if (found === undefined || more.length > 0) {
    throw new UsageError(
      `dedupe schema takes one of ${names.join(', ')}, not "${operands.join(' ')}"${await didYouMean(name, names)}`,
    );
  }
  return `${JSON.stringify(found[1], null, 2)}\n`;
}
