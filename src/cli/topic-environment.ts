/** `dedupe help environment`: settings, and what else of the surroundings counts. Words only. */
import { variableOf } from './flag-words.ts';
import { FLAGS } from './flags.ts';

const EXAMPLE = FLAGS.find(({ flags }) => flags.startsWith('--max-record'))!;

export const ENVIRONMENT = `Settings: flags, variables, a file

Whatever a flag sets can also be set by a variable or in a file, for all runs. What is said nearer wins:

  1. a flag          --max-record 8M
  2. a variable      ${variableOf(EXAMPLE)}=8M
  3. a file          { "max-record": "8M" }
  4. the default

The file is what --config or DEDUPE_CONFIG names, else dedupe.config.json in the working folder (only there, not above
it). It is JSON, never code:

  {
    "schema": "dedupe.config/1",
    "threshold": "strict",
    "clean": false,
    "exclude": ["*.bak", "drafts"],
    "jobs": 4
  }

Keys are the long names of the flags; a flag --no-NAME has the key NAME. Flags that are given or not are true or false
there, and "true" or "false" (or 1 or 0) as variables; flags that may be repeated take a string, or several in [ ] (also
as a variable). A flag replaces what a variable or the file said, it does not add to it; --no-NAME, or --NAME where the
flag is --no-NAME, takes it back. Paths are seen from the working folder. Settings that a command does not have are for
other commands and left alone. A key that does not exist is an error (exit 2), and so is a variable that looks like a
setting with a slip of the finger, or like a flag --no-NAME: --no-clean is DEDUPE_CLEAN=false, not DEDUPE_NO_CLEAN.

A file that merely lies in the working folder may have come with an archive: it cannot say where to write (output, state
and the like). Name it with --config for that.

  dedupe ARCHIVE --print-config     every setting, its value, and where it comes from; reads nothing
  dedupe schema config              the JSON Schema of the file

Other variables

  NO_COLOR, FORCE_COLOR   colours of the human format; --color wins over both
  TMPDIR                  where working files go; they have no name while they are in use
  NODE_OPTIONS            as for every program of Node, e.g. --max-old-space-size=4096
`;
