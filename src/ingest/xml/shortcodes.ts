/**
 * Shortcodes of WordPress (`[caption ...]`, `[gallery ids="1,2"]`), which its export leaves as they are stored. Words in
 * brackets that nothing shows to be one stay ("[sic]", "[Reuters]"). Linear. Reference: WordPress, Shortcode API.
 */

/** What these stand around is an address or a caption, no text of the article. */
const MEDIA =
  /\[(embed|audio|video|playlist|caption|wp_caption)(?:\s[^[\]]{0,500})?\][^[\]]{0,2000}\[\/\1\]/g;
const TAG = /\[(\/?)([a-z][a-z\d_-]{1,40})((?:\s[^[\]]{0,2000})?)\/?\]/g;
const KNOWN: ReadonlySet<string> = new Set(
  'audio caption contact-form contact-form-7 embed gallery playlist video wp_caption'.split(' '),
);

/** The content of a post without them. */
export function withoutShortcodes(content: string): string {
  if (!content.includes('[')) return content;
  const bare = content.replace(MEDIA, '');
  const closed = new Set(Array.from(bare.matchAll(TAG), ([, slash, name]) => (slash === '' ? '' : name)));
  return bare.replace(TAG, (written, _, name: string, rest: string) => {
    const isOne = KNOWN.has(name) || closed.has(name) || /\s[a-z][\w-]{0,40}=["'\d]/.test(rest);
    return isOne ? '' : written;
  });
}
