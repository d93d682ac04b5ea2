// A real standalone cluster on loopback: a master and two workers, each a process of its own. Owns these processes and
// what is missing to start them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './command.mjs';

const LEAST_JAVA = 17;

/** Where PySpark is, or why the tests cannot run. */
export function findSpark() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const said = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(said.stderr ?? '')?.[1] ?? 0);
  if (version < LEAST_JAVA) {
    return {
      missing: `Java ${LEAST_JAVA} or newer (apt-get install openjdk-17-jre-headless, or set JAVA_HOME)`,
    };
  }
  const home = resolve(ROOT, process.env.DEDUPE_PYSPARK ?? 'node_modules/.cache/pyspark');
  if (!existsSync(join(home, 'bin', 'spark-submit'))) {
    return { missing: `PySpark in ${home} (bash test/spark/install-spark.sh, or set DEDUPE_PYSPARK)` };
  }
  return { home };
}

export class Cluster {
  #home;
  #folder;
  #workers = [];
  #processes = [];
  master = '';

  constructor(home, folder) {
    this.#home = home;
    this.#folder = folder;
  }

  get environment() {
    return {
      ...process.env,
      PYTHONPATH: this.#home,
      PATH: `${join(this.#home, 'bin')}:${process.env.PATH}`,
      PYSPARK_PYTHON: 'python3',
      SPARK_HOME: join(this.#home, 'pyspark'),
      SPARK_LOCAL_IP: '127.0.0.1',
      SPARK_LOCAL_DIRS: join(this.#folder, 'local'),
    };
  }

  async start(workers) {
    const words = [
      'org.apache.spark.deploy.master.Master',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--webui-port',
      '0',
    ];
    const { found } = await this.#begin(words, /Starting Spark master at (spark:\/\/\S+)/);
    this.master = found;
    for (let i = 0; i < workers; i++) await this.addWorker();
  }

  async addWorker() {
    const folder = join(this.#folder, `worker-${this.#workers.length}`);
    mkdirSync(folder, { recursive: true });
    const words = [
      ...['org.apache.spark.deploy.worker.Worker', this.master, '--host', '127.0.0.1', '--webui-port', '0'],
      ...['--cores', '1', '--memory', '3g', '--work-dir', folder],
    ];
    const { child } = await this.#begin(words, /(Successfully registered) with master/);
    this.#workers.push(child);
  }

  /** The worker and the executors that it started, at once and without a word. */
  killWorker(number) {
    process.kill(-this.#workers[number].pid, 'SIGKILL');
  }

  stop() {
    for (const child of this.#processes) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    }
  }

  /** A process in a group of its own, once it has said that it is ready. */
  #begin(words, ready) {
    const child = spawn(join(this.#home, 'bin', 'spark-class'), words, {
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#processes.push(child);
    return new Promise((fulfil, reject) => {
      let said = '';
      const listen = (chunk) => {
        if (said === undefined) return;
        said += chunk;
        const found = ready.exec(said)?.[1];
        if (found === undefined) return;
        said = undefined;
        fulfil({ child, found });
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`${words[0]} ended with ${code}: ${said ?? ''}`)));
    });
  }
}
