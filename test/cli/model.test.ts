/** `--model` on the command line: another lexicon and other models, named in the report, and refused when they are none. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY_MODEL } from '../../src/lexicon/data/story-model.ts';
import { dedupe, ROOT, scan } from '../helpers/command.ts';
import { folderWith } from './workspace.ts';

const LEXICON = join(ROOT, 'src/lexicon/data/concepts.bin');
const FLOOD = join(ROOT, 'fixtures/newsroom/translations-flood');
/** Models that call nothing a translation. */
const NEVER = { event: { bias: -20 }, translation: { bias: -20 } };

function modelFolder(files: Readonly<Record<string, string>>, hasLexicon: boolean): string {
  const folder = folderWith(files);
  if (hasLexicon) copyFileSync(LEXICON, join(folder, 'concepts.bin'));
  return folder;
}

describe('--model', () => {
  it.concurrent('gives the same groups with the shipped files, and says which model it was', async () => {
    const folder = modelFolder({ 'story-model.json': JSON.stringify(STORY_MODEL) }, true);
    const [shipped, named] = [await scan([FLOOD]), await scan([FLOOD, '--model', folder])];
    expect(named.groups).toEqual(shipped.groups);
    expect(shipped.run.options['model']).toBeUndefined();
    expect(named.run.options['model']).toMatch(/^[0-9a-f]{64}$/);
  });

  it.concurrent('decides by the weights of the folder', async () => {
    const models = JSON.stringify({ concepts: NEVER, briefs: NEVER, unequal: NEVER, facts: NEVER });
    const folder = modelFolder({ 'story-model.json': models }, true);
    expect((await scan([FLOOD])).groups).toHaveLength(1);
    expect((await scan([FLOOD, '--model', folder])).groups).toEqual([]);
  });

  const bad: readonly (readonly [
    name: string,
    files: Record<string, string>,
    lexicon: boolean,
    words: string,
  ])[] = [
    ['an empty folder', {}, false, 'concepts.bin cannot be read'],
    ['a lexicon alone', {}, true, 'story-model.json cannot be read'],
    ['a file that is no lexicon', { 'concepts.bin': 'x', 'story-model.json': '{}' }, false, 'not a lexicon'],
    ['no models', { 'story-model.json': '{}' }, true, 'lacks the models concepts, briefs, unequal, facts'],
    [
      'models of an earlier dedupe',
      { 'story-model.json': JSON.stringify({ concepts: NEVER, briefs: NEVER, facts: NEVER }) },
      true,
      'lacks the models unequal; make one with npm run lexicon',
    ],
  ];
  for (const [name, files, hasLexicon, words] of bad) {
    it.concurrent(`refuses ${name}, reads nothing, says what to do`, async () => {
      const folder = modelFolder({ ...files, 'unused.txt': '' }, hasLexicon);
      const outcome = await dedupe([FLOOD, '--model', folder]);
      expect(outcome.status).toBe(2);
      expect(outcome.stdout).toBe('');
      expect(outcome.stderr).toContain(words);
    });
  }
});
