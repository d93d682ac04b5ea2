/** Lines, wrapped paragraphs, line ends of every kind; ends of sentences in every tradition. */
import { describe, expect, it } from 'vitest';
import { segmentOnly } from '../../src/clean/index.ts';
import { endingOf } from '../../src/clean/punctuation.ts';
import { segmentText } from '../../src/clean/segment.ts';

describe('segmentText', () => {
  const check = (text: string, expected: readonly string[]) =>
    expect(segmentText(text).map((segment) => segment.text)).toEqual(expected);
  it.each([
    ['line feed', 'a\nb', ['a', 'b']],
    ['carriage return and line feed', 'a\r\nb\r\n', ['a', 'b']],
    ['carriage return', 'a\rb', ['a', 'b']],
    ['line and paragraph separators', 'a\u2028b\u2029c', ['a', 'b', 'c']],
    ['no-break spaces are white space', '\u00a0a\u00a0\n\u00a0\nb', ['a', 'b']],
    ['nothing', '', []],
  ] as const)('%s', (_, text, expected) => check(text, expected));

  it('counts blank lines and those of no-break spaces', () => {
    const [, second] = segmentText('a\n\n\u00a0\n\u00a0\nb');
    expect(second).toMatchObject({ blankBefore: 3, separatorsBefore: 2 });
  });

  it('joins hard-wrapped paragraphs and leaves short lines alone', () => {
    const wrapped = [
      'The harbour council voted on Tuesday to rebuild the old pier and',
      'ended a dispute that had lasted for eleven years, to the relief of',
      'all the fishermen who keep their boats in the little harbour of the',
      'town.',
      '',
      'Work is to begin in the spring, and the first ships should be able',
      'to land there two years later, according to the plan which the whole',
      'council published on the same day.',
    ].join('\n');
    expect(segmentText(wrapped).map((segment) => segment.text.slice(0, 11))).toEqual([
      'The harbour',
      'Work is to ',
    ]);
    check(
      wrapped.replace(/and$/gm, 'and').split('\n').slice(0, 2).join('\n'),
      wrapped.split('\n').slice(0, 2),
    );
  });

  it('joins paragraphs beside a headline and chrome that are longer than the width', () => {
    const headline =
      'The harbour council votes for the old pier after eleven years, and against the plans of the province';
    const paragraph = [
      'The harbour council voted on Tuesday to rebuild the old pier and',
      'ended a dispute that had lasted for eleven years, to the relief of',
      'all the fishermen who keep their boats in the little harbour of the',
      'town.',
    ].join('\n');
    const byline = 'By Ada Brand and Edwin Ode, in Northhaven\n3 May 2024';
    const prompt =
      'The letter of the harbour comes each Friday and costs you nothing at all: tell us where to send it';
    const text = [headline, byline, paragraph, 'Costs\nWho pays', paragraph, prompt].join('\n\n');
    check(text, [headline, ...byline.split('\n'), paragraph, 'Costs', 'Who pays', paragraph, prompt]);
  });

  /** Breaks at spaces, or anywhere where there are none. */
  const wrap = (text: string, width: number): string => {
    const lines: string[] = [];
    let rest = text;
    while (rest.length > width) {
      const space = rest.lastIndexOf(' ', width);
      const at = space > width / 2 ? space : width;
      lines.push(rest.slice(0, at));
      rest = rest.slice(at).trimStart();
    }
    return [...lines, rest].join('\n');
  };
  const PARAGRAPHS = [
    [
      'Arabic',
      'قرر مجلس الميناء يوم الثلاثاء إعادة بناء الرصيف القديم وأنهى بذلك خلافا استمر أحد عشر عاما بين الصيادين وأصحاب القوارب في المدينة الصغيرة. ومن المقرر أن تبدأ الأعمال في الربيع القادم، وأن ترسو أولى السفن هناك بعد عامين وفق الخطة التي نشرها المجلس في اليوم نفسه على لوحة الإعلانات عند مدخل الميناء.',
    ],
    [
      'Hindi',
      'बंदरगाह परिषद ने मंगलवार को पुराने घाट को फिर से बनाने का फैसला किया और ग्यारह साल से चल रहे विवाद को समाप्त कर दिया। काम अगले वसंत में शुरू होगा और पहले जहाज दो साल बाद वहां उतर सकेंगे, ऐसा उस योजना में कहा गया है जिसे पूरी परिषद ने उसी दिन प्रकाशित किया और जिसकी प्रति घाट के द्वार पर लगाई गई है।',
    ],
    [
      'Chinese',
      '港口委员会星期二决定重建旧码头，结束了持续十一年的争议，把小船停在小港里的渔民们都松了一口气。工程将于明年春天开始，按照全体委员同一天公布的计划，第一批船只可以在两年以后在那里靠岸。委员会主席说，旧码头的石料会留下来，用来修建新的防波堤，而渔民们在施工期间可以把船停在镇子北边的海湾里，费用由镇上承担，直到新的码头完工为止。',
    ],
  ] as const;
  it.each(PARAGRAPHS)('joins them in scripts without case: %s', (_, paragraph) => {
    const wrapped = wrap(paragraph, 64);
    expect(wrapped.split('\n').length).toBeGreaterThan(2);
    expect(segmentText([wrapped, wrapped, wrapped, wrapped].join('\n\n')).length).toBe(4);
  });
  it('leaves a list of headlines in such a script as it is', () => {
    const headlines = [
      'مجلس الميناء يقرر إعادة بناء الرصيف القديم في الربيع القادم',
      'أمطار غزيرة في الشمال',
      'مكتبة متنقلة تعود إلى قرى التلال بعد عامين في الورشة',
      'ارتفاع أسعار الخبز',
      'افتتاح مدرسة جديدة في الحي الشرقي من المدينة',
      'فوز فريق الشباب',
      'حافلة صفراء تحمل ثلاثة آلاف كتاب على الطريق من جديد',
      'إغلاق الجسر ليلا',
    ];
    check(headlines.join('\n'), headlines);
  });
});

describe('endingOf', () => {
  it.each([
    ['Yes.', 'terminal'],
    ['Ja.“', 'terminal'],
    ['sagte „ja“', 'quote'],
    ['(site.example).', 'terminal'],
    ['(so it was.)', 'terminal'],
    ['好。', 'terminal'],
    ['「好。」', 'terminal'],
    ['है।', 'terminal'],
    ['ہے۔', 'terminal'],
    ['لماذا؟', 'terminal'],
    ['է։', 'terminal'],
    ['ነው።', 'terminal'],
    ['တယ်။', 'terminal'],
    ['ទេ។', 'terminal'],
    ['And then…', 'terminal'],
    ['Headline', 'open'],
    ['', 'open'],
  ] as const)('%s is %s', (text, expected) => expect(endingOf(text)).toBe(expected));
});

describe('segmentOnly', () => {
  it('keeps everything and gives roles', () => {
    const long =
      'The council met again on Monday evening and spoke for three hours about the future of the harbour.';
    const { blocks, title } = segmentOnly({ text: `Advertisement\n\n${long}\n\nCosts\n\n${long}` });
    expect(blocks.map((block) => [block.kept, block.role])).toEqual([
      [true, 'title'],
      [true, 'lead'],
      [true, 'heading'],
      [true, 'body'],
    ]);
    expect(title).toBe('Advertisement');
  });
  it('prefers the given title where a block equals it', () => {
    const text =
      'Kicker\n\nThe real title\n\nThe council met again on Monday evening and spoke for three hours about it all.';
    expect(segmentOnly({ text, title: 'The  real title' })).toMatchObject({
      title: 'The real title',
      titleInText: true,
    });
    expect(segmentOnly({ text: '', title: 'Given' })).toMatchObject({ title: 'Given', titleInText: false });
  });
});
