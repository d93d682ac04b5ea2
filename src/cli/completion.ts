/** `dedupe completion <shell>`: what the shell offers behind `dedupe`, made from the table of flags. Must not print. */
import { UsageError } from '../lib/errors.ts';
import { bashCompletion } from './completion-bash.ts';
import { fishCompletion } from './completion-fish.ts';
import { zshCompletion } from './completion-zsh.ts';
import { didYouMean } from './did-you-mean.ts';

const SHELLS: Readonly<Record<string, () => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export async function completionText(operands: readonly string[]): Promise<string> {
  const [shell, ...more] = operands;
  const make = shell === undefined ? undefined : Object.entries(SHELLS).find(([name]) => name === shell)?.[1];
  if (make === undefined || more.length > 0) {
    const hint = shell === undefined ? '' : await didYouMean(shell, Object.keys(SHELLS));
    throw new UsageError(
      `dedupe completion takes one of ${Object.keys(SHELLS).join(', ')}, not "${operands.join(' ')}"${hint}`,
    );
  }
  return make();
}
