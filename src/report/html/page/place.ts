/** Where the reader is, as the part of the address behind `#`: back, reload and bookmarks work. Pure. */
export type Place =
  | { readonly view: 'overview' }
  | { readonly view: 'list' }
  | { readonly view: 'related' }
  | { readonly view: 'issues' }
  | { readonly view: 'group'; readonly group: string };

export function placeOf(hash: string): Place {
  const word = hash.replace(/^#/, '');
  if (word.startsWith('group=')) return { view: 'group', group: decoded(word.slice('group='.length)) };
  return word === 'related' || word === 'issues' || word === 'list' ? { view: word } : { view: 'overview' };
}

export function hashOf(place: Place): string {
  return place.view === 'group' ? `#group=${encodeURIComponent(place.group)}` : `#${place.view}`;
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
