/** The JSON Schema of what `dedupe doctor -f json` prints. */
export const DOCTOR_SCHEMA = 'dedupe.doctor/1';

const STRING = { type: 'string' };

/** `missing`: a run fails where it is needed; `warning`: a run is slower, or may fail on large input. */
export const STATUSES = ['well', 'warning', 'missing'] as const;

export const DOCTOR: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dedupe:doctor:1',
  title: 'What dedupe doctor found',
  type: 'object',
  properties: {
    schema: { const: DOCTOR_SCHEMA },
    tool: {
      type: 'object',
      properties: { name: STRING, version: STRING },
      required: ['name', 'version'],
      additionalProperties: false,
    },
    program: { type: 'object', additionalProperties: STRING },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: STRING, status: { enum: STATUSES }, found: STRING, remedy: STRING },
        required: ['name', 'status', 'found'],
        additionalProperties: false,
      },
    },
    well: { type: 'boolean' },
    end: { type: 'object', properties: { status: { const: 'complete' } }, required: ['status'] },
  },
  required: ['schema', 'tool', 'program', 'findings', 'well', 'end'],
  additionalProperties: false,
};
