#!/usr/bin/env node
try {
  const { main } = await import('../dist/cli/main.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Whatever fails later is told by the program; this is that it could not even be loaded.
  if (error.code !== 'EMFILE' && error.code !== 'ENFILE') throw error;
  process.stderr.write(
    'dedupe: error: the limit on open files is too low; raise it to 256 or more (ulimit -n 256)\n',
  );
  process.exitCode = 2;
}
