// Keeps the keyboard's place: where what had the focus goes away, the focus goes to what it stood in.

/** How long what was done may take to show, in milliseconds. */
const SOON = 60;

const isThere = (element: Element) =>
  element.isConnected && !element.closest('[inert]') && element.checkVisibility();

/** What takes the focus in a part of the page: itself, or the first that can. */
const toStop = (place: Element): HTMLElement | null =>
  place.matches('[tabindex]')
    ? (place as HTMLElement)
    : place.querySelector('a[href], button:enabled, input, select, textarea, [tabindex="0"]');

/** Where the focus goes of places one within the other, the innermost first; in a dialog to what is nearest. */
function findStop(places: readonly Element[]): HTMLElement | null {
  const there = places.filter(isThere);
  const dialog = document.querySelector('dialog[open]');
  if (dialog) {
    const within = there.filter((place) => dialog.contains(place));
    return within.map(toStop).find((stop) => stop !== null) ?? null;
  }
  const place = there.find((one) => one.matches('section, [tabindex]'));
  return place ? toStop(place) : document.querySelector('#view, #map');
}

/**
 * Gives what is clicked the focus, as all browsers but Safari do, which gives it to what is clicked in: where a dialog was opened
 * from would else be lost.
 */
function take({ target, isTrusted }: MouseEvent): void {
  const clicked = (target as Element).closest<HTMLElement>('a[href], button, input, summary');
  if (isTrusted && clicked && document.activeElement?.contains(clicked))
    clicked.focus({ preventScroll: true });
}

/** Watches the keys and the mouse until it is told to stop. */
export function keepFocus(): () => void {
  const watch = () => {
    const held = document.activeElement;
    if (!held || held === document.body) return;
    const places: Element[] = [];
    for (let at: Element | null = held; at; at = at.parentElement) places.push(at);
    setTimeout(() => {
      // Tab may also have led out of the page.
      if (!isThere(held) && document.activeElement === document.body) findStop(places)?.focus();
    }, SOON);
  };
  window.addEventListener('keydown', watch, true);
  window.addEventListener('keyup', watch, true);
  window.addEventListener('click', take, true);
  return () => {
    window.removeEventListener('keydown', watch, true);
    window.removeEventListener('keyup', watch, true);
    window.removeEventListener('click', take, true);
  };
}
