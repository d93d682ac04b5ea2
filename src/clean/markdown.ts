/** Marks of Markdown in the title of a dump. Owns how they are taken off; the block keeps them, as it was written so. */

/** Marks of Markdown around a heading: "# A title", "**A title**". */
const MARKED = /^(?:#{1,6} +(?<heading>.*\S)|\*\*(?<bold>[^*]+)\*\*)$/u;

/** What a line says as a title: dumps in Markdown mark it. */
export function titleText(line: string): string {
  const groups = MARKED.exec(line)?.groups;
  const marked = groups?.['heading'] ?? groups?.['bold'];
  return marked === undefined ? line : titleText(marked.trim());
}
