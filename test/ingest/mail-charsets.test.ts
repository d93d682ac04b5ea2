/**
 * Mails in encodings of old: what is declared may be missing, wrong or unknown to every program, and the bytes packed in
 * any way. Where a program of Python reads what is declared, we read the same.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { encodedRuns, fieldOf, parameterOf, readHeader } from '../../src/ingest/mail/header.ts';
import { hasModule } from '../helpers/programs.ts';
import { TEXTS } from './encoding-texts.ts';
import { codes, readAll, readOne, texts } from './workspace.ts';

type Packing = '8bit' | 'base64' | 'quoted-printable';
const PACKINGS: readonly Packing[] = ['8bit', 'base64', 'quoted-printable'];

function packed(bytes: Buffer, packing: Packing): string {
  switch (packing) {
    case '8bit':
      return bytes.toString('latin1');
    case 'base64':
      return bytes.toString('base64').replace(/.{76}/g, '$&\n');
    case 'quoted-printable':
      return Array.from(bytes, (byte, i) => {
        const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
        const soft = i % 50 === 49 ? '=\n' : '';
        return (
          (isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`) +
          soft
        );
      }).join('');
    default:
      return packing satisfies never;
  }
}

const part = (bytes: Buffer, packing: Packing, type: string): string =>
  `Content-Type: ${type}\nContent-Transfer-Encoding: ${packing}\n\n${packed(bytes, packing)}\n`;
const mail = (content: string, subject = 'x'): Buffer =>
  Buffer.from(
    `Message-ID: <1@a.example>\nFrom: a@a.example\nTo: b@a.example\nSubject: ${subject}\nMIME-Version: 1.0\n${content}`,
    'latin1',
  );
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** As the encoding can write it. */
const written = (language: string, codec: string, cut: 'headline' | 'paragraph' = 'paragraph'): string =>
  iconv.decode(iconv.encode(TEXTS[language]![cut], codec), codec).replaceAll('?', '');

/** Encodings that mail was written in, with a declaration that is wrong for each. */
const USED: readonly (readonly [codec: string, language: string, lie: string])[] = [
  ['koi8r', 'rus', 'windows-1251'],
  ['windows1251', 'ukr', 'iso-8859-1'],
  ['iso88592', 'pol', 'iso-8859-1'],
  ['windows1250', 'ces', 'windows-1252'],
  ['windows1253', 'ell', 'iso-8859-1'],
  ['windows1254', 'tur', 'iso-8859-5'],
  ['windows1255', 'heb', 'windows-1251'],
  ['windows1256', 'ara', 'iso-8859-1'],
  ['windows874', 'tha', 'utf-8'],
  ['shiftjis', 'jpn', 'utf-8'],
  ['eucjp', 'jpn', 'iso-8859-1'],
  ['gb18030', 'zho-CN', 'iso-8859-1'],
  ['big5hkscs', 'zho-TW', 'gb2312'],
  ['cp949', 'kor', 'us-ascii'],
  ['windows1252', 'fra', 'utf-8'],
  ['macroman', 'deu', 'utf-8'],
  ['tcvn', 'vie', 'us-ascii'],
  ['armscii8', 'hye', 'utf-8'],
];

describe('one text', () => {
  const DECLARED: Readonly<Record<string, (lie: string) => string>> = {
    'declared nowhere': () => 'text/plain',
    'declared wrongly': (lie) => `text/plain; charset="${lie}"`,
    'declared by a name that nobody knows': () => 'text/plain; charset=x-none',
  };
  for (const [codec, language, lie] of USED)
    for (const packing of PACKINGS)
      it(`${language} in ${codec}, ${packing}`, async () => {
        const text = written(language, codec);
        for (const [what, type] of Object.entries(DECLARED)) {
          const result = await readOne('a.eml', mail(part(iconv.encode(text, codec), packing, type(lie))));
          expect(texts(result).map(spaced), what).toEqual([spaced(text)]);
          expect(result.articles[0]!.reading?.by, what).toBe('detected');
        }
      });

  it('is read as declared where the bytes fit that, too', async () => {
    const bytes = Buffer.from('Der Preis: 5 \xa4', 'latin1');
    const [euro, currency] = [
      await readOne('a.eml', mail(part(bytes, '8bit', 'text/plain; charset=iso-8859-15'))),
      await readOne('a.eml', mail(part(bytes, '8bit', 'text/plain; charset=iso-8859-1'))),
    ];
    expect([...texts(euro), ...texts(currency)].map(spaced)).toEqual(['Der Preis: 5 €', 'Der Preis: 5 ¤']);
  });

  it('in UTF-8 wins against what is declared, and is no reading worth a word', async () => {
    const { paragraph } = TEXTS['rus']!;
    for (const charset of ['us-ascii', 'iso-8859-1', 'koi8-r', 'utf-8', 'x-none']) {
      const result = await readOne(
        'a.eml',
        mail(part(Buffer.from(paragraph), '8bit', `text/plain; charset=${charset}`)),
      );
      expect(texts(result).map(spaced)).toEqual([paragraph]);
      expect(result.articles[0]!.reading).toBeUndefined();
    }
  });

  it('in UTF-16 and UTF-7', async () => {
    const { paragraph } = TEXTS['jpn']!;
    const wide = mail(part(iconv.encode(paragraph, 'utf-16le'), 'base64', 'text/plain; charset=utf-16'));
    expect(texts(await readOne('a.eml', wide)).map(spaced)).toEqual([paragraph]);
    const seven = mail(
      part(iconv.encode(TEXTS['deu']!.paragraph, 'utf-7'), '8bit', 'text/plain; charset=utf-7'),
    );
    expect(texts(await readOne('a.eml', seven)).map(spaced)).toEqual([TEXTS['deu']!.paragraph]);
  });

  it('that is none is told, and costs that mail', async () => {
    let state = 7;
    const noise = Buffer.from(
      Array.from({ length: 3000 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return 0x20 + ((state >> 16) % 0xdf);
      }),
    );
    const box = Buffer.concat(
      [
        mail(part(noise, 'base64', 'text/plain; charset=koi8-r')),
        mail(part(Buffer.from('Good.'), '8bit', 'text/plain')),
      ].map((one) =>
        Buffer.concat([Buffer.from('From a@a.example Mon Mar  4 18:30:00 2024\n'), one, Buffer.from('\n')]),
      ),
    );
    const result = await readOne('a.mbox', box);
    expect(texts(result).map(spaced)).toEqual(['Good.']);
    expect(result.issues).toMatchObject([{ code: 'invalid-encoding', record: 1 }]);
  });
});

describe('several parts', () => {
  const boundary = '--=_a.b';
  const several = (kind: string, parts: readonly string[]): string =>
    `Content-Type: multipart/${kind}; boundary="${boundary}"\n\nThis is a mail of several parts.\n${parts
      .map((one) => `--${boundary}\n${one}`)
      .join('\n')}\n--${boundary}--\n`;

  for (const [codec, language, lie] of USED)
    it(`alternatives: ${language} in ${codec}`, async () => {
      const text = written(language, codec);
      const bytes = iconv.encode(text, codec);
      const page = iconv.encode(
        `<html><body><p>${text}</p><p>${text}</p><p>${text}</p></body></html>`,
        codec,
      );
      for (const [plainPacking, pagePacking] of [
        ['8bit', 'quoted-printable'],
        ['quoted-printable', 'base64'],
        ['base64', '8bit'],
      ] as const) {
        const both = several('alternative', [
          part(bytes, plainPacking, 'text/plain'),
          part(page, pagePacking, `text/html; charset=${lie}`),
        ]);
        const [found = ''] = texts(await readOne('a.eml', mail(both)));
        expect(
          found
            .split(/\n+/)
            .map(spaced)
            .filter((line) => line !== ''),
        ).toEqual(
          // The page has more than twice the letters.
          Array.from({ length: 3 }, () => spaced(text)),
        );
      }
    });

  it('of different encodings, an attachment left alone, nested', async () => {
    const [russian, greek] = [written('rus', 'koi8r'), written('ell', 'windows1253')];
    const inner = several('mixed', [
      part(iconv.encode(russian, 'koi8r'), 'base64', 'text/plain'),
      part(iconv.encode(greek, 'windows1253'), 'quoted-printable', 'text/plain; charset=iso-8859-1'),
      `Content-Disposition: attachment; filename=a.txt\n${part(Buffer.from([1, 2, 0xff]), 'base64', 'text/plain')}`,
    ]).replaceAll(boundary, 'inner');
    const result = await readOne('a.eml', mail(several('mixed', [inner])));
    expect(codes(result)).toEqual([]);
    expect(texts(result).map(spaced)).toEqual([`${spaced(russian)} ${spaced(greek)}`]);
  });

  it('a message within a message', async () => {
    const text = written('pol', 'iso88592');
    const inner = mail(part(iconv.encode(text, 'iso88592'), '8bit', 'text/plain; charset=us-ascii')).toString(
      'latin1',
    );
    const forwarded = several('mixed', [
      part(Buffer.from('See below.'), '8bit', 'text/plain'),
      `Content-Type: message/rfc822\n\n${inner}`,
    ]);
    expect(spaced(texts(await readOne('a.eml', mail(forwarded)))[0]!)).toContain(spaced(text));
  });

  it('a page that declares its charset itself', async () => {
    const page = iconv.encode(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head><body><p>Łódź</p></body></html>`,
      'iso88592',
    );
    const result = await readOne('a.eml', mail(part(page, 'quoted-printable', 'text/html')));
    expect(texts(result).map(spaced)).toEqual(['Łódź']);
    expect(result.articles[0]!.reading).toMatchObject({ encoding: 'iso-8859-2', by: 'declared' });
  });
});

describe('the subject', () => {
  for (const [codec, language] of USED)
    it(`${language} in ${codec}`, async () => {
      const [text, headline] = [written(language, codec), written(language, codec, 'headline')];
      const body = part(iconv.encode(text, codec), '8bit', 'text/plain');
      const raw = iconv.encode(headline, codec).toString('latin1');
      expect((await readOne('a.eml', mail(body, raw))).articles[0]!.title, 'as it is').toBe(headline);
    });

  it('in words of a charset that is right, divided within a character', async () => {
    const bytes = Buffer.from('Größe');
    const words = [bytes.subarray(0, 3), bytes.subarray(3)].map(
      (one) => `=?utf-8?B?${one.toString('base64')}?=`,
    );
    const body = part(Buffer.from('Text.'), '8bit', 'text/plain');
    const titleOf = async (subject: string): Promise<unknown> =>
      (await readOne('a.eml', mail(body, subject))).articles[0]!.title;
    expect(await titleOf(words.join('\n '))).toBe('Größe');
    expect(await titleOf('Re: =?ISO-8859-1?Q?gr=FC=DFe_an?= =?koi8-r?B?7cnS?= alle')).toBe(
      'Re: grüße anМир alle',
    );
    expect(await titleOf('=?x-none?Q?caf=C3=A9?=')).toBe('café');
    expect(await titleOf('=?utf-8*de?Q?Gr=C3=B6=C3=9Fe?=')).toBe('Größe');
    expect(await titleOf('=?broken')).toBe('=?broken');
  });
});

describe('fields', () => {
  it('of any bytes end, and lose nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { lines, end } = readHeader(Buffer.from(bytes), 0, bytes.length);
        const read = Buffer.from(lines.join(''), 'latin1');
        expect(Buffer.from(bytes).subarray(0, end).subarray(0, read.length)).toEqual(read);
        expect(end - read.length).toBeLessThanOrEqual(2);
        fieldOf({ lines, end }, 'subject');
      }),
    );
  });

  it('have parameters, in quotes or not', () => {
    const rows: readonly (readonly [string, string | undefined])[] = [
      ['text/plain; charset=koi8-r', 'koi8-r'],
      ['text/plain; format=flowed; CHARSET = "Koi8-R" ; x=1', 'Koi8-R'],
      ['text/plain; name="a; charset=b"; charset=c', 'c'],
      ['text/plain', undefined],
      ['text/plain; charset', undefined],
      ['text/plain; charset="koi8-r', 'koi8-r'],
    ];
    for (const [field, charset] of rows) expect(parameterOf(field, 'charset'), field).toBe(charset);
  });

  it('are in one piece where no word is encoded', () => {
    expect(encodedRuns('plain').map(({ bytes }) => bytes.toString())).toEqual(['plain']);
    expect(encodedRuns('')).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'dedupe-mails-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(hasModule('mailbox'))("Python's mailbox and email", () => {
  it('write and read what is declared rightly as we do', async () => {
    const path = join(folder, 'a.mbox');
    const samples = USED.flatMap(([codec, language]) => {
      const charset = PYTHON_NAMES[codec];
      return charset === undefined
        ? []
        : [{ charset, text: written(language, codec), title: written(language, codec, 'headline') }];
    });
    const script = `
import mailbox, email.message, email.policy, email.header, json, sys, base64, quopri
samples = json.loads(sys.stdin.read())
box = mailbox.mbox(sys.argv[1])
n = 0
for s in samples:
    for cte in ('8bit', 'base64', 'quoted-printable'):
        m = email.message.Message()
        m['Message-ID'] = '<%d@a.example>' % n; n += 1
        m['From'] = 'a@a.example'
        m['Subject'] = email.header.Header(s['title'], s['charset'])
        m['MIME-Version'] = '1.0'
        m['Content-Type'] = 'text/plain; charset="%s"' % s['charset']
        m['Content-Transfer-Encoding'] = cte
        raw = s['text'].encode(s['charset'])
        if cte == 'base64': body = base64.encodebytes(raw)
        elif cte == 'quoted-printable': body = quopri.encodestring(raw)
        else: body = raw
        box.add(m.as_bytes() + body + b'\\n')
box.flush()
read = []
for m in mailbox.mbox(sys.argv[1], factory=lambda f: email.message_from_binary_file(f, policy=email.policy.default)):
    read.append([m['Subject'], m.get_content()])
print(json.dumps(read))`;
    const out = execFileSync('python3', ['-c', script, path], { input: JSON.stringify(samples) });
    const read = JSON.parse(out.toString()) as readonly (readonly [string, string])[];
    expect(read).toHaveLength(3 * samples.length);
    const result = await readAll([path]);
    expect(texts(result).map(spaced)).toEqual(read.map(([, text]) => spaced(text)));
    expect(result.articles.map(({ title }) => title)).toEqual(read.map(([title]) => title));
  });
});

/** What Python calls them; of others it has no codec. */
const PYTHON_NAMES: Readonly<Record<string, string>> = {
  koi8r: 'koi8-r',
  windows1251: 'windows-1251',
  iso88592: 'iso-8859-2',
  windows1250: 'windows-1250',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1255: 'windows-1255',
  windows1256: 'windows-1256',
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  gb18030: 'gb18030',
  cp949: 'cp949',
  windows1252: 'windows-1252',
};
