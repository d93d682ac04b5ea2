import { Tokenizer } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type DomNode, renderTree } from '../../src/ingest/html/page-tree.ts';
import { readTokens } from '../../src/ingest/html/tokens.ts';

const page = (source: string) => readTokens(source, Tokenizer);

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

  it('is the same text whether read by tokens or from the tree', () => {
    for (const [source, expected] of TEXTS) {
      const { document } = parseHTML(`<html><body>${source}</body></html>`);
      // An end tag without a start, and foreign content in the wrong place, are mended in another way.
      if (/CDATA|^<html|<svg\/>/.test(source)) continue;
      expect([source, renderTree(document.documentElement as unknown as DomNode).text]).toEqual([
        source,
        expected,
      ]);
    }
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
