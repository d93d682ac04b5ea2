/** Articles of our own as databases and corpora write them, many in one text file. Shared by tests of reading. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function day(date) {
  const [year = '', month = '', number = ''] = date.split('-');
  return [year, MONTHS[Number(month) - 1], Number(number)];
}
const american = (date) => {
  const [year, month, number] = day(date);
  return `${month} ${number}, ${year}`;
};
const british = (date) => {
  const [year, month, number] = day(date);
  return `${number} ${month} ${year}`;
};
const accession = (date, number) =>
  `Document HARB0000${date.replaceAll('-', '')}ee${String(number).padStart(6, '0')}h`;
const paragraphs = (body) => body.join('\n\n');
const fields = ({ title, date, source, body }) =>
  `Title: ${title}\nDate: ${date}\nSource: ${source}\n\n${paragraphs(body)}\n`;
const between = (rule) => ({
  write: (article, number) => `${number === 1 ? '' : `${rule}\n`}${fields(article)}`,
});
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const DUMPS = {
  'Nexis, United Kingdom': {
    before: 'Time of Request: Thursday\nClient ID: none\n\n',
    write: ({ title, date, source, body }, number, count) =>
      `                        ${number} of ${count} DOCUMENTS\n\n\n                   ${source}\n\n              ${american(date)} Thursday\n              First Edition\n\n${title}\n\nBYLINE: A Writer in Harbour\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 534 words\n\n${paragraphs(body)}\n\nLOAD-DATE: ${american(date)}\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n        Copyright 2018 Harbour Newspapers Limited\n                 All Rights Reserved\n\n`,
  },
  'Nexis, United States': {
    write: ({ title, date, source, body }, number, count) =>
      `Document ${number} of ${count}\n\n\n      Copyright 2009 The Harbour Company\n              ${source}\n\n           ${american(date)} Friday\n           Late Edition - Final\n\nSECTION: Section A; Column 0; Pg. 1\n\nLENGTH: 849 words\n\nHEADLINE: ${title}\n\nBYLINE: By A WRITER\n\nBODY:\n\n${paragraphs(body)}\n\nURL: http://www.harbour.example/${number}\n\nLOAD-DATE: ${american(date)}\n\n`,
  },
  'Nexis, new': {
    write: ({ title, date, source, body }) =>
      `${title}\n${source}\n${american(date)} Thursday\n\nCopyright 2018 Harbour All Rights Reserved\n\nSection: NEWS; Pg. 4\nLength: 534 words\nByline: A Writer\n\nBody\n\n${paragraphs(body)}\n\nGraphic\n\nA picture of a pier\n\nLoad-Date: ${american(date)}\n\nEnd of Document\n\n`,
  },
  'Nexis, new, in French': {
    write: ({ title, date, source, body }, number, count) =>
      `Page ${number} de ${count}\n${title}\n\n${title}\n${source}\n${british(date)}\n\nCopyright 2018 Harbour Tous droits réservés\n\nLongueur: 534 mots\nAuteur: A. Writer\n\nCorps\n\n${paragraphs(body)}\n\nLoad-Date: ${british(date)}\n\nFin du document\n\n`,
  },
  'Factiva, fields': {
    write: ({ title, date, source, body }, number) =>
      `HD\n${title}\nBY\nBy A Writer\nWC\n534 words\nPD\n${british(date)}\nSN\n${source}\nSC\nHARB\nLA\nEnglish\nCY\n© 2018 Harbour\nLP\n\n${body[0]}\nTD\n\n${paragraphs(body.slice(1))}\nCO\nharb : Harbour\nPUB\nHarbour Ltd\nAN\n${accession(date, number)}\n\n`,
    after: 'Search Summary\nText\tferry\nResults Found\t9\n',
  },
  'Factiva, fields on a line': {
    write: ({ title, date, source, body }, number) =>
      `HD  ${title}\nWC  534 words\nPD  ${british(date)}\nSN  ${source}\nSC  HARB\nLA  English\nTD\n\n${paragraphs(body)}\n\nNS  c13 : Law\nAN  ${accession(date, number)}\n\n`,
  },
  'Factiva, display': {
    write: ({ title, date, source, body }, number) =>
      `${title}\n\nBy A Writer\n534 words\n${british(date)}\n10:35\n${source}\nHARB\n4\nEnglish\nCopyright 2018. Harbour. All rights reserved.\n\n${paragraphs(body)}\n\n${accession(date, number)}\n\n`,
  },
  ProQuest: {
    write: ({ title, date, source, body }, number, count) =>
      `____________________________________________________________\n\nDocument ${number} of ${count}\n\n${title}\n\nAuthor: Writer, A.\n\nPublication info: ${source}; Harbour: 4.\n\nhttp://search.harbour.example/docview/${number}?accountid=1\n\nLinks: http://links.example\n\nFull text: ${paragraphs(body)}\n\nTitle: ${title}\n\nPublication title: ${source}; Harbour\n\nPages: 4\n\nPublication year: 2018\n\nPublication date: ${american(date)}\n\nPublisher: Harbour\n\nSource type: Newspapers\n\nLanguage of publication: English\n\nCopyright: Harbour 2018\n\nDatabase: Newsstand\n\n`,
    after:
      '____________________________________________________________\n\nContact ProQuest\n\nCopyright 2018 - Terms and Conditions\n',
  },
  Europresse: {
    write: ({ title, date, source, body }, number) =>
      `${source}\nInternational, ${british(date)} - 14:05 CET 221 mots, p. 3\n\n${title}\n\nAnna de Winter\n\n${paragraphs(body)}\n\nCet article est paru dans ${source}\n© 2018 Harbour. Tous droits réservés.\n\nCertificat émis le 13 mars 2024 à des fins de visualisation.\n\nnews·${date.replaceAll('-', '')}·HAR·${number}\n\n`,
  },
  GENIOS: {
    write: ({ title, date, source, body }, number) => {
      const vom = `${source} vom ${date.split('-').reverse().join('.')}, S. 3`;
      return `${number === 1 ? '' : `${'_'.repeat(70)}\n`}${title}\n\n${vom} / Politik\n\nAutor: A. Schreiber\n\n${paragraphs(body)}\n\nQuelle: ${vom}\nISSN: 0174-4909\nDokumentnummer: HP${number}\n\nDauerhafte Adresse des Dokuments: https://harbour.example/${number}\n\nAlle Rechte vorbehalten: (c) Harbour GmbH\n\n`;
    },
  },
  Gale: {
    write: ({ title, date, body }, number) =>
      `Title:       ${title}\nAuthor(s):   A. Writer\nSource:      Harbour Post. (${american(date)}): News: p3.\nDocument Type: Article\nCopyright: COPYRIGHT 2018 Harbour\nFull Text:\n${paragraphs(body)}\n\nSource Citation (MLA 9th Edition)\nWriter, A. "${title}" Harbour Post.\nGale Document Number: GALE|A7000${number}\n\n\n`,
    without: ['source'],
  },
  NewsBank: {
    write: ({ title, date, body }, number) =>
      `${title}\nHarbour Post, The (Harbour, LT) - ${american(date)}\nAuthor/Byline: A. Writer\nSection: News\nPage: A3\n\n${paragraphs(body)}\n\nRecord Number: 1234${number}\nCopyright (c) 2018 Harbour\n\n\n`,
    without: ['source'],
  },
  'doc elements with attributes': {
    write: ({ title, date, source, body }, number) =>
      `<doc id="${number}" url="https://harbour.example/${number}" title="${escaped(title)}" date="${date}" source="${source}">\n${body.map(escaped).join('\n\n')}\n\n</doc>\n`,
  },
  'doc elements of Gigaword': {
    write: ({ title, date, body }, number) =>
      `<DOC id="HAR_ENG_${date.replaceAll('-', '')}.${String(number).padStart(4, '0')}" type="story" >\n<HEADLINE>\n${escaped(title)}\n</HEADLINE>\n<DATELINE>\nHARBOUR, Jan 1 (HAR)\n</DATELINE>\n<TEXT>\n${body.map((text) => `<P>\n${escaped(text)}\n</P>\n`).join('')}</TEXT>\n</DOC>\n`,
    without: ['date', 'source'],
  },
  'doc elements of TREC': {
    write: ({ title, date, body }, number) =>
      `<DOC>\n<DOCNO> HA${date.replaceAll('-', '')}-${number} </DOCNO>\n<FILEID>HA-NR 2344EST</FILEID>\n<HEAD>${escaped(title)}</HEAD>\n<DATELINE>HARBOUR (HA) </DATELINE>\n<TEXT>\n${paragraphs(body.map(escaped))}\n</TEXT>\n</DOC>\n`,
    without: ['date', 'source'],
  },
  'rules of three': between('==='),
  'long rules': between('='.repeat(60)),
  dashes: between('---'),
  stars: between('* * *'),
  'front matter': {
    write: ({ title, date, source, body }) =>
      `---\ntitle: ${title}\ndate: ${date}\nsource: ${source}\n---\n\n${paragraphs(body)}\n\n`,
  },
  'form feeds': {
    write: (article, number) => `${number === 1 ? '' : '\f'}${fields(article)}`,
  },
  'titles and dates between rules': {
    write: ({ title, date, body }, number) =>
      `${number === 1 ? '' : `\n${'-'.repeat(20)}\n`}${title}\nBy A Writer\n${british(date)}\n\n${paragraphs(body)}\n`,
    without: ['source'],
  },
};

export function writeDump({ write, before = '', after = '' }, articles) {
  return before + articles.map((article, i) => write(article, i + 1, articles.length)).join('') + after;
}
