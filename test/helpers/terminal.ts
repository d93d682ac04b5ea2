/** A command whose stderr is a terminal, by way of Python's `pty`; its stdout is a pipe. Owns no expectation. */
import { spawnSync } from 'node:child_process';
import { BIN, type Outcome, type RunOptions, run } from './command.ts';

const SCRIPT = `
import fcntl, os, pty, struct, subprocess, sys, termios
ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack('HHHH', 24, int(sys.argv[1]), 0, 0))
child = subprocess.Popen(sys.argv[2:], stderr=theirs)
os.close(theirs)
while True:
    try:
        some = os.read(ours, 65536)
    except OSError:
        break
    if not some:
        break
    os.write(2, some)
sys.exit(child.wait())
`;

/** Python with `pty`, or undefined. */
const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import pty, termios']).status === 0,
);

export const hasTerminal = python !== undefined;

export function dedupeOnTerminal(
  columns: number,
  words: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  if (python === undefined) throw new Error('ask hasTerminal first');
  return run(python, ['-c', SCRIPT, String(columns), process.execPath, BIN, ...words], options);
}
