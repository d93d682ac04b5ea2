/** Flags that bound what is linked, and what stands for a group, to options of matching. Must not match anything. */
import { UsageError } from '../lib/errors.ts';
import type { MatchOptions } from '../model/options.ts';
import { parseDays, parseLanguages } from './values.ts';

/** Bounds that are not there where nothing was said: they stand in the report. */
export function boundsOf(values: Readonly<Record<string, unknown>>): Partial<MatchOptions> {
  const { preferLanguage, window, within, across } = values;
  if (within !== undefined && across !== undefined)
    throw new UsageError('--within source and --across source leave nothing between them; choose one');
  return {
    ...(preferLanguage === undefined
      ? {}
      : { preferLanguages: parseLanguages('--prefer-language', String(preferLanguage)) }),
    ...(window === undefined ? {} : { windowDays: parseDays('--window', String(window)) }),
    ...(within === undefined ? {} : { sources: 'within' as const }),
    ...(across === undefined ? {} : { sources: 'across' as const }),
  };
}
