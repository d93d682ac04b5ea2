/** Lays out running text as lines and paragraphs, white space collapsed as browsers do. Owns no HTML. Linear time. */

/** White space that collapses; a no-break space does not, and `clean` reads it as a sign. */
const COLLAPSIBLE = /[ \t\n\r\f]+/g;

export class BlockWriter {
  /** Whether line ends count (inside `<pre>`). */
  preformatted = false;
  readonly #out: string[] = [];
  #length = 0;
  #line: string[] = [];
  /** Line feeds owed before the next line: 1 after a line, 2 after a paragraph. */
  #owed = 0;
  readonly #onLine: ((start: number, end: number) => void) | undefined;

  /** `onLine` is told of each line when it ends: its place in the text, in UTF-16 units, half-open. */
  constructor(onLine?: (start: number, end: number) => void) {
    this.#onLine = onLine;
  }

  text(text: string): void {
    if (!this.preformatted) {
      this.#line.push(text);
      return;
    }
    const lines = text.split(/\r\n|\n|\r/);
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.line();
      this.#line.push(line);
    }
  }

  line(): void {
    this.#flush(1);
  }

  paragraph(): void {
    this.#flush(2);
  }

  /** Ends the line and gives the length of the text so far, in UTF-16 units. */
  position(): number {
    this.#flush(2);
    return this.#length;
  }

  /** The whole text; ends with a line feed unless it is empty. */
  finish(): string {
    this.#flush(1);
    return this.#out.length === 0 ? '' : `${this.#out.join('')}\n`;
  }

  #flush(lineFeeds: number): void {
    const line = trimSpace(this.#line.join('').replace(COLLAPSIBLE, ' '));
    this.#line = [];
    if (line !== '') {
      if (this.#out.length > 0) this.#push('\n'.repeat(Math.max(1, this.#owed)));
      const start = this.#length;
      this.#push(line);
      this.#owed = lineFeeds;
      this.#onLine?.(start, this.#length);
    } else this.#owed = Math.max(this.#owed, lineFeeds);
  }

  #push(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }
}

/** After collapsing at most one space is left at either end. */
function trimSpace(line: string): string {
  const start = line.startsWith(' ') ? 1 : 0;
  return line.endsWith(' ') ? line.slice(start, -1) : line.slice(start);
}
