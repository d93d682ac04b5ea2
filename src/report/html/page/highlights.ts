/**
 * What is shared lights up together: pointing at a word, or focusing it, shows the same one in the other text and in
 * the evidence; choosing it goes there. Owns the focus among marks: one stop of Tab for each text, arrows from there.
 */
export function connectHighlights(root: HTMLElement): void {
  const lit = (key: string | undefined): void => {
    for (const node of root.querySelectorAll<HTMLElement>('.lit')) node.classList.remove('lit');
    if (key === undefined) return;
    for (const node of withKey(root, key)) node.classList.add('lit');
  };
  const keyAt = (target: EventTarget | null): string | undefined =>
    target instanceof Element
      ? (target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? undefined)
      : undefined;
  root.addEventListener('pointerover', (event) => lit(keyAt(event.target)));
  root.addEventListener('pointerleave', () => lit(undefined));
  root.addEventListener('focusin', (event) => lit(keyAt(event.target)));
  root.addEventListener('focusout', () => lit(undefined));
  root.addEventListener('click', (event) => {
    if (event.target instanceof HTMLElement) follow(root, event.target, lit);
  });
  root.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !target.matches('mark[data-key]')) return;
    const step =
      key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) moveFocus(target, step);
    else if (key === 'Enter' || key === ' ') follow(root, target, lit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  for (const article of root.querySelectorAll('article')) makeStop(article.querySelector('mark[data-key]'));
}

function withKey(root: HTMLElement, key: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-key]')].filter((node) => node.dataset['key'] === key);
}

/** From a word to the same word in the other text; from the evidence to the word in both. */
function follow(root: HTMLElement, from: HTMLElement, lit: (key: string | undefined) => void): void {
  const origin = from.closest<HTMLElement>('[data-key]');
  const key = origin?.dataset['key'];
  if (origin === null || key === undefined) return;
  const own = origin.closest('article');
  const targets = [...root.querySelectorAll('article')]
    .filter((article) => article !== own)
    .flatMap((article) => withKey(article, key)[0] ?? []);
  for (const target of targets) scrollInto(target);
  const [first] = targets;
  if (first !== undefined) {
    makeStop(first);
    if (own !== null) first.focus({ preventScroll: true });
  }
  lit(key);
}

/** Inside its own column: the page must not jump, or the other text is lost from sight. */
function scrollInto(target: HTMLElement): void {
  const column = target.closest('article');
  if (column === null || column.scrollHeight <= column.clientHeight) {
    target.scrollIntoView({ block: 'nearest' });
    return;
  }
  const offset = target.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollTop += offset - column.clientHeight / 2;
}

function moveFocus(from: HTMLElement, step: number): void {
  const marks = [...(from.closest('article')?.querySelectorAll<HTMLElement>('mark[data-key]') ?? [])];
  const next = marks[marks.indexOf(from) + step];
  if (next === undefined) return;
  makeStop(next);
  next.focus();
}

function makeStop(mark: HTMLElement | null): void {
  if (mark === null) return;
  for (const other of mark.closest('article')?.querySelectorAll('mark[tabindex="0"]') ?? [])
    other.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
}
