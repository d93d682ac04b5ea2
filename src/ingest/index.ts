/** Ingest: from arguments to raw articles. The only door of this folder; owns no code. */
export { type Discovery, type DiscoveryRequest, discover } from './discover.ts';
export { fileType } from './formats.ts';
export { isGlob } from './glob.ts';
export { compileGlob } from './glob-match.ts';
export { IGNORE_FILE } from './ignore/rules.ts';
export { cutFile, cutFiles, ingest, witnessFile } from './ingest.ts';
export { IssueCap } from './issue-cap.ts';
export { ValueScanner } from './json-scan.ts';
export type { DiscoveredFile } from './order-files.ts';
export type { Part } from './parts.ts';
export { movedOrigin, originOf, pathFromBytes, shownPath } from './path-name.ts';
export { readPart } from './read-part.ts';
export {
  type ArticleItem,
  DEFAULT_MAX_RECORD_BYTES,
  type IngestItem,
  type IngestRequest,
  type IssueItem,
} from './request.ts';
export { isWithin, stillThere } from './still-there.ts';
export { type Seen, type Stamp, Witness } from './witness.ts';
export { writtenRecord } from './written-record.ts';
