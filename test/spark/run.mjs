#!/usr/bin/env node
// Runs the job on a real cluster on loopback and compares its reports with those of one machine. Skips with a line where
// Java or PySpark is missing; DEDUPE_SPARK_CHECK is a part of the name of the checks that are run. With folders as arguments these are compared and measured instead (DEDUPE_SPARK_PARTITIONS).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CHECKS, compareFolder } from './checks.mjs';
import { Cluster, findSpark } from './cluster.mjs';

const { home, missing } = findSpark();
if (missing !== undefined) console.log(`skipped: ${missing} is missing`);
else {
  const folders = process.argv.slice(2).map((path) => resolve(path));
  const checks =
    folders.length === 0
      ? Object.entries(CHECKS).filter(([name]) => name.includes(process.env.DEDUPE_SPARK_CHECK ?? ''))
      : folders.map((path) => [
          path,
          (cluster, folder) => compareFolder(cluster, path, folder, process.env.DEDUPE_SPARK_PARTITIONS ?? 4),
        ]);
  let failed = 0;
  for (const [name, check] of checks) failed += (await runCheck(name, check)) ? 0 : 1;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** Each on a cluster of its own: the one before may have lost its workers. */
async function runCheck(name, check) {
  const folder = mkdtempSync(join(process.env.DEDUPE_SPARK_FOLDER ?? tmpdir(), 'dedupe-spark-'));
  const cluster = new Cluster(home, folder);
  const begun = process.hrtime.bigint();
  try {
    await cluster.start(2);
    await check(cluster, folder);
    console.log(`ok      ${name} (${(Number(process.hrtime.bigint() - begun) / 1e9).toFixed(0)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}\n${error.stack}`);
    return false;
  } finally {
    cluster.stop();
    if (process.env.DEDUPE_SPARK_KEEP === undefined)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
