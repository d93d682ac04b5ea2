/** Named entities, which feeds use as if they were HTML. */
import { decodeHTMLStrict } from 'entities';

/** What a name stands for; undefined where it is none of HTML. */
export function decodeEntity(name: string): string | undefined {
  const written = `&${name};`;
  const meant = decodeHTMLStrict(written);
  return meant === written ? undefined : meant;
}
