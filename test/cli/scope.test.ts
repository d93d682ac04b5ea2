import { describe, expect, it } from 'vitest';
import { scoped } from '../../src/cli/scope.ts';

function resources(failing: readonly string[]): {
  opened: (name: string) => { close(): Promise<void> };
  log: string[];
} {
  const log: string[] = [];
  const opened = (name: string) => ({
    close: async () => {
      log.push(name);
      if (failing.includes(name)) throw new Error(`closing ${name}`);
    },
  });
  return { opened, log };
}

describe('what a command opened', () => {
  it('is closed in reverse, after its last word', async () => {
    const { opened, log } = resources([]);
    const result = await scoped(async (keep) => {
      keep(opened('state'));
      keep(undefined);
      keep(opened('input'));
      log.push('written');
      return 3;
    });
    expect([result, log]).toEqual([3, ['written', 'input', 'state']]);
  });

  it('is closed where the command fails, and where closing does; the first failure is told', async () => {
    const { opened, log } = resources(['input']);
    const failed = scoped(async (keep) => {
      keep(opened('state'));
      keep(opened('input'));
      throw new Error('the run');
    });
    await expect(failed).rejects.toThrow('the run');
    const closing = scoped(async (keep) => {
      keep(opened('state'));
      keep(opened('input'));
    });
    await expect(closing).rejects.toThrow('closing input');
    expect(log).toEqual(['input', 'state', 'input', 'state']);
  });
});
