import { Tokenizer } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/ingest/html/tokens.ts';

const page = (source: string) => readHtml(source, Tokenizer);

const TEXTS: readonly (readonly [string, string])[] = [
  ['<p>One</p><p>Two</p>', 'One\n\nTwo\n'],
  ['<p>One<p>Two', 'One\n\nTwo\n'],
  ['<h1>Head</h1>\n<p>A  <b>bold</b>\n move</p>', 'Head\n\nA bold move\n'],
  ['<ul><li>a<li>b</ul>after', 'a\nb\n\nafter\n'],
  ['one<br>two<br/>three', 'one\ntwo\nthree\n'],
  ['<table><tr><td>a<td>b</tr><tr><td>c</table>', 'a b\nc\n'],
  ['<pre>a\n  b</pre>', 'a\nb\n'],
  ['caf&eacute; &amp; &#x4e2d; &#128512; &lt;b&gt; &nbsp;x', 'café & 中 😀 <b> \u00a0x\n'],
  ['a<script>var p = "<p>no</p>"</script>b<style>p{}</style>c', 'abc\n'],
  ['a<noscript><p>no</p></noscript><template><p>no</p></template>b', 'ab\n'],
  ['a<svg><title>no</title><style>x</style><text>no</text></svg>b', 'ab\n'],
  ['a<svg/>b', 'ab\n'],
  ['<!-- no -->a<![CDATA[no]]>b', 'ab\n'],
  ['<DIV>A</DIV><Div>B</DIV>', 'A\n\nB\n'],
  ['wo<i>r</i>d', 'word\n'],
  ['a < b and c > d', 'a < b and c > d\n'],
  ['<p title="<p>no</p>">yes</p>', 'yes\n'],
  ['', ''],
  ['<html><head><title>T</title></head></html>', ''],
];

describe('HTML', () => {
  for (const [source, expected] of TEXTS) {
    it(`${JSON.stringify(source)} is ${JSON.stringify(expected)}`, () =>
      expect(page(source).text).toBe(expected));
  }

  it('keeps the facts of the head', () => {
    const source = `<!doctype html><html lang="pt-BR"><head>
      <title>Ponte &amp; rio - Jornal</title>
      <meta property="og:title" content="Ponte &amp; rio">
      <meta property="article:published_time" content="2024-05-01T10:00:00-03:00">
      <link rel="preload canonical" href="https://www.jornal.example/ponte">
      </head><body><time datetime="2024-05-02">ontem</time><p>Texto</p></body></html>`;
    expect(page(source)).toEqual({
      text: 'ontem\n\nTexto\n',
      outside: [],
      title: 'Ponte & rio',
      date: '2024-05-01T10:00:00-03:00',
      url: 'https://www.jornal.example/ponte',
      language: 'pt-BR',
    });
  });

  it('falls back to title, time and og:url', () => {
    const source = `<title> A
      title</title><meta content="https://a.example/x" property=og:url><p><time datetime=2024-05-02>x</time>
      <time datetime=2020-01-01>y</time>`;
    const { title, date, url } = page(source);
    expect({ title, date, url }).toEqual({
      title: 'A title',
      date: '2024-05-02',
      url: 'https://a.example/x',
    });
  });

  it.each([
    ['navigation', '<nav>Home</nav><p>Text</p>', ['Home']],
    [
      'asides, nested',
      '<p>Text</p><aside><p>Box</p><aside>Inner</aside>More</aside><p>End</p>',
      ['Box\n\nInner\n\nMore'],
    ],
    [
      'header and footer of the page',
      '<header>Paper</header><p>Text of it</p><footer>Imprint</footer>',
      ['Paper', 'Imprint'],
    ],
    [
      'but not those of an article',
      '<article><header>Title</header><p>Text</p><footer>By A</footer></article>',
      [],
    ],
    [
      'nothing where nearly all is declared',
      '<p>A</p><nav><p>A long article in a list that nobody closed',
      [],
    ],
  ])('knows what stands outside: %s', (_what, source, expected) => {
    const { text, outside } = page(source);
    expect(outside.map(({ start, end }) => text.slice(start, end).trim())).toEqual(expected);
  });

  it('takes no relative address', () => {
    expect(page('<link rel=canonical href="/x">').url).toBeUndefined();
  });

  it('takes linear time on pages that close nothing', () => {
    const size = 200_000;
    for (const piece of [
      '<div>',
      '<div></b>',
      '<form>',
      '<svg>',
      '<a <',
      '&amp',
      '<!--',
      '<script>',
      '<p',
      ' ',
      '<td>',
      '<pre>\n',
    ]) {
      page(piece.repeat(size));
    }
  }, 20_000);
});
