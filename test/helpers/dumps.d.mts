export interface Written {
  readonly title: string;
  /** A day, RFC 3339. */
  readonly date: string;
  readonly source: string;
  /** Paragraphs. */
  readonly body: readonly string[];
}

/** A dump and what a reader can know from it. */
export interface DumpWriter {
  readonly write: (article: Written, number: number, count: number) => string;
  readonly before?: string;
  readonly after?: string;
  /** What the form has no place for. */
  readonly without?: readonly ('title' | 'date' | 'source')[];
}

export declare const DUMPS: Readonly<Record<string, DumpWriter>>;
export declare function writeDump(writer: DumpWriter, articles: readonly Written[]): string;
