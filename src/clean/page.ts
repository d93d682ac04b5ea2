/**
 * A page as the passes see it: its lines with the few measures that all of them share, computed once (`line.ts`). Owns
 * the page; must not mark anything.
 */

import { readUnits, type TextUnits } from '../lib/text-units.ts';
import { labelForm } from './label-form.ts';
import { type Line, readLine } from './line.ts';
import type { Lookup } from './lookup.ts';
import { type Segment, segmentText } from './segment.ts';
import { type SiteTest, siteTest } from './site-name.ts';

export interface Page {
  readonly lines: readonly Line[];
  /** Code units of the text: those of a line stand at its `start` .. `end`. */
  readonly units: Uint16Array;
  /** Whether blank lines part the paragraphs, so that their absence says that two lines belong together. */
  readonly hasBlankLines: boolean;
  /** What the phrases of the lines were looked up in. */
  readonly lookup: Lookup;
  /** Which lines are the name of the site or a section, where the address of the page is known. */
  readonly isOfSite?: SiteTest | undefined;
}

/** The page of a raw text, at an address where that is known. */
export function readPage(text: string, lookup: Lookup, url?: string): Page {
  return { ...measurePage(segmentText(text), readUnits(text), lookup), isOfSite: siteTestOnce(url) };
}

/** The test of an address, which is taken apart when a page without other chrome asks first: few do. */
function siteTestOnce(url: string | undefined): SiteTest {
  let test: SiteTest | undefined;
  return (text) => {
    test ??= siteTest(url) ?? NO_SITE;
    return test(text);
  };
}

const NO_SITE: SiteTest = () => false;

/** A page of lines that are not of one text: their offsets become those in all of them, one after another. */
export function pageOfLines(lines: readonly Omit<Segment, 'start' | 'end'>[], lookup: Lookup): Page {
  let end = 0;
  const segments = lines.map(({ text, blankBefore, separatorsBefore }) => {
    const start = end;
    end += text.length;
    return { text, start, end, blankBefore, separatorsBefore };
  });
  return measurePage(segments, readUnits(lines.map(({ text }) => text).join('')), lookup);
}

/** The form of one line at a time. */
const FORM = labelForm();

function measurePage(segments: readonly Segment[], text: TextUnits, lookup: Lookup): Page {
  let parted = 0;
  for (let i = 1; i < segments.length; i++) if (segments[i]!.blankBefore > 0) parted++;
  return {
    lines: segments.map((segment) => readLine(segment, text, FORM, lookup)),
    units: text.units,
    hasBlankLines: parted >= 2 && parted * 2 >= segments.length - 1,
    lookup,
  };
}

/** Whether line `i` follows the line above it without a blank line, on a page where that means something. */
export function isTight(page: Page, i: number): boolean {
  return page.hasBlankLines && i > 0 && page.lines[i]?.blankBefore === 0;
}

/** Letters of prose on the lines from..to (half-open). */
export function proseMass(page: Page, from: number, to: number): number {
  let mass = 0;
  for (let i = from; i < to; i++) {
    const line = page.lines[i];
    if (line?.isProse === true) mass += line.length;
  }
  return mass;
}
