/** What a reader of an archive hands on. Types only. */
import type { ReadFailure } from '../request.ts';

/** A regular file in an archive. */
export interface Member {
  /** In the inner form of `path-name.ts`, as written. */
  readonly name: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** What a reader of an archive finds. */
export type Found =
  | Member
  /** Something in the place of members that is not right. */
  | { readonly trouble: ReadFailure; readonly name?: string };
