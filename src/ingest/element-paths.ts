/**
 * The named array of records in the elements of an array at the top of a file, as phpMyAdmin and other exporters write it.
 * Owns which element may have it and how many have it not; must not split.
 */
import { classifyObject, type RecordSigns, type RootObject } from './record-array.ts';

const FIRST_NUMBER = /^(\d{1,9})\.(?=.)/;

export class ElementPaths {
  /** Elements that were met. */
  count = 0;
  readonly path: string;
  /** The only element that is meant, from 0, where the path begins with a number. */
  readonly #number: number | undefined;
  readonly #rest: string;
  #isFound = false;
  #absent = 0;

  constructor(path: string | undefined) {
    this.path = path ?? '';
    const number = FIRST_NUMBER.exec(this.path)?.[1];
    this.#number = number === undefined ? undefined : Number(number);
    this.#rest = number === undefined ? this.path : this.path.slice(number.length + 1);
  }

  /** What the element is that was counted last; one without the array is passed over. */
  classify(bytes: Uint8Array, signs: RecordSigns): RootObject {
    const isMeant = this.#number === undefined || this.#number === this.count - 1;
    const root: RootObject = isMeant
      ? classifyObject(bytes, { ...signs, path: this.#rest }, true)
      : { kind: 'absent', path: this.path };
    if (root.kind === 'wrapper') this.#isFound = true;
    if (root.kind === 'absent') this.#absent++;
    return root;
  }

  /** Elements that were passed over, where none has the array. */
  get absentEverywhere(): number {
    return this.#isFound ? 0 : this.#absent;
  }
}

/** What is said where a named array is not there. */
export function noListAt(path: string, elements?: number): string {
  const where =
    elements === undefined ? '' : ` in ${elements === 1 ? 'the element' : `any of ${elements} elements`}`;
  return `no list at ${JSON.stringify(path)}${where}; name the place of the list of records with --records, as response.docs`;
}
