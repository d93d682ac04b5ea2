/**
 * Writes `fixtures/formats`: one article in each format that is read. Run by hand after a change
 * (`node test/helpers/make-format-fixtures.mjs`); needs the programs zstd, bzip2 and xz.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { chunked, httpAnswer, tarOf, warcPage, warcRecord, zipOf } from './archives.mjs';
import { DUMPS, writeDump } from './dumps.mjs';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/formats');

export const TITLE = 'Sandhaven lends its lighthouse stairs to a choir';
export const PARAGRAPHS = [
  'The choir of Sandhaven will rehearse inside the town’s lighthouse until its hall is dry again, the council decided on Monday. The 212 steps of the tower hold 64 singers, one on every third step.',
  'A burst pipe had flooded the hall on 11 February. Repairs will cost 38,500 crowns and take nine weeks, said the builder, Oda Vestergaard, who sings second alto and has asked for a place near the lamp.',
  '“Up there the basses sound like ships,” said conductor Iver Lindqvist after the first evening. “The sopranos arrive a second later.” He has moved the slow pieces to the front of the programme.',
  'The keeper, Signe Aabye, 71, opens the door at six. She has put blankets on the landings and counts everyone down again, because on the first night a tenor stayed behind and slept on step 140.',
  'The spring concert on 27 April will be sung from the gallery. The audience is asked to stand on the mole and to bring a lantern.',
];
const TEXT = [TITLE, ...PARAGRAPHS].join('\n\n');
const URL = 'https://www.sandhaven-post.example/culture/lighthouse-choir';
const DATE = '2024-03-04T17:30:00Z';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const p = (texts) => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${TITLE} - Sandhaven Post</title>
<meta property="article:published_time" content="${DATE}"></head>
<body><nav><a href="/">Home</a> <a href="/culture">Culture</a> <a href="/sport">Sport</a></nav>
<article><h1>${TITLE}</h1>
${p(PARAGRAPHS)}
</article><footer>© Sandhaven Post</footer></body></html>
`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const other = 'A second row, which is another article: the ferry to Little Sandhaven runs again from Friday.';

const warc = [
  warcRecord(
    'warcinfo',
    { 'WARC-Date': DATE, 'Content-Type': 'application/warc-fields' },
    'software: by hand\r\n',
  ),
  warcRecord('request', { 'WARC-Target-URI': URL, 'WARC-Date': DATE }, 'GET / HTTP/1.1\r\n\r\n'),
  warcPage(
    URL,
    httpAnswer(chunked(gzipSync(html)), { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }),
  ),
  warcPage(`${URL}/amp`, httpAnswer(brotliCompressSync(html), { 'Content-Encoding': 'br' })),
  warcPage('https://www.sandhaven-post.example/mole.png', httpAnswer('PNG', { 'Content-Type': 'image/png' })),
  warcPage('https://www.sandhaven-post.example/old', httpAnswer('', {}, '301 Moved Permanently')),
];
const wet = warcRecord(
  'conversion',
  {
    'WARC-Target-URI': URL,
    'WARC-Date': '2024-03-05T06:07:08Z',
    'WARC-Record-ID': '<urn:uuid:0b3c7c1e-6d0e-4a55-9c0b-2f1f5a8f1f00>',
    'Content-Type': 'text/plain',
  },
  [TITLE, ...PARAGRAPHS].join('\n'),
);

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Sandhaven Post</title><link>https://www.sandhaven-post.example/</link><description>News from the mole</description>
<item><title>${TITLE}</title><link>${URL}</link><guid isPermaLink="false">post-4711</guid><pubDate>Mon, 04 Mar 2024 17:30:00 GMT</pubDate>
<description>A choir climbs.</description>
<content:encoded><![CDATA[${p(PARAGRAPHS)}]]></content:encoded></item>
<item><title>Ferry runs again</title><guid isPermaLink="false">post-4712</guid><description>&lt;p&gt;The ferry to Little Sandhaven runs again from Friday, every two hours, &amp;amp; takes bicycles.&lt;/p&gt;</description></item>
</channel></rss>
`;
const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sandhaven Post</title><id>urn:feed:sandhaven</id><updated>${DATE}</updated>
<entry><title type="text">${TITLE}</title><id>tag:sandhaven-post.example,2024:4711</id><link rel="alternate" href="${URL}"/>
<published>${DATE}</published><updated>${DATE}</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${p(PARAGRAPHS)}</div></content></entry>
</feed>
`;
const nitf = `<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>${TITLE}</title><docdata><doc-id id-string="sandhaven-4711-nitf"/><date.issue norm="20240304T173000Z"/></docdata></head>
<body><body.head><hedline><hl1>${TITLE}</hl1></hedline><byline>By Tove Brandt</byline></body.head>
<body.content><block>${p(PARAGRAPHS.slice(0, 2))}
<media media-type="image"><media-reference source="choir.jpg"/><media-caption>Singers on the stairs</media-caption></media>
${p(PARAGRAPHS.slice(2))}</block></body.content></body></nitf>
`;
const newsml = `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:sandhaven-post.example:20240304:4711" version="2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="SP"><name>Sandhaven Post</name></provider><versionCreated>${DATE}</versionCreated></itemMeta>
<contentMeta><contentCreated>${DATE}</contentCreated><headline>${TITLE}</headline><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${TITLE}</title></head><body>
${p(PARAGRAPHS)}</body></html></inlineXML></contentSet></newsItem>
`;
const tei = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>${TITLE}</title></titleStmt>
<publicationStmt><publisher>Sandhaven Post</publisher><date when="2024-03-04">4 March 2024</date><idno>sandhaven-4711-tei</idno></publicationStmt></fileDesc></teiHeader>
<text><body><div>
${PARAGRAPHS.map(
  (text) =>
    `<p>${escaped(text)
      .replace(/ (?=\S+ \S+ \S+ \S+ \S+$)/, '<lb/>')
      .replace('lighthouse', 'light-<lb break="no"/>house')}</p>`,
).join('\n')}
<note>Set in Caslon.</note></div></body></text></TEI>
`;

/** Print lines of some 48 characters, long words divided as a printer does. */
function printed(text) {
  const lines = [];
  let line = [];
  let length = 0;
  for (const word of text.split(' ')) {
    line.push(word);
    length += word.length + 1;
    if (length < 48) continue;
    lines.push(line);
    line = [];
    length = 0;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function altoBlock(text) {
  const lines = printed(text);
  let carried;
  const shown = lines.map((words, i) => {
    const strings = [];
    if (carried !== undefined) {
      strings.push(
        `<String CONTENT="${escaped(carried.rest)}" SUBS_TYPE="HypPart2" SUBS_CONTENT="${escaped(carried.word)}"/>`,
      );
      carried = undefined;
    }
    words.forEach((word, at) => {
      const isLast = at === words.length - 1 && i < lines.length - 1;
      if (isLast && /^[a-z]{7,}$/.test(word)) {
        const [first, rest] = [word.slice(0, 3), word.slice(3)];
        carried = { word, rest };
        strings.push(`<String CONTENT="${first}" SUBS_TYPE="HypPart1" SUBS_CONTENT="${word}"/>`);
      } else strings.push(`<String CONTENT="${escaped(word)}"/>`);
    });
    return `<TextLine>${strings.join('<SP/>')}${carried === undefined ? '' : '<HYP CONTENT="-"/>'}</TextLine>`;
  });
  return `<TextBlock>${shown.join('\n')}</TextBlock>`;
}
const alto = `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description/><Layout><Page><PrintSpace>
${[TITLE, ...PARAGRAPHS].map(altoBlock).join('\n')}
</PrintSpace></Page></Layout></alto>
`;

const quotedPrintable = (text) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/[^\n]{72}(?!\n|$)/g, '$&=\n');
const mail = (id) => `Message-ID: <${id}@sandhaven-post.example>
Date: Mon, 04 Mar 2024 18:30:00 +0100
From: Sandhaven Post <letters@sandhaven-post.example>
To: readers@sandhaven-post.example
Subject: =?utf-8?Q?Sandhaven_lends_its_lighthouse_stairs?= =?utf-8?B?${Buffer.from(' to a choir').toString('base64')}?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="tide"

--tide
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${quotedPrintable(PARAGRAPHS.join('\n\n'))}

--tide
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\n')}
--tide--
`;
const mbox = `From letters@sandhaven-post.example Mon Mar  4 18:30:00 2024
${mail('4711')}
From letters@sandhaven-post.example Tue Mar  5 18:30:00 2024
Message-ID: <4712@sandhaven-post.example>
From: letters@sandhaven-post.example
Subject: Ferry
Content-Type: text/plain; charset=windows-1252

>From Friday the ferry to Little Sandhaven runs again, every two hours, and it takes bicycles for the first time.

`;

/** In windows-1252, each by another lie or by none, packed in another way. */
const old = (text) =>
  Buffer.from(
    text.replace(/[“”’]/g, (sign) => ({ '“': '\x93', '”': '\x94', '’': '\x92' })[sign]),
    'latin1',
  );
const legacyMail = (id, fields, body) =>
  `From letters@sandhaven-post.example Mon Mar  4 18:30:00 2024
Message-ID: <${id}@sandhaven-post.example>
Date: Mon, 04 Mar 2024 18:30:00 +0100
From: letters@sandhaven-post.example
Subject: ${TITLE}
${fields}

${body}

`;
const escapedBytes = (bytes) =>
  Array.from(bytes, (byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  )
    .join('')
    .replace(/[^\n]{72}(?!\n|$)/g, '$&=\n');
const body = old(PARAGRAPHS.join('\n\n'));
const legacyBox = Buffer.from(
  [
    legacyMail('5001', 'X-Mailer: Tide 1.2', body.toString('latin1')),
    legacyMail(
      '5002',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
      escapedBytes(body),
    ),
    legacyMail(
      '5003',
      'Content-Type: text/plain; charset=x-unknown\nContent-Transfer-Encoding: base64',
      body.toString('base64').replace(/.{76}/g, '$&\n'),
    ),
  ].join(''),
  'latin1',
);

const record = { id: 'r', title: TITLE, date: DATE, url: URL, text: PARAGRAPHS.join('\n\n') };
const ninjs = {
  uri: 'https://sandhaven-post.example/ninjs/4711',
  type: 'text',
  language: 'en',
  versioncreated: DATE,
  headline: TITLE,
  body_xhtml: p(PARAGRAPHS),
};
const nested = { status: 'ok', response: { total: 1, docs: [{ ...record, id: 'nested-1' }] } };

const columns = {
  id: ['pq-1'],
  title: [TITLE],
  date: [DATE],
  url: [URL],
  text: [PARAGRAPHS.join('\n\n')],
};
const parquet = parquetWriteBuffer({
  columnData: Object.entries(columns).map(([name, data]) => ({ name, data, type: 'STRING' })),
});

/** The article and another one, as a database exports them. */
const exported = (form, title, ...body) =>
  writeDump(DUMPS[form], [
    { title: TITLE, date: '2024-03-04', source: 'Sandhaven Post', body: PARAGRAPHS },
    { title, date: '2024-03-07', source: 'Little Sandhaven Observer', body },
  ]);

const piped = (program, words, input) => execFileSync(program, words, { input });
const files = {
  'plain.txt.zst': piped('zstd', ['-q', '-c'], TEXT),
  'plain.txt.bz2': piped('bzip2', ['-c'], TEXT),
  'plain.txt.xz': piped('xz', ['-c'], TEXT),
  'table.csv': `\ufeffid,title,date,url,text\r\ncsv-1,${quoted(TITLE)},${DATE},${URL},${quoted(PARAGRAPHS.join('\n\n'))}\r\ncsv-2,Ferry,,,${quoted(other)}\r\n`,
  'table.tsv': Buffer.from(
    `\ufeffid\ttitle\ttext\r\ntsv-1\t${TITLE}\t${quoted(PARAGRAPHS.join('\n\n'))}\r\n`,
    'utf16le',
  ),
  'wide.csv': Buffer.from(
    `text;id;title\r\n${quoted(PARAGRAPHS.join('\n\n'))};wide-csv;${TITLE}\r\n`,
    'utf16le',
  ).swap16(),
  'wide.jsonl': Buffer.from(
    `\ufeff${JSON.stringify({ ...record, id: 'wide-1' })}\r\n${JSON.stringify({ id: 'wide-2', text: 'A line of its own: the dredger has gone home, and the pilots have their quay back.' })}\r\n`,
    'utf16le',
  ),
  'wide.json': Buffer.from(JSON.stringify([{ ...record, id: 'wide-3' }]), 'utf16le').swap16(),
  'wide.rss': Buffer.from(
    rss
      .replace('UTF-8', 'UTF-16')
      .replace('post-4711', 'wide-4711')
      .replace('post-4712', 'wide-4712')
      .replace(
        /&lt;p&gt;The ferry.*?&lt;\/p&gt;/,
        'Swifts nest in the bell tower, eleven pairs of them, and the verger has stopped the noon bell until July.',
      ),
    'utf16le',
  ),
  'legacy.mbox': legacyBox,
  'crawl.warc.gz': Buffer.concat(warc.map((one) => gzipSync(one))),
  'crawl.wet': wet,
  'feed.rss': rss,
  'feed.atom': atom,
  'wire.nitf': nitf,
  'wire.xml': newsml,
  'wire.json': `${JSON.stringify(ninjs)}\n`,
  'edition.tei': tei,
  'page.alto.xml': alto,
  'letters.mbox': mbox,
  'letter.eml': mail('4713'),
  'nested.json': `${JSON.stringify(nested, null, 1)}\n`,
  'archive.zip': zipOf({
    'culture/choir.txt': TEXT,
    'culture/mole.png': 'PNG',
    '__MACOSX/culture/._choir.txt': 'x',
  }),
  'archive.tar.gz': gzipSync(
    tarOf({
      'culture/choir.html': html,
      'culture/records.jsonl': `${JSON.stringify({ ...record, id: 'tar-1' })}\n`,
    }),
  ),
  'nexis.txt': exported(
    'Nexis, United Kingdom',
    'Eel smokers settle their quarrel over alder wood',
    'The three eel smokers of Little Sandhaven will share one stack of alder from next week, after a winter in which two of them burned beech and lost a third of their customers.',
    'The agreement, written on the back of a tide table, allots eleven logs to each of them a day.',
  ),
  'factiva.txt': exported(
    'Factiva, fields',
    'Dredger finds an anchor that no museum wants',
    'A dredger has lifted an anchor of 1.9 tonnes from the western channel, and four museums have declined to take it.',
    'The harbour master wants to paint it and put it in front of the customs house, where a fountain was planned.',
  ),
  'proquest.txt': exported(
    'ProQuest',
    'Schoolboy maps every letter box by bicycle',
    'Aksel Friis, 12, has ridden to all 46 letter boxes of the district and drawn a map that the post office now hangs in its hall.',
    'Seven boxes stood elsewhere than the list of the post said, and one had become a nesting place of tits.',
  ),
  'corpus.txt': exported(
    'doc elements with attributes',
    'Salt works opens a pan to visitors',
    'The salt works will let visitors rake one of its pans on Sundays, and keep what they rake.',
    'A family took home 3 kilograms on the first day & spilled half of it on the bus.',
  ),
  'collected.txt': exported(
    'rules of three',
    'Night bus gets a driver who sings',
    'Passengers of the night bus have asked for the timetable of a driver who sings between the stops.',
    'The company says that it has no rule about songs, as long as the doors are called out.',
  ),
  'table.parquet': Buffer.from(parquet),
};
// Only those that are named, where some are.
const wanted = process.argv.slice(2);
for (const [name, content] of Object.entries(files))
  if (wanted.length === 0 || wanted.includes(name)) writeFileSync(join(FOLDER, name), content);
