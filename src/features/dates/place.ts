/** A date found in a text: half-open range and value. Types only. */
export interface DatePlace {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}
