/** Names of files that are ours wherever they lie: whoever reads a folder must know them. */

/** Settings. */
export const CONFIG_NAME = 'dedupe.config.json';
