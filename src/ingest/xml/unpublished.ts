/**
 * Items of exports of WordPress and Blogger that are no published articles: drafts, the trash, menus, pictures, settings,
 * comments. Owns how they are told, on bytes; must not parse them. Kinds that are not known are articles.
 * Reference: WXR 1.2 (WordPress, wp-admin/includes/export.php); Blogger Data API 2.0; Blogger's Takeout.
 */

/** What is counted, in words for people. */
export type LeftKind = 'unpublished' | 'comments' | 'parts of the site';

export const LEFT_NAMES: Readonly<Record<LeftKind, string>> = {
  unpublished: 'that were not published (drafts, the trash)',
  comments: 'that are comments',
  'parts of the site': 'that are menus, pictures, styles, settings or templates',
};

type Tell = (element: Buffer) => LeftKind | undefined;

/** How the elements of a document are told, by its beginning; undefined where all of them are articles. */
export function unpublishedIn(opening: string): Tell | undefined {
  if (opening.includes('://wordpress.org/export/')) return ofWordPress;
  return /schemas\.google\.com\/(?:g\/2005|blogger)/.test(opening) ? ofBlogger : undefined;
}

const SITE_TYPES: ReadonlySet<string> = new Set(
  'attachment nav_menu_item custom_css customize_changeset oembed_cache revision user_request wp_block wp_font_face wp_font_family wp_global_styles wp_navigation wp_template wp_template_part'.split(
    ' ',
  ),
);
const OPEN_STATES: ReadonlySet<string> = new Set(['draft', 'auto-draft', 'pending', 'trash']);
const BODY_END = '</content:encoded>';

/** Its fields stand behind the text, which may speak of them. */
function ofWordPress(element: Buffer): LeftKind | undefined {
  const end = element.lastIndexOf(BODY_END);
  const fields = element.toString('latin1', end === -1 ? 0 : end);
  const fieldOf = (name: string): string => {
    const at = fields.indexOf(`<wp:${name}>`);
    const written = at === -1 ? '' : fields.slice(at + name.length + 5, at + name.length + 105);
    return /^\s{0,20}(?:<!\[CDATA\[)?\s{0,20}([\w-]{1,40})/.exec(written)?.[1] ?? '';
  };
  if (SITE_TYPES.has(fieldOf('post_type'))) return 'parts of the site';
  return OPEN_STATES.has(fieldOf('status')) ? 'unpublished' : undefined;
}

const BLOGGER_KINDS: ReadonlyMap<string, LeftKind> = new Map([
  ['comment', 'comments'],
  ['settings', 'parts of the site'],
  ['template', 'parts of the site'],
]);

/** The text is escaped: markup that says so is that of the entry. */
function ofBlogger(element: Buffer): LeftKind | undefined {
  const fields = element.toString('latin1');
  const kind = /\/blogger\/2008\/kind#([a-z]{1,20})["']|<blogger:type>([A-Za-z]{1,20})</.exec(fields);
  const left = BLOGGER_KINDS.get((kind?.[1] ?? kind?.[2] ?? '').toLowerCase());
  if (left !== undefined) return left;
  return /<app:draft>yes<|<blogger:status>(?:DRAFT|SOFT_TRASHED)</.test(fields) ? 'unpublished' : undefined;
}
