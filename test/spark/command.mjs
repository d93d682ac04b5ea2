// Runs the built program and other commands, and keeps what they say.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const BIN = resolve(ROOT, 'bin', 'dedupe.js');

export function command(program, words, options = {}) {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT, ...options });
    const [out, err] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) =>
      fulfil({
        status,
        signal,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    );
  });
}

/** The report of one machine. */
export async function scanned(path, flags = []) {
  const { stdout, stderr, status } = await command(process.execPath, [
    BIN,
    path,
    '-f',
    'ndjson',
    '-q',
    ...flags,
  ]);
  if (status !== 0 && status !== 3) throw new Error(`dedupe ${path} ended with ${status}: ${stderr}`);
  return stdout;
}
