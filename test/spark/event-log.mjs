// What a run on Spark cost, from its event log: bytes that were shuffled, seconds of all tasks, and of each stage the share
// of its largest task.
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export async function readEventLog(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /app-|local-/.test(name),
  );
  const stages = new Map();
  let shuffled = 0;
  let seconds = 0;
  for (const name of names) {
    const lines = createInterface({
      input: createReadStream(join(folder, name)),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      const event = JSON.parse(line);
      if (event.Event === 'SparkListenerStageSubmitted') {
        const about = event.Properties?.['spark.job.description'] ?? '';
        const id = event['Stage Info']['Stage ID'];
        if (!stages.has(id)) stages.set(id, { about, rows: [] });
      }
      if (event.Event !== 'SparkListenerTaskEnd' || event['Task End Reason']?.Reason !== 'Success') continue;
      const metrics = event['Task Metrics'];
      shuffled += metrics['Shuffle Write Metrics']['Shuffle Bytes Written'];
      seconds += metrics['Executor Run Time'] / 1000;
      const read = metrics['Shuffle Read Metrics'];
      const bytes =
        read['Remote Bytes Read'] + read['Local Bytes Read'] + metrics['Input Metrics']['Bytes Read'];
      stages.get(event['Stage ID'])?.rows.push(bytes);
    }
  }
  return { shuffled, seconds, shares: sharesOf(stages.values()) };
}

/** By what a stage was for: bytes of all its tasks and of the largest one. */
function sharesOf(stages) {
  const shares = [];
  for (const { about, rows } of stages) {
    const total = rows.reduce((sum, bytes) => sum + bytes, 0);
    const largest = rows.reduce((most, bytes) => Math.max(most, bytes), 0);
    if (total > 0) shares.push({ about, tasks: rows.length, total, largest });
  }
  return shares.sort((x, y) => y.largest - x.largest);
}
