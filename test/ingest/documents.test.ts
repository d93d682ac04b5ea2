/** Which files are refused by name, whatever they are called, and what is said of them. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { zipOf } from '../helpers/archives.mjs';
import { readOne } from './workspace.ts';

it.each([
  ['a PDF', 'a.txt', '%PDF-1.4\n(The ferry sank.)', /^a PDF; .*pdftotext/],
  ['PostScript', 'a.dat', '\ufeff%!PS-Adobe-3.0\n(The ferry sank.) show', /^a PostScript file; /],
  ['RTF', 'a.json', '{\\rtf1\\ansi The ferry sank.\\par}', /^an RTF document; save it/],
  ['a document of old', 'a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /^an office document of old/],
  ['a database', 'a.db', 'SQLite format 3\0\x10\0', /^an SQLite database; export/],
  ['an archive of 7-Zip', 'a.7z', Buffer.from('377abcaf271c0004', 'hex'), /^a 7-Zip archive.*unpack/],
  ['an archive of RAR', 'a.rar', Buffer.from('526172211a070100', 'hex'), /^a RAR archive/],
  ['LZMA', 'a.lzma', Buffer.from('5d00008000ffff', 'hex'), /^compressed in a way/],
  ['ARC', 'a.arc', 'filedesc://IAH.arc 0.0.0.0 20040312 text/plain 77\n1 0 A\n', /^a web archive of old/],
  ['Reuters in SGML', 'a.sgm', '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS>', /^the Reuters collection/],
  ['a dump of MySQL', 'a.txt', '-- MySQL dump 10.13\nINSERT', /^a dump of SQL.*export/],
  ['a dump of Postgres', 'a.sql', '--\n-- PostgreSQL database dump\n--\n', /^a dump of SQL/],
  ['a dump of SQLite', 'a.sql', 'PRAGMA foreign_keys=OFF;\nBEGIN', /^a dump of SQL/],
  ['statements of SQL', 'a.sql', "INSERT INTO posts (id) VALUES ('a');", /^a dump of SQL/],
  ['an archive of Twitter', 'tweets.js', 'window.YTD.tweets.part0 = [ {', /^an archive of Twitter.*--map/],
  ['RIS', 'a.ris', 'TY  - NEWS\nTI  - The ferry sank\n', /^a list of references/],
  ['BibTeX', 'a.bib', '@article{ferry2024,\n title = {A}}', /^a list of references/],
  ['a PDF in gzip', 'a.txt.gz', gzipSync('%PDF-1.7\n'), /^a PDF; /],
  ['a PDF in an archive', 'a.zip', zipOf({ 'b.txt': '%PDF-1.7\n' }), /^a PDF; /],
])('refuses %s by name', async (_, name, content, message) => {
  const { articles, issues } = await readOne(name, content);
  expect(articles).toEqual([]);
  expect(issues).toMatchObject([{ code: 'unknown-type', message: expect.stringMatching(message) }]);
});
