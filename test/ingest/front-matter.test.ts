/** Fields above the text of a file: what is front matter in Markdown and in plain text, and what is not. */
import { describe, expect, it } from 'vitest';
import { codes, readOne } from './workspace.ts';

const TEXT = 'The bridge is open.\n\nIt was closed for years.';
const FACTS = { title: 'The bridge', date: '2024-05-01', url: 'https://a.example/x' };
const FORMS: Readonly<Record<string, string>> = {
  YAML: '---\ntitle: "The bridge"\ntags:\n- a\n\n# printed\ndate: 2024-05-01\nurl: https://a.example/x\n---\n',
  TOML: `+++\ntitle = "The bridge" # new\ndate = 2024-05-01\ntags = ["a"]\nurl = 'https://a.example/x'\n[extra]\ntitle = "No"\n+++\n`,
  JSON: '{\n "title": "The bridge",\n "tags": ["a"],\n "date": "2024-05-01",\n "url": "https://a.example/x"\n}\n',
  'JSON on a line': '{"title": "The bridge", "date": "2024-05-01", "url": "https://a.example/x"}\n',
};

describe.each(['a.txt', 'a.md'])('of %s', (name) => {
  it.each(Object.entries(FORMS))('%s is read', async (_, front) => {
    for (const written of [`${front}\n${TEXT}`, `\ufeff${front}${TEXT}`.replaceAll('\n', '\r\n')]) {
      const result = await readOne(name, written);
      expect(codes(result)).toEqual([]);
      expect(result.articles).toMatchObject([FACTS]);
      expect(result.articles[0]?.text.trim()).toBe(TEXT);
    }
  });
});

describe('plain text keeps', () => {
  it.each([
    ['what stands between rules', `---\nTitle of nothing\ndate: 2024-05-01\n---\n${TEXT}`],
    ['fields that are not known', `---\nAnna: Hello.\nBen: Good morning.\n---\n${TEXT}`],
    ['a fence that is not closed', `---\ntitle: a\n${TEXT}`],
    ['a rule of another kind', `+++\nThe bridge = open\n+++\n${TEXT}`],
    [
      'a dialogue with a title',
      `---\ntitle: The bridge\nAnna: I have never seen it open, she said.\n---\n${TEXT}`,
    ],
    [
      'a line that is a text',
      `---\ntitle: The bridge\nnote: ${'long and longer, '.repeat(30)}\n---\n${TEXT}`,
    ],
    ['one record above another', '{"title": "One", "story": "A"}\n{"title": "Two", "story": "B"}\n'],
    ['what is in braces', `{Update}\n${TEXT}`],
    ['fields without a text below', '---\ntitle: The bridge\n---\n'],
  ])('%s', async (_, written) => {
    expect((await readOne('a.txt', written)).articles).toMatchObject([{ text: written }]);
  });
});
