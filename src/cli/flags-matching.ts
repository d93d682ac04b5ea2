/** Flags that say how articles are compared. Must not import anything heavy. */
import { CANONICAL_RULES, DEFAULT_MATCH_OPTIONS, GROUPINGS, THRESHOLDS } from '../model/options.ts';
import { type Flag, MAKES, MATCHES } from './flag.ts';

export const MATCHING_FLAGS: readonly Flag[] = [
  {
    flags: '--rules <file>',
    description: 'what to keep and drop on the pages of known sites (dedupe help rules)',
    group: 'Matching',
    commands: MAKES,
  },
  {
    flags: '--model <dir>',
    description: 'another lexicon and other models than the shipped ones (npm run lexicon makes them)',
    group: 'Matching',
    commands: MAKES,
  },
  {
    flags: '--no-clean',
    description: 'keep every block: the input is article text already',
    group: 'Matching',
    commands: MAKES,
  },
  {
    flags: '--no-language',
    description: 'do not detect languages; translations are not looked for',
    group: 'Matching',
    commands: MAKES,
  },
  {
    flags: '--no-translations',
    description: 'look for copies and near-duplicates only',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup', 'state', 'stage'],
  },
  {
    flags: '--threshold <name>',
    description: 'how much evidence a link needs',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup', 'state', 'stage'],
    choices: THRESHOLDS,
    fallback: DEFAULT_MATCH_OPTIONS.threshold,
  },
  {
    flags: '--group-by <unit>',
    description: 'what a group is: one story, or all articles on one event',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup', 'state', 'stage'],
    choices: GROUPINGS,
    fallback: DEFAULT_MATCH_OPTIONS.groupBy,
  },
  {
    flags: '--canonical <rule>',
    description: 'which member stands for a group (first: smallest path)',
    group: 'Matching',
    commands: ['scan', 'lookup', 'state', 'stage'],
    choices: CANONICAL_RULES,
    fallback: DEFAULT_MATCH_OPTIONS.canonical,
  },
  {
    flags: '--prefer-language <tags>',
    description: 'the canonical is in the first of these languages that a group has, as en,pt-BR',
    group: 'Matching',
    commands: [...MATCHES, 'stage'],
  },
  {
    flags: '--window <days>',
    description: 'do not link articles that were published further apart, as 30d or 2w',
    group: 'Matching',
    commands: MATCHES,
  },
  {
    flags: '--within <what>',
    description: 'link only articles of one source',
    group: 'Matching',
    commands: MATCHES,
    choices: ['source'],
  },
  {
    flags: '--across <what>',
    description: 'link only articles of different sources',
    group: 'Matching',
    commands: MATCHES,
    choices: ['source'],
  },
  {
    flags: '--decisions <file>',
    description: 'what people decided: same, different, canonical (dedupe help decisions); repeatable',
    group: 'Matching',
    commands: [...MATCHES, 'explain', 'review'],
    repeatable: true,
  },
  {
    flags: '--by <name>',
    description: 'who decides, for the decisions file',
    group: 'Matching',
    commands: ['review'],
  },
];
