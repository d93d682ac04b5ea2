/** `--print-config`: every setting of a command, its value, and who said so. Pure text; must not print. */

import { UsageError } from '../lib/errors.ts';
import { safeJson, visible } from '../lib/visible.ts';
import type { Request } from './arguments.ts';
import { isSetting, settingName, variableOf } from './flag-words.ts';
import type { Flag } from './flags.ts';
import type { Setting } from './settings.ts';

export const SETTINGS_SCHEMA = 'dedupe.settings/1';

/** `isTerminal`: for people where no format was asked for. */
export function settingsText(request: Request, isTerminal: boolean): string {
  const format = request.format === 'auto' ? (isTerminal ? 'human' : 'json') : request.format;
  const shown = [...request.settings].filter(
    ([flag]) => isSetting(flag) && flag.commands.includes(request.command),
  );
  switch (format) {
    case 'human':
      return table(shown);
    case 'json':
      return json(request, shown);
    default:
      throw new UsageError(`--print-config writes human or json, not ${format}`);
  }
}

type Shown = readonly (readonly [Flag, Setting])[];

function table(shown: Shown): string {
  const rows = shown.map(([flag, { value, from, place }]) => [
    settingName(flag),
    value === undefined || (Array.isArray(value) && value.length === 0) ? '-' : visible(String(value)),
    place === undefined ? from : `${from} ${visible(place)}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(([name, value, from]) => `${name!.padEnd(widths[0]!)}  ${value!.padEnd(widths[1]!)}  ${from}\n`)
    .join('');
}

function json({ command }: Request, shown: Shown): string {
  const rows = shown.map(
    ([flag, { value, from, place }]) =>
      `    ${safeJson(settingName(flag))}: ${safeJson({ value: value ?? null, from, ...(place === undefined ? {} : { place }), variable: variableOf(flag) })}`,
  );
  return `{\n  "schema": "${SETTINGS_SCHEMA}",\n  "command": "${command}",\n  "settings": {\n${rows.join(',\n')}\n  },\n  "end": {"status":"complete"}\n}\n`;
}
