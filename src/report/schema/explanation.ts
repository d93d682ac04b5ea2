/** The schema of `explain`. */
import {
  EXPLANATION_SCHEMA,
  type ExplainedDecision,
  type ExplainedPassage,
  type ExplainedVerdict,
  type Explanation,
} from '../../model/explanation.ts';
import type { Signal } from '../../model/match.ts';
import {
  ARTICLE,
  CONCEPT_EVIDENCE,
  END,
  NAME_EVIDENCE,
  NUMBER_EVIDENCE,
  OPTIONS,
  PASSAGE_FIELDS,
  RELATIONS,
  TOOL,
} from './parts.ts';
import {
  BOOLEAN,
  described,
  exactly,
  listOf,
  NUMBER,
  objectOf,
  oneOf,
  optional,
  published,
  STRING,
  TRUE,
  UNIT,
} from './schema.ts';

const VERDICT = objectOf<ExplainedVerdict>({
  relation: oneOf([...RELATIONS, 'distinct']),
  identical: optional(described(BOOLEAN, 'Equal raw bytes.')),
  inner: optional(described(oneOf(['a', 'b']), 'The side that is the excerpt.')),
  reason: optional(described(exactly('update'), 'The later one adds to the earlier.')),
  score: UNIT,
});

const DECIDED = objectOf<ExplainedDecision>({
  decision: oneOf(['same', 'different']),
  through: optional(described(TRUE, 'Decisions on other articles make it so.')),
  when: optional(STRING),
  by: optional(STRING),
  note: optional(STRING),
});

const SIGNAL = objectOf<Signal>({
  name: STRING,
  value: NUMBER,
  contribution: described(NUMBER, 'What it adds to the log-odds.'),
  note: STRING,
});

export const EXPLANATION = published(
  'explanation',
  'Why two articles are, or are not, the same story',
  objectOf<Explanation>({
    schema: exactly(EXPLANATION_SCHEMA),
    tool: TOOL,
    run: objectOf<Explanation['run']>({ options: OPTIONS, engine: STRING }),
    a: ARTICLE,
    b: ARTICLE,
    verdict: VERDICT,
    decided: optional(described(DECIDED, 'What people decided on the two; it holds over the verdict.')),
    grouped: optional(
      described(oneOf(['together', 'apart']), 'Whether the report or state has the two in one group.'),
    ),
    signals: listOf(SIGNAL),
    nearSignals: optional(
      described(listOf(SIGNAL), 'What the words that both share add, where `signals` judge the story.'),
    ),
    evidence: objectOf<Explanation['evidence']>({
      names: listOf(NAME_EVIDENCE),
      numbers: listOf(NUMBER_EVIDENCE),
      concepts: optional(listOf(CONCEPT_EVIDENCE)),
      resemblance: optional(UNIT),
      containment: optional(UNIT),
    }),
    passages: listOf(
      objectOf<ExplainedPassage>({
        ...PASSAGE_FIELDS,
        a: STRING,
        b: STRING,
        score: optional(described(UNIT, 'Of aligned sentences: how likely they are counterparts.')),
      }),
    ),
    against: listOf(STRING),
    nearest: optional(described(STRING, 'For a refused pair: what would have joined it.')),
    end: END,
  }),
);
