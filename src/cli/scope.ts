/** What a command opens and must give back, however it ends. Owns the order: the last that was opened is closed first. */

export interface Closable {
  close(): unknown;
}

/** Hands on what was opened, to be closed when the command ends. */
export type Keep = <Resource extends Closable | undefined>(resource: Resource) => Resource;

/** Closes all that `run` kept, also where closing one of them fails; the first failure is thrown. */
export async function scoped<Result>(run: (keep: Keep) => Promise<Result>): Promise<Result> {
  const kept: Closable[] = [];
  const keep: Keep = (resource) => {
    if (resource !== undefined) kept.push(resource);
    return resource;
  };
  const failures: unknown[] = [];
  const attempt = async <T>(action: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await action();
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  };
  const result = await attempt(() => run(keep));
  for (const resource of kept.reverse()) await attempt(async () => await resource.close());
  if (failures.length > 0) throw failures[0];
  return result as Result;
}
