/** Light, dark, or as the system has it. Owns the switch; the colours stand in the style. */
import { element } from './dom.ts';
import type { Drawer } from './review.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const KEY = 'dedupe.theme';

export function themeSwitch(drawer: Drawer | undefined): HTMLElement {
  const select = element(
    'select',
    { 'aria-label': 'Colours' },
    ...THEMES.map((theme) =>
      element('option', { value: theme }, theme === 'auto' ? 'system colours' : theme),
    ),
  );
  const apply = (value: string): void => {
    const theme = THEMES.find((known) => known === value) ?? 'auto';
    select.value = theme;
    if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
  };
  apply(stored(drawer));
  select.addEventListener('change', () => {
    apply(select.value);
    try {
      drawer?.setItem(KEY, select.value);
    } catch {
      // The choice lasts as long as the page.
    }
  });
  return select;
}

function stored(drawer: Drawer | undefined): string {
  try {
    return drawer?.getItem(KEY) ?? 'auto';
  } catch {
    return 'auto';
  }
}
