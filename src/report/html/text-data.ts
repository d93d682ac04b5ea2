/** A text as the page shows it: blocks in order, kept ones and what was dropped. Owns how long a text may be. */
import type { ArticleBody } from '../../model/report.ts';
import type { BlockData, TextData } from './shape.ts';

/** About 35,000 words: a browser lays that out at once, and the page says what is missing. */
export const TEXT_UNITS_IN_PAGE = 200_000;

export function textData({ blocks }: ArticleBody): TextData {
  const shown: BlockData[] = [];
  let room = TEXT_UNITS_IN_PAGE;
  let cut = 0;
  for (const { text, role, reason } of blocks) {
    const part = text.length <= room ? text : text.slice(0, whole(text, room));
    cut += text.length - part.length;
    room -= part.length;
    if (part === '') continue;
    shown.push(reason === undefined ? [part, role] : [part, role, reason]);
  }
  return { blocks: shown, ...(cut > 0 ? { cut } : {}) };
}

/** Not between the halves of a surrogate pair. */
function whole(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? end - 1 : end;
}
