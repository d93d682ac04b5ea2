/**
 * JSON Schemas of what the command itself reads and writes about itself: settings and `doctor`. Made from the table of
 * flags; the compiler holds the rest to the types.
 */
import { SCHEMAS } from '../report/index.ts';
import { CONFIG_SCHEMA } from './config-file.ts';
import { DOCTOR } from './doctor-schema.ts';
import { isSetting, isSwitch, settingName } from './flag-words.ts';
import { COMMANDS, FLAGS, type Flag } from './flags.ts';
import { SETTINGS_SCHEMA } from './print-config.ts';
import { ORIGINS } from './settings.ts';

const STRING = { type: 'string' };

function schemaOf(flag: Flag): object {
  if (isSwitch(flag)) return { type: 'boolean' };
  if (flag.counted === true) return { type: 'integer', minimum: 0 };
  if (flag.repeatable === true) return { anyOf: [STRING, { type: 'array', items: STRING }] };
  return flag.choices === undefined ? { type: ['string', 'number'] } : { enum: flag.choices };
}

const settings = FLAGS.filter(isSetting);

const CONFIG: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dedupe:config:1',
  title: 'A file of settings (dedupe.config.json, --config)',
  type: 'object',
  properties: {
    $schema: STRING,
    schema: { const: CONFIG_SCHEMA },
    ...Object.fromEntries(
      settings
        .filter((flag) => flag.notInFile !== true)
        .map((flag) => [settingName(flag), { ...schemaOf(flag), description: flag.description }]),
    ),
  },
  additionalProperties: false,
};

const SETTING: object = {
  type: 'object',
  properties: {
    value: { type: ['string', 'number', 'boolean', 'array', 'null'], items: STRING },
    from: { enum: ORIGINS },
    place: STRING,
    variable: STRING,
  },
  required: ['value', 'from', 'variable'],
  additionalProperties: false,
};

const SETTINGS: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dedupe:settings:1',
  title: 'What --print-config prints',
  type: 'object',
  properties: {
    schema: { const: SETTINGS_SCHEMA },
    command: { enum: COMMANDS },
    settings: {
      type: 'object',
      properties: Object.fromEntries(settings.map((flag) => [settingName(flag), SETTING])),
      additionalProperties: false,
    },
    end: { type: 'object', properties: { status: { const: 'complete' } }, required: ['status'] },
  },
  required: ['schema', 'command', 'settings', 'end'],
  additionalProperties: false,
};

/** All published schemas, by name. */
export const ALL_SCHEMAS: Readonly<Record<string, object>> = {
  ...SCHEMAS,
  config: CONFIG,
  settings: SETTINGS,
  doctor: DOCTOR,
};
