import { describe, expect, it } from 'vitest';
import { analyseArticle, tellBlockLanguages } from '../../src/dedupe.ts';
import { detectLanguage, loadVoters, type Voters } from '../../src/language/index.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../src/model/options.ts';

const voters = await loadVoters();

describe('a language that only franc was taught', () => {
  it('does not win a headline that fastText is confident of', () => {
    // fastText: English 0.90; franc: Kanuri.
    const { language } = detectLanguage('Ysolde Kamaraj named honorary citizen of Bruges.', voters);
    expect(language.code).toBe('eng');
  });
  it('is asked for where fastText doubts, or where the table does not agree', () => {
    const long =
      'The council said on Monday that it will close the old bridge for two weeks, and that all of the boats have to wait until the autumn.';
    expect(voters.hear('Ysolde Kamaraj named honorary citizen of Bruges.', 'nld').franc.size).toBe(0);
    expect(voters.hear('Umkhandlu wedolobha uthe ibhuloho elidala', 'zul').franc.size).toBeGreaterThan(0);
    expect(voters.hear(long, 'nld').franc.size).toBeGreaterThan(0);
    expect(voters.hear(long, 'eng').franc.size).toBe(0);
    expect(voters.hear('ናይ ሕቶን መልስን ዕላል ምስ ኣባላት', 'tir').franc.has('tir')).toBe(true);
  });
});

describe('tellBlockLanguages', () => {
  it('asks the libraries once for a line that comes again', () => {
    const line = 'Sandra Mara banka oli';
    const body = 'Der Stadtrat hat am Montag beschlossen, die alte Brücke für zwei Wochen zu sperren.';
    const text = Array.from({ length: 50 }, () => `${line}\n\n${body}`).join('\n\n');
    const { article } = analyseArticle(
      { id: 'a', path: 'a.txt', rawDigest: '', text },
      DEFAULT_MATCH_OPTIONS,
    );
    const heard: string[] = [];
    const counting: Voters = {
      hear: (sample, expected) => {
        heard.push(sample);
        return voters.hear(sample, expected);
      },
    };
    const told = tellBlockLanguages(article, counting).article;
    expect(article.blocks.filter((block) => block.text === line).length).toBeGreaterThan(1);
    expect(heard).toEqual([line]);
    expect(
      new Set(told.blocks.filter((block) => block.text === body).map((block) => block.language)),
    ).toEqual(new Set(['de']));
  });
});
