/** Texts of `dedupe help <topic>`. Words only. */
import { CRON } from './topic-cron.ts';
import { ENVIRONMENT } from './topic-environment.ts';

const EXIT_CODES = `Exit codes (the first that applies)

  129, 130, 143   interrupted: the terminal is gone (HUP), INT, TERM; 143 also where --time-limit is over. No report was
      written, what was read is kept in the state
  1   a defect of dedupe
  7   an output or the state could not be written
  5   the state is damaged, of something else, newer, or made with other options (the message says what to do)
  6   the state is in use by another run
  4   no input: every path is missing or unmatched, or far fewer articles than the state knows
  2   usage or configuration (also a limit on open files, or --memory, that is too low), nothing was written; also a
      saved report that was cut, is damaged or is none
  3   finished, but some input was skipped (see "issues"); also a report of dedupe that was named as input
  10  --fail-on tripped (diff: groups changed); all outputs are written
  0   done, duplicates or not; also an empty folder, and a reader that closed the pipe

Treat a code that is not listed as a failure.
`;

const FORMATS = `Formats

Read, told by the first bytes and then by the name (--input-format NAME has the last word):
  text, markdown, html   .txt .text .md .html .htm .xhtml        the file is the article
  json, jsonl            .json .jsonl .jl .ndjson                objects with "text" and optional "id", "title",
                         "date", "url", "source"; a list anywhere in the document; ninjs
  csv, tsv               .csv .tsv .tab                          rows under a header, or by number (--map text=3)
  parquet                .parquet                                rows
  warc                   .warc .wet                              responses, resources, conversions of html or text
  xml                    .xml .rss .atom .nitf .tei .alto        RSS, Atom, NITF, NewsML, TEI, ALTO, trafilatura
  mbox, eml              .mbox .mbx .eml                         messages
  zip, tar               .zip .tar .tgz .tbz2 .txz .tzst         the files in it, as archive.zip!/folder/name
  each also as .gz .zst .bz2 .xz, and from standard input (-)

  A file .dedupeignore in a walked folder leaves out what its lines name, there and below, as .gitignore does; what is
  named on the command line is read all the same, --no-ignore heeds none.

  One text file may hold many articles: exports of Nexis, Factiva, ProQuest, Europresse, Gale, NewsBank and GENIOS,
  <doc> elements, articles between form feeds or rules (=== --- ***), under dated headings of Markdown, in <article>
  elements of HTML. It is cut where two parts at least begin with a header (named fields, or a title and a date) and
  have a text, or where titles alone leave no doubt; a "split-file" issue says so, or that a file may hold many and was
  read as one. --no-split reads the file as one article.

  Fields of records go by our names or by those of feeds, press APIs and databases, the first that holds something:
  text (body, content, articleBody, full_text, ...), id (uuid, guid, ...), title (headline, ...), date (published,
  datePublished, published_at, pubDate, publication_date, ..., created_at last), url (link, permalink, ...), source
  (publisher, source.name, ...); "dedupe inspect" says from which. A text that begins with a tag of HTML is read as HTML.
  --map names a field itself (--map text=body,id=uid; dots reach into objects), and no other is tried; --records response.docs names the
  list where a JSON document holds several. --include and --exclude choose files of folders, not members of archives.
  A WARC record is numbered among all records of its file; "offset" counts bytes of the decompressed stream.

Limits, told in an issue where they bite: --max-record; 1,000 levels of nesting; 8 archives inside each other; data that
expands more than 200-fold and beyond 16 times --max-record. What is left out by its kind is counted in a "left-out"
issue, which does not change the exit code.

Written (-f, or the prefix or extension of -o, else JSON; several -o at once, each in a format of its own). An extension
that says another format needs a prefix (csv:FILE.dat); nothing is written compressed: -f json | gzip >FILE.json.gz
  human   for a terminal; nothing parses it
  json    one document with schema, run and end ("dedupe schema" lists the schemas)
  ndjson  one row a line; rows of groups and pairs close with "end": without it the stream was cut
  csv     a table (RFC 4180); of groups it is for a spreadsheet: a cell that would run there is quoted with '. Pairs
          and articles are for programs: every cell as it is, and no file to be opened by a click
  tsv     the same for cut and awk: never quoted, each cell as it is; tab, line ends and backslash as \\t \\n \\r \\\\
          (in both, characters that a terminal would act on are written as \\x1b, \\u202e)
  md      Markdown; nothing of a title is markup in it
  html    one page that needs nothing else (groups)
  paths0  files, each once, with a NUL behind it: for xargs -0 (not for pairs)

--emit groups     what belongs together, and why (schema report)
--emit pairs      each link with the passages that stand for each other, in the words of both (schema pairs); of
                  translations a parallel corpus: sentences with their scores, the first 10,000 of each article
--emit articles   every record of the input with a field "dedupe": group, relation, canonical, language, kept (schema
                  article-row); JSON keeps the record's own fields as they were written, and can be read again; files
                  that are one article have id, title, date, url, source and the cleaned text
--emit uniques    only the ones to keep: one of each group, and all that stand alone; --keep per-language keeps one of
                  each language

--summary writes the counts alone (schema summary), --limit n the first n; both to standard output, files are complete.
--no-text leaves out every word of texts and titles; ids, files, sources are replaced by digests of themselves, which
who has the archive can tell.
`;

const MATCHING = `How articles are matched

1. Each text is cut into blocks; chrome (menus, cookie banners, "related articles") is labelled with a reason and
   left out. "dedupe inspect" shows every block.
2. copy: the cleaned texts are the same.
3. near, contained: the texts share word sequences (resemblance, containment), and the numbers agree; reports in
   one wording with other numbers stay apart.
4. translation: names, numbers and dates of one article stand in the other, in the same order, and cover it.
5. related: the same event in another text. Reported apart; --group-by event joins them.

A group is built from verified links only: each member is linked to the canonical, or to two other texts of the
group. A translation that is too unsure by itself joins where all texts of its story together speak for it.
Scores are probabilities of a correct link. "dedupe explain A B" shows every signal of a pair.
--window 30d links no articles that were published further apart; one without a date may be of any day.
--within source links articles of one source only, --across source of different ones (the record's source, or the host
of its URL; case and a leading "www." do not count); an article without a source is then linked with none. Where copies
of one source have a version in another, each of them is linked with that.
--prefer-language en,de: a group with an English article has an English canonical, else a German one.
--threshold strict takes fewer, surer links; loose takes more.
`;

const RULES = `Site rules: --rules FILE

For archives that know their pages. One JSON object ("dedupe schema rules" prints its schema):

  {
    "schema": "dedupe.rules/1",
    "rules": [
      {
        "source": ["example.org", "*.example.org"],
        "drop": [
          { "text": "Subscribe to our newsletter" },
          { "regex": "^(Photo|Image): " },
          { "heading": "More on this topic", "until": "end" }
        ],
        "keep": [{ "regex": "^Correction:" }]
      },
      { "path": "archive/1998/**", "drop": [{ "regex": "^-- \\\\d+ --$" }], "note": "page numbers" }
    ]
  }

source   the article's source, or the host of its URL; "*" stands for any characters, "*" alone for all articles with
         a known source; case and a leading "www." do not count.
path     the path as reports show it; * and ? inside a name, ** over folders. Source and path together: both.
text     the whole block; case, kinds of quotes and dashes, and punctuation at its ends do not count.
regex    RE2 syntax, found anywhere in the block: ^ and $ are its ends, (?i) ignores case. Patterns run in time linear
         in the text: look-around and back-references are refused. White space counts as one blank.
heading  this block, compared as text, and the section below it, "until" the next "heading" (a short line that ends
         like no sentence; this is what holds when nothing is said) or the "end" of the article.

A rule decides on whole blocks, as "dedupe inspect" shows them. "keep" wins over "drop", and both win over everything
that is decided otherwise; --no-clean leaves the decisions to the rules alone. What a rule dropped has the reason
site-rule, and each block that a rule decided names it: "rule": 0 is the first of the file. A rules file in a folder
that is read is not taken for an article. What is wrong in the file is said before anything is read (exit 2).
`;

const DECISIONS = `Decisions: --decisions FILE

What people decided about articles, for the next scan. "dedupe review report.json" and the HTML report write such a file;
it may be given several times. One JSON object a line ("dedupe schema decisions" prints its schema):

  {"schema":"dedupe.decisions/1","decision":"different",
   "articles":[{"id":"a.txt","textDigest":"9f2c...","rawDigest":"51ab..."}],"from":[{"id":"b.txt", ...}],
   "when":"2024-05-02T06:00:00Z","by":"maria","note":"another match"}

same        all articles are one story: their groups become one, evidence or not
different   no two of them are one story; with "from": none of "articles" is the story of one of "from". A group that
            holds two of them is parted at its weakest links
canonical   the one article stands for its group, whatever --canonical says
undecided   takes back what was decided before on exactly these articles ("articles" and "from")

Lines are only ever added: files are joined by cat, and the order of their lines means nothing. Of decisions that
contradict each other, directly or through others ("a and b are the same", "b and c are the same", "a and c are
different"), the later by "when" holds; without "when" a decision is older than all others; at the same time
"different" holds. What does not hold is an issue of the report (decision-conflict), never silent.

An article is found by its id and the digest of its text; else by that digest (it was renamed), by the digest of its
bytes (it is cleaned otherwise now), or by its id alone (its text changed; decision-by-id). Articles that are not in the
input are counted (decision-unknown), and a canonical in no group is told (decision-unused). Groups without a decided
article are not touched.

Digests and ids stand in the report: jq '.articles[] | {id, textDigest, rawDigest}'. A JSON array of the same objects
is read as well. What is wrong in the file is said before anything is read (exit 2).
`;

const STATE = `The state of an archive: --state DIR

A run with --state remembers, in a folder of its own outside the archive, what it read and found. The next one reads only
files that are new or changed (by size, times and inode; a file that was touched, moved or renamed is known by its
content), and finds the same groups as a run that reads everything.

  dedupe ARCHIVE --state STATE --only new --lock-wait 600 --quiet -o new.json

The archive is what was ever named with this state and still is: files below a folder that is named now, and known files
elsewhere. Deleted files leave; of what is there and cannot be read, what is known stays (exit 3). Folders of a night can
be named one by one. Relative names begin where dedupe runs: from a folder that misses known files, exit 4 says which.

--only new       groups that are new or have members that were not in them, with these members and what is related
--only changed   also groups that lost members, or whose members or canonical changed
                 with --emit articles or uniques both also take articles that stand alone and are new (changed: or have
                 another content), and leave out what is only related
isNew            in the report: the group is new or grew; formerIds: groups of the last run whose place it took
--read-only      compares with the state and stores nothing; never waits, sees the last complete run
--lock-wait N    waits up to N seconds while another run writes; then exit 6
--allow-shrink   otherwise more than 20 % fewer articles are taken for a disk that is not mounted: exit 4

dedupe lookup NEW --state DIR asks whether the archive has a story already: for each article of the input (or of stdin, -)
known, related or new, the nearest article of the archive with the evidence, and the group. The archive is what the last
complete run saw, and need not be there; the answer is that of a scan over archive and input, but that articles of the
archive keep their ids, and a file that changed since stands beside what the archive has of it. Nothing is stored.
--fail-on any: exit 10 where anything is known.

dedupe state info DIR     what is remembered and when the last run was complete (-f json for monitoring:
                          jq -e '.lastRun.status == "complete" and .lastRun.ageHours < 26')
dedupe state check DIR    verifies all of it: exit 5, and the command that repairs it, where anything does not hold
dedupe state rebuild DIR  makes it anew from the files of its archive: after damage, or for another release. The old one
                          stays in its place until then (a damaged one is kept beside it); a rebuild that is ended is
                          taken up again. Options are those it was made with; --rules and --model must be named again.
                          Groups that the last run told stay the history: the next one tells what is new since
dedupe state forget DIR WORD ...   takes files out, named by path, folder, glob or the id of their only article; what
                          still stands in the archive comes back with the next run that meets it (--dry-run: only says)
dedupe state compact DIR  gives back the room that nothing needs; nothing is left of what was forgotten
dedupe state export DIR   files, articles, groups and runs as JSON Lines ("dedupe schema state-export-row"); articles as
                          each was read by itself

A run counts when it is complete; with --only, what a reader that closed the pipe did not take is told again. One that is
killed leaves the state as it was, but what it had read (but for the last seconds) is not read again. Input that was lost
in the run before and still is raises no exit code 3 again; --allow-partial: no lost input does. --fail-on new: exit 10
where groups are new or grew.
Articles of one state are all made by the same engine, options (--no-clean, --map, ...), rules and model: exit 5 where
they differ. Options of comparing (--threshold, --group-by, --canonical) may change from run to run.
Keep the folder on a local disk: locks of network file systems (NFS, SMB, 9p, sshfs, ...) cannot be trusted, and a state
there is refused; --allow-network-disk if no other machine ever uses it. It holds the texts of the archive, and
nothing that could not be made again from it.
`;

const STAGES = `Stages: dedupe stage NAME

For archives that one machine cannot hold. Each stage is a filter: rows of JSON from standard input, rows to standard
output, one a line ("dedupe schema stage-row"), the same bytes for the same rows. A stage keeps nothing: it can be run
again. What moves the rows between them (joins, counts, sorts) is a cluster's work; src/spark/dedupe_job.py does it on
Apache Spark, and what comes out is the report of "dedupe scan", byte for byte.

features   pieces of files {path, size, at, bytes}, or lines {path, block, offset, records, bytes}, in base64
           -> articles: id, language, keys of text, bands, phrases and story, compact features, head and body
repeated   {source, members} -> keys of the blocks that a source repeats     again    article with {counts} -> article
teasers    article with {homes} -> article without the leads of others
near       {members} of a bucket -> pairs      chain  members of larger buckets, in order -> pairs
phrases    {holders} of a sampled phrase -> pairs      sift   {a, b, by} with sketches -> pairs that may be near
keys       {pos, keys, frequent} -> keys and pairs of keys by which an article is followed
rank       who has the keys of an article, a key a row, one after another -> its partners, best first
ask        an article and its partners, one after another -> pairs that pass
verify     {a, b} with head, body, story of both -> links with their evidence
group      articles and links of whole components, one after another -> groups and members
related    {link, a, b} -> rows of related pairs      digest, report  -> rows of the NDJSON report
limits     nothing -> the bounds that whoever moves the rows has to know

"pos" is the place of an article in the order (path, record), from 0 on: articles come out of features without it, and
are numbered when they stand in the order of "order". The files of src/stage say all that each row holds.

Flags of matching and of input hold for all stages alike: rows of articles say with which they were made, and a stage ends
with exit code 5 on rows of another version or of other options. --window, --within, --across and --decisions need more
than one component and are not offered here (exit 2). A row that cannot be read is a row of type "issue"; exit code 3 says
that there were some, unless --allow-partial is given.
`;

export const TOPICS: ReadonlyMap<string, string> = new Map([
  ['cron', CRON],
  ['environment', ENVIRONMENT],
  ['exit-codes', EXIT_CODES],
  ['formats', FORMATS],
  ['matching', MATCHING],
  ['rules', RULES],
  ['stages', STAGES],
  ['decisions', DECISIONS],
  ['state', STATE],
]);
