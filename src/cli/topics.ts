/** Texts of `dedupe help <topic>`. Words only. */
import { ENVIRONMENT } from './topic-environment.ts';

const EXIT_CODES = `Exit codes (the first that applies)

  1   a defect of dedupe
  7   an output or the state could not be written
  5   the state is damaged, of something else, newer, or made with other options (the message says what to do)
  6   the state is in use by another run
  4   no input: every path is missing or unmatched, or far fewer articles than the state knows
  2   usage or configuration; nothing was read
  3   finished, but some input was skipped (see "issues")
  10  --fail-on tripped; all outputs are written
  0   done, duplicates or not; also an empty folder, and a reader that closed the pipe

Treat a code that is not listed as a failure.
`;

const FORMATS = `Formats

Read: .txt .md .html .json .jsonl .ndjson, each also as .gz, and standard input (-).
  JSON and JSON Lines hold records with "text" and optional "id", "title", "date", "url", "source";
  --map names other fields (--map text=body,id=uid; dots reach into objects).

Written (-f, or the prefix or extension of -o):
  human   for a terminal; nothing parses it
  json    one document, schema dedupe.report/1 ("dedupe schema report" prints the schema)
  ndjson  one row a line: run, article, group, related, issue, end; a stream without "end" was cut
  csv     one row per member of a group (RFC 4180; cells that a spreadsheet would run are quoted with ')
  html    one page for a browser that needs no network: search, filters, texts side by side, pictures, review
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
group. Scores are probabilities of a correct link. "dedupe explain A B" shows every signal of a pair.
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
elsewhere. Deleted files leave. Folders of a night can be named one by one.

--only new       groups that are new or have members that were not in them, with these members and what is related
--only changed   also groups that lost members, or whose members or canonical changed
isNew            in the report: the group is new or grew; formerIds: groups of the last run whose place it took
--read-only      compares with the state and stores nothing; never waits, sees the last complete run
--lock-wait N    waits up to N seconds while another run writes; then exit 6
--allow-shrink   otherwise more than 20 % fewer articles are taken for a disk that is not mounted: exit 4

dedupe lookup NEW --state DIR asks whether the archive has a story already: for each article of the input (or of stdin, -)
known, related or new, the nearest article of the archive with the evidence, and the group. The archive is what the last
complete run saw, and need not be there; the answer is that of a scan over archive and input, but that articles of the
archive keep their ids, and a file that changed since stands beside what the archive has of it. Nothing is stored.
--fail-on any: exit 10 where anything is known.

dedupe state info DIR says what is remembered and when the last run was complete (-f json for monitoring);
dedupe state check DIR verifies all of it: exit 5, and what to do, where anything is not as it was written.

A run counts when it is complete. One that is killed leaves the state as it was, but what it had read (but for the last
seconds) is not read again. Input that was lost in the run before and still is raises no exit code 3 again.
Articles of one state are all made by the same engine, options (--no-clean, --map, ...), rules and model: exit 5 where
they differ. Options of comparing (--threshold, --group-by, --canonical) may change from run to run.
Keep the folder on a local disk: locks of network file systems cannot be trusted. It holds the texts of the archive, and
nothing that could not be made again from it.
`;

export const TOPICS: ReadonlyMap<string, string> = new Map([
  ['environment', ENVIRONMENT],
  ['exit-codes', EXIT_CODES],
  ['formats', FORMATS],
  ['matching', MATCHING],
  ['rules', RULES],
  ['decisions', DECISIONS],
  ['state', STATE],
]);
