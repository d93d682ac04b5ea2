/** Programs and modules of others that a comparison needs: whether they are there, and a word where they are not. */
import { execFileSync } from 'node:child_process';

export function hasModule(name: string): boolean {
  return isThere('python3', ['-c', `import ${name}`], `a comparison with Python's ${name}`);
}

export function hasProgram(name: string): boolean {
  return isThere(name, ['--version'], `a comparison with ${name}`);
}

function isThere(program: string, words: readonly string[], what: string): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`skipped: ${what}: it is not installed`);
    return false;
  }
}
