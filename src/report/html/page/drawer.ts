/** The browser's storage, as far as it lets itself be used. Must not know what is kept in it. */
import type { Drawer } from './review.ts';

/** Some browsers refuse storage to files, or to everyone who asks. */
export function openDrawer(): Drawer | undefined {
  try {
    const drawer = window.localStorage;
    drawer.getItem('dedupe.theme');
    return drawer;
  } catch {
    return undefined;
  }
}
