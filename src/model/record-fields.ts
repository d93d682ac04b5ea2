/** Fields that a record may have, by our names for them. Must not say how they are found. */

export const FIELDS = ['text', 'id', 'title', 'date', 'url', 'source'] as const;
export type Field = (typeof FIELDS)[number];
