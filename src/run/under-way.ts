/**
 * The batches of a stage that somebody has, in their order: results come out in it, and of several errors that of the
 * first batch, whoever fails first. Owns what is waited for; must not choose who works.
 */
export class UnderWay<R> {
  readonly #batches: { readonly result: Promise<R>; isDone: boolean }[] = [];
  #kept: { readonly begin: () => void; readonly result: Promise<R> } | undefined;
  #hasFailed = false;

  get count(): number {
    return this.#batches.length;
  }

  /** Whether a batch waits for this thread. */
  get hasKept(): boolean {
    return this.#kept !== undefined;
  }

  /** Whether one of them has failed: no batch behind those that are here will be asked for. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  put(result: Promise<R>): void {
    const batch = { result, isDone: false };
    this.#batches.push(batch);
    const end = (hasFailed: boolean): void => {
      batch.isDone = true;
      this.#hasFailed ||= hasFailed; // told in its turn
    };
    result.then(
      () => end(false),
      () => end(true),
    );
  }

  /** Puts a batch that this thread works on later. Only where none is kept. */
  keep(work: () => Promise<R>): void {
    let begin = (): void => undefined;
    const result = new Promise<R>((resolve) => {
      begin = () => resolve(work());
    });
    this.put(result);
    this.#kept = { begin, result };
  }

  async workOnKept(): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) return;
    this.#kept = undefined;
    kept.begin();
    await kept.result.catch(() => undefined); // told in its turn
  }

  /** The first result that was not taken yet. This thread waits for no other before it has worked itself. */
  async next(): Promise<R> {
    const { result, isDone } = this.#batches.shift()!;
    if (!isDone) await this.workOnKept();
    return await result;
  }
}

/** The batches, and then the error that ended them, if there was one. */
export async function* untilError<B>(
  batches: AsyncIterable<B> | Iterable<B>,
): AsyncIterable<{ readonly batch: B } | { readonly error: unknown }> {
  try {
    for await (const batch of batches) yield { batch };
  } catch (error) {
    yield { error };
  }
}
