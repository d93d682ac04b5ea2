/**
 * Language tags as pages declare them: checked for form and written the usual way, never looked up or believed.
 * Pure; no `Intl`, whose aliases change with its version.
 * Reference: RFC 5646 (BCP 47), sections 2.1 and 2.1.1.
 */

/** Longer tags are legal and never seen. */
const MAX_LENGTH = 35;
const TAG =
  /^([a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)((?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?)$/;
/** Codes for "no language in particular" (ISO 639-2): they declare nothing. */
const NOTHING = new Set(['und', 'mul', 'zxx', 'mis']);

/** A tag in canonical case (`zh-Hant-TW`), underscores read as hyphens; undefined where it is none. */
export function readLanguageTag(written: string): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  // POSIX locales: `pt_BR.UTF-8`, `sr_RS@latin`.
  const [plain = ''] = written.trim().toLowerCase().replaceAll('_', '-').split(/[.@]/, 1);
  const match = TAG.exec(plain);
  if (match === null) return undefined;
  const [, language = '', script = '', region = '', variants = '', rest = ''] = match;
  if (NOTHING.has(language)) return undefined;
  const titled = script === '' ? '' : `-${script.charAt(1).toUpperCase()}${script.slice(2)}`;
  return `${language}${titled}${region.toUpperCase()}${variants}${rest}`;
}
