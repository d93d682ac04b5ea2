/**
 * Where keys come from: a terminal, key by key, or a pipe or file of keys. Owns the mode of the terminal; must not know
 * what a key means.
 */
import { fstatSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { UsageError } from '../../lib/errors.ts';
import { keysOf } from '../../report/index.ts';

export interface Keyboard {
  readonly isTerminal: boolean;
  /** One key at a time, until there are no more. */
  readonly keys: AsyncIterable<string>;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** Throws `UsageError` where nobody can press a key. */
export function openKeyboard(stdin: NodeJS.ReadStream): Keyboard {
  if (stdin.isTTY === true) {
    stdin.setRawMode(true);
    return {
      isTerminal: true,
      keys: keysFrom(stdin),
      close: () => {
        stdin.setRawMode(false);
        stdin.destroy();
      },
    };
  }
  const status = fstatSync(0);
  if (!status.isFIFO() && !status.isFile() && !status.isSocket()) {
    throw new UsageError(
      'review needs keys, and standard input is neither a terminal nor a pipe; run it in a terminal, or pipe keys into it',
    );
  }
  return { isTerminal: false, keys: keysFrom(stdin), close: () => void stdin.destroy() };
}

async function* keysFrom(stdin: NodeJS.ReadStream): AsyncIterable<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stdin as AsyncIterable<Buffer>) yield* keysOf(decoder.write(chunk));
}
