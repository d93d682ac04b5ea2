import { UsageError } from '../lib/errors.ts';
import type { Request } from './arguments.ts';

export async function review(_request: Request): Promise<number> {
  throw new UsageError('review');
}
