/**
 * Other programs write, we read: Python's csv, mailbox, tarfile and zipfile, and warcio where it is installed. What
 * xmllint reads, where it is there, is what we read.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mulberry } from '../helpers/made-up-text.mjs';
import { hasModule, hasProgram } from '../helpers/programs.ts';
import { codes, readAll, texts } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'dedupe-others-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script that writes `path` and prints what it put in as JSON. */
function python(script: string, path: string): readonly string[] {
  const out = execFileSync('python3', [
    '-c',
    `import sys, json, random\nrandom.seed(7)\npath = sys.argv[1]\n${script}`,
    path,
  ]);
  return JSON.parse(out.toString()) as string[];
}

const WORDS = `
def text(i):
    pieces = ['ferry', 'harbour', '"quoted"', 'a, b; c', 'snö', '渡轮', 'x\\ny', "it's", '\\t', 'From here', '']
    return 'Report %d. ' % i + ' '.join(random.choice(pieces) for _ in range(random.randint(1, 60))) + ' end'
texts = [text(i) for i in range(300)]
`;

describe.runIf(hasModule('csv'))('csv', () => {
  it.each([
    ['excel', 'a.csv', 'csv.excel'],
    ['excel-tab', 'b.tsv', 'csv.excel_tab'],
    ['unix', 'c.csv', 'csv.unix_dialect'],
    ['backslashes', 'd.csv', 'csv.excel, doublequote=False, escapechar="\\\\"'],
  ])('%s', async (_, name, dialect) => {
    const written = python(
      `import csv\n${WORDS}
with open(path, 'w', newline='', encoding='utf-8') as f:
    w = csv.writer(f, dialect=${dialect})
    w.writerow(['id', 'text', 'note'])
    for i, t in enumerate(texts): w.writerow([i, t, random.choice(['', 'a"b', 'c\\nd'])])
print(json.dumps(texts))`,
      join(folder, name),
    );
    const result = await readAll([join(folder, name)]);
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual(written);
    expect(result.articles.map(({ id }) => id)).toEqual(written.map((_text, i) => `${i}`));
  });
});

describe.runIf(hasModule('mailbox'))('mailbox', () => {
  it('mbox, in several encodings', async () => {
    const path = join(folder, 'a.mbox');
    const written = python(
      `import mailbox, email.message, email.policy\n${WORDS}
box = mailbox.mbox(path)
kept = []
for i, t in enumerate(texts):
    m = email.message.EmailMessage(policy=email.policy.default)
    m['From'] = 'a@a.example'; m['Subject'] = 'Bericht Nr. %d – ä' % i; m['Message-ID'] = '<%d@a.example>' % i
    cs, cte = random.choice([('utf-8', 'base64'), ('utf-8', 'quoted-printable'), ('utf-8', '8bit')])
    m.set_content(t, charset=cs, cte=cte)
    if random.random() < .3: m.add_attachment(b'x', maintype='image', subtype='png', filename='a.png')
    box.add(m); kept.append(t)
box.flush()
print(json.dumps(kept))`,
      path,
    );
    const result = await readAll([path]);
    expect(codes(result)).toEqual([]);
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(texts(result).map(plain)).toEqual(written.map(plain));
    expect(result.articles.map(({ title }) => title)).toEqual(written.map((_, i) => `Bericht Nr. ${i} – ä`));
    expect(result.articles.map(({ id }) => id)).toEqual(written.map((_, i) => `${i}@a.example`));
  });
});

const LONG = `${'a-rather-long-folder/'.repeat(12)}näme.txt`;

describe.runIf(hasModule('tarfile'))('tarfile', () => {
  it.each(['USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT'])('%s', async (format) => {
    const path = join(folder, `${format}.tar`);
    const names = python(
      `import tarfile, io
with tarfile.open(path, 'w', format=tarfile.${format}) as t:
    names = ['a.txt', 'd/b.txt', 'x' * 90 + '/' + 'y' * 90 + '.txt'] + ([] if '${format}' == 'USTAR_FORMAT' else ['${LONG}'])
    d = tarfile.TarInfo('d'); d.type = tarfile.DIRTYPE; t.addfile(d)
    for n in names:
        i = tarfile.TarInfo(n); b = ('text of ' + n).encode(); i.size = len(b); t.addfile(i, io.BytesIO(b))
    l = tarfile.TarInfo('l.txt'); l.type = tarfile.SYMTYPE; l.linkname = 'a.txt'; t.addfile(l)
print(json.dumps(names))`,
      path,
    );
    const result = await readAll([path]);
    expect(codes(result)).toEqual([]);
    expect(result.articles.map((article) => article.path)).toEqual(names.map((name) => `${path}!/${name}`));
    expect(texts(result)).toEqual(names.map((name) => `text of ${name}`));
  });
});

describe.runIf(hasModule('zipfile'))('zipfile', () => {
  it.each([
    ['deflated', 'ZIP_DEFLATED', ''],
    ['stored', 'ZIP_STORED', ''],
    ['written to a pipe', 'ZIP_DEFLATED', 'f.seekable = lambda: False; f.tell = None'],
  ])('%s', async (what, method, pipe) => {
    const path = join(folder, `${what}.zip`);
    const names = python(
      `import zipfile
class Pipe:
    def __init__(self, f): self.f = f
    def write(self, b): return self.f.write(b)
    def flush(self): self.f.flush()
names = ['a.txt', 'ordner/bär.txt', '${LONG}']
with open(path, 'wb') as raw:
    f = Pipe(raw) if ${JSON.stringify(pipe)} else raw
    with zipfile.ZipFile(f, 'w', zipfile.${method}) as z:
        for n in names: z.writestr(n, 'text of ' + n)
print(json.dumps(names))`,
      path,
    );
    const result = await readAll([path]);
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual(names.map((name) => `text of ${name}`));
    expect(result.articles.map((article) => article.path)).toEqual(names.map((name) => `${path}!/${name}`));
  });
});

describe.runIf(hasModule('warcio'))('warcio', () => {
  it.each([true, false])('gzip %s', async (gzip) => {
    const path = join(folder, `${gzip}.warc${gzip ? '.gz' : ''}`);
    const written = python(
      `import io
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
${WORDS}
with open(path, 'wb') as f:
    w = WARCWriter(f, gzip=${gzip ? 'True' : 'False'})
    w.write_record(w.create_warcinfo_record('a.warc', {'software': 'x'}))
    for i, t in enumerate(texts):
        h = StatusAndHeaders('200 OK', [('Content-Type', 'text/plain; charset=utf-8')], protocol='HTTP/1.1')
        r = w.create_warc_record('https://a.example/%d' % i, 'response', payload=io.BytesIO(t.encode()), http_headers=h)
        q = w.create_warc_record('https://a.example/%d' % i, 'request', payload=io.BytesIO(b''), http_headers=StatusAndHeaders('GET / HTTP/1.1', [], is_http_request=True))
        w.write_request_response_pair(q, r)
print(json.dumps(texts))`,
      path,
    );
    const result = await readAll([path]);
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual(written);
    expect(result.articles.map(({ url }) => url)).toEqual(written.map((_, i) => `https://a.example/${i}`));
  });
});

describe.runIf(hasProgram('xmllint'))('xmllint', () => {
  /** What a reader of XML must see through. */
  const PIECES = [
    'ferry',
    'snö',
    '渡轮',
    'caf&#233;',
    'it&#x2019;s',
    'Smith &amp; Sons',
    '<![CDATA[the harbour & the town]]>',
    'of<!-- <p>not this</p> --> May',
    '<?page break?>wind',
    'two\nlines',
    '&quot;so&quot;',
  ];
  const random = mulberry(11);
  const paragraph = (i: number): string =>
    `Report ${i}. ${Array.from({ length: 20 }, () => PIECES[Math.floor(random() * PIECES.length)]).join(' ')} end`;
  const paragraphs = Array.from({ length: 120 }, (_, i) => `<p>${paragraph(i)}</p>`);
  const FORMATS: Readonly<Record<string, string>> = {
    'a.nitf': `<nitf><body><body.content>${paragraphs.join('\n')}</body.content></body></nitf>`,
    'a.tei': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${paragraphs.join('\n')}</body></text></TEI>`,
    'a.rss': `<rss><channel>${paragraphs.map((p) => `<item><description>${p.slice('<p>'.length, -'</p>'.length)}</description></item>`).join('\n')}</channel></rss>`,
  };
  const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
    'UTF-8': (text) => Buffer.from(text),
    'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'ISO-8859-1': (text) => Buffer.from(text.replaceAll('渡轮', '&#28193;&#36718;'), 'latin1'),
  };
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it.each(
    Object.keys(FORMATS).flatMap((name) =>
      Object.keys(ENCODINGS).map((encoding) => [name, encoding] as const),
    ),
  )('%s in %s', async (name, encoding) => {
    const path = join(folder, `${encoding}-${name}`);
    const document = `<?xml version="1.0" encoding="${encoding}"?>\n${FORMATS[name]}\n`;
    writeFileSync(path, ENCODINGS[encoding]!(document));
    const canonical = execFileSync('xmllint', ['--c14n', path])
      .toString()
      .replace(/<!--[^-]*-->/g, '');
    const whole = [...canonical.matchAll(/<(p|description)>(.*?)<\/\1>/gs)].map(([, , inside = '']) =>
      plain(
        inside
          .replace(/<[?!][^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ),
    );
    expect(whole).toHaveLength(paragraphs.length);
    const result = await readAll([path]);
    expect(codes(result)).toEqual([]);
    expect(
      texts(result)
        .flatMap((text) => text.split('\n'))
        .map(plain)
        .filter((text) => text !== ''),
    ).toEqual(whole);
  });
});
