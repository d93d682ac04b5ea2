/** A place whose content is drawn as wide as there is room, and again when that changes. Must not know what it draws. */
import { element, fill, type Properties } from '../dom.ts';

/** The width is in CSS pixels, whole, and never 0. */
export function fitted(properties: Properties, draw: (width: number) => Element): HTMLElement {
  const place = element('div', properties);
  let drawnWidth = 0;
  new ResizeObserver(() => {
    const width = Math.floor(place.clientWidth);
    if (width === 0 || width === drawnWidth) return;
    drawnWidth = width;
    fill(place, draw(width));
  }).observe(place);
  return place;
}
