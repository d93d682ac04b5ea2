import { describe, expect, it } from 'vitest';
import { judgeNear, type NearText, readNearText } from '../../../src/match/near/index.ts';
import type { Verdict } from '../../../src/model/match.ts';
import type { Threshold } from '../../../src/model/options.ts';
import { makeSentences, mulberry } from '../../helpers/near-articles.ts';
import { TEMPLATED, UPDATES } from './labelled-pairs.ts';

function near(text: string, date?: string): NearText {
  return readNearText(text, { date, title: '', textDays: () => [], titleDays: () => [] });
}

function judge(a: string, b: string, threshold: Threshold = 'balanced'): Verdict {
  return judgeNear(near(a), near(b), { threshold });
}

const sentences = makeSentences(mulberry(1), 20);
const article = sentences.join(' ');
const excerpt = sentences.slice(4, 8).join(' ');

describe('verdicts', () => {
  const check = (
    name: string,
    a: string,
    b: string,
    relation: string | undefined,
    inner?: 'a' | 'b',
  ): void => {
    it(name, () => {
      const verdict = judge(a, b);
      expect([verdict.relation, verdict.inner]).toEqual([relation, inner]);
      expect(verdict.nearest === undefined).toBe(relation !== undefined);
      if (relation !== undefined) expect(verdict.score).toBeGreaterThan(0.5);
    });
  };
  check('the same text', article, article, 'near');
  check('other case and punctuation', article, article.toUpperCase().replace(/\./g, ' —'), 'near');
  check('one sentence more', article, `${article} ${makeSentences(mulberry(2), 1)[0]}`, 'near');
  check('every fourth sentence dropped', article, sentences.filter((_, i) => i % 4 > 0).join(' '), 'near');
  check('an excerpt, second', article, excerpt, 'contained', 'b');
  check('an excerpt, first', excerpt, article, 'contained', 'a');
  check(
    'a headline is too little for an excerpt',
    article,
    sentences[4]!.split(' ').slice(0, 6).join(' '),
    undefined,
  );
  check('another story', article, makeSentences(mulberry(9), 20).join(' '), undefined);
  check(
    'one shared sentence',
    article,
    [sentences[0], ...makeSentences(mulberry(9), 9)].join(' '),
    undefined,
  );
  check('nothing and something', '', article, undefined);
  check('nothing and nothing', '', '', undefined);
  check('a shared phrase', 'Weather for Monday in Kassel', 'Weather for Monday in Rostock', undefined);
});

describe('two characters in a hundred changed', () => {
  const check = (name: string, alphabet: readonly string[]): void => {
    it(name, () => {
      const random = mulberry(21);
      const pick = (): string => alphabet[Math.floor(random() * alphabet.length)]!;
      const text = Array.from({ length: 600 }, pick);
      const changed = text.map((character) => (random() < 0.02 ? pick() : character));
      expect(changed).not.toEqual(text);
      const verdict = judge(text.join(''), changed.join(''));
      expect(verdict.relation).toBe('near');
      expect(verdict.evidence.resemblance).toBeGreaterThan(0.7);
    });
  };
  const block = (first: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => String.fromCodePoint(first + i));
  check('Chinese', block(0x4e00, 2000));
  check('Japanese kana', block(0x3042, 80));
  check('Thai', block(0xe01, 46));
  check('ideographs of plane 2', block(0x20000, 2000));
});

describe('thresholds', () => {
  const half = [...sentences.slice(0, 12), ...makeSentences(mulberry(4), 7)].join(' ');
  it.each([
    ['strict', undefined],
    ['balanced', undefined],
    ['loose', 'near'],
  ] as const)('%s', (threshold, relation) => {
    expect(judge(article, half, threshold).relation).toBe(relation);
  });

  it('a refused pair says how far it falls short, and shows what it shares', () => {
    expect(judge(article, half).nearest).toMatch(
      /^resemblance 0\.\d\d of 0\.\d+, short by 0\.\d\d, .*; --threshold loose joins them$/,
    );
    const verdict = judge(article, [sentences[0], ...makeSentences(mulberry(9), 20)].join(' '));
    expect(verdict.nearest).toMatch(
      /^resemblance 0\.0\d of 0\.5, short by 0\.4\d, or containment 0\.\d\d of /,
    );
    expect(verdict.evidence.passages).toHaveLength(1);
  });

  it('a refused pair holds no more than its verdict where nobody asks why', () => {
    const verdict = judgeNear(near(article), near(half), { threshold: 'balanced', isExplained: false });
    expect([verdict.signals, verdict.nearest, verdict.evidence.passages]).toEqual([[], undefined, undefined]);
  });
});

describe('measures', () => {
  it('containment is never below resemblance, both are symmetric, and the score grows with the overlap', () => {
    const scores = [20, 16, 12, 8, 4, 0].map((kept) => {
      const other = [...sentences.slice(0, kept), ...makeSentences(mulberry(kept), 20 - kept)].join(' ');
      const verdict = judge(article, other);
      const mirrored = judge(other, article);
      expect(verdict.evidence.containment).toBeGreaterThanOrEqual(verdict.evidence.resemblance!);
      expect(mirrored).toEqual(verdict);
      return verdict.score;
    });
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('signals add up to the score', () => {
    for (const verdict of [
      judge(article, excerpt),
      judge(article, article),
      judge(TEMPLATED[11]!.a, TEMPLATED[11]!.b),
    ]) {
      const logOdds = verdict.signals.reduce((sum, signal) => sum + signal.contribution, 0);
      expect(verdict.score).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
    }
  });
});

describe('moulds and updates', () => {
  it('are labelled in enough pairs and languages', () => {
    for (const set of [TEMPLATED, UPDATES]) {
      expect(set.length).toBeGreaterThanOrEqual(20);
      expect(new Set(set.map((pair) => pair.language)).size).toBeGreaterThanOrEqual(15);
    }
  });

  it.each(TEMPLATED)('two stories in one mould stay apart, $language: $a', ({ a, b }) => {
    for (const threshold of ['strict', 'balanced', 'loose'] as const) {
      expect(judge(a, b, threshold).relation).toBeUndefined();
      expect(judge(b, a, threshold).relation).toBeUndefined();
    }
  });

  it('a mould is refused as a mould where its prose would have joined it', () => {
    const joinable = TEMPLATED.map(({ a, b }) => judge(a, b, 'loose')).filter(
      ({ evidence }) => evidence.resemblance! >= 0.35,
    );
    expect(joinable.length).toBeGreaterThan(10);
    for (const { evidence } of joinable) expect(evidence.against?.[0]).toMatch(/mould/);
  });

  it('is refused as a mould below the bounds as well, where that is asked, and nothing else is', () => {
    const options = { threshold: 'strict', seeksMoulds: true } as const;
    for (const { a, b } of TEMPLATED)
      expect(judgeNear(near(a), near(b), options).evidence.against?.[0]).toMatch(/mould/);
    for (const { a, b } of UPDATES)
      expect(judgeNear(near(a), near(b), options).evidence.against).toBeUndefined();
  });

  it.each(UPDATES)('one story told again is joined, $language: $a', ({ a, b }) => {
    expect(judge(a, b).relation).toBe('near');
    expect(judge(b, a).relation).toBe('near');
  });

  it('a long report with three changed numbers is joined, however its other facts are written', () => {
    const first = `${article} So far 12 are dead, 30 hurt, 5 missing and 800 without a home.`;
    const second = `${article} So far 15 are dead, 42 hurt, 3 missing and 950 without a home.`;
    expect(judge(first, second).relation).toBe('near');
  });
});

describe('the reason', () => {
  const [first, second] = [UPDATES[0]!.a, UPDATES[0]!.b];
  const check = (name: string, a: NearText, b: NearText, reason: string | undefined): void => {
    it(name, () => {
      expect(judgeNear(a, b, { threshold: 'balanced' }).reason).toBe(reason);
      expect(judgeNear(b, a, { threshold: 'balanced' }).reason).toBe(reason);
    });
  };
  const plus = `${article} ${makeSentences(mulberry(3), 2).join(' ')}`;
  check('later numbers and a longer text', near(first), near(second), 'update');
  check('later numbers, by date', near(first, '2025-03-01'), near(second, '2025-03-02T08:00:00Z'), 'update');
  check('a longer text, later', near(article, '2025-03-01'), near(plus, '2025-03-02'), 'update');
  check(
    'a longer text, earlier: the later is a cut',
    near(article, '2025-03-02'),
    near(plus, '2025-03-01'),
    undefined,
  );
  check('a longer text without dates may be the one that was cut', near(article), near(plus), undefined);
  check('the same on two days', near(article, '2025-03-01'), near(article, '2025-03-02'), undefined);
  const dated = (line: string, end: string): NearText => near(`${line}\n${article}\n${end}`);
  check(
    'the date line and the footer of two sites around one text',
    dated('Updated May 3, 2025 at 6:31', 'Copyright 2025 The Mirren Gazette, 3 Quay Street'),
    dated('By our staff, 4 May 2024, 2 min read', 'All rights reserved'),
    undefined,
  );
  check(
    'the number of the first words alone',
    dated('Now 12 dead on the quay', ''),
    dated('Now 15 dead on the quay', 'More tomorrow.'),
    'update',
  );
  check('an unreadable date', near(article, 'soon'), near(plus, '2025-03-01'), undefined);
});
