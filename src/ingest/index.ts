/** Ingest: from arguments to raw articles. The only door of this folder; owns no code. */
export { type DiscoveredFile, type Discovery, type DiscoveryRequest, discover } from './discover.ts';
export { compileGlob, isGlob } from './glob.ts';
export { ingest } from './ingest.ts';
export { DEFAULT_MAX_RECORD_BYTES, type IngestItem, type IngestRequest } from './request.ts';
