// Keeps the keyboard's place: where what had the focus goes away, the focus goes to what it stood in.

/** How long what was done may take to show, in milliseconds. */
const SOON = 60;

const isThere = (element: Element) =>
  element.isConnected && !element.closest('[inert]') && element.checkVisibility();

/** What takes the focus in a part of the page: itself, or the first that can. */
const toStop = (place: Element | undefined): HTMLElement | null => {
  if (!place) return document.querySelector('#view, #map');
  return place.matches('[tabindex]')
    ? (place as HTMLElement)
    : place.querySelector('a[href], button:enabled, input, select, [tabindex="0"]');
};

/** Watches the keys until it is told to stop. */
export function keepFocus(): () => void {
  const watch = () => {
    const held = document.activeElement;
    if (!held || held === document.body) return;
    const places: Element[] = [];
    for (let at: Element | null = held; at; at = at.parentElement) places.push(at);
    setTimeout(() => {
      // Tab may also have led out of the page.
      if (isThere(held) || document.activeElement !== document.body || document.querySelector('dialog[open]'))
        return;
      toStop(places.find((place) => place.matches('section, [tabindex]') && isThere(place)))?.focus();
    }, SOON);
  };
  window.addEventListener('keydown', watch, true);
  window.addEventListener('keyup', watch, true);
  return () => {
    window.removeEventListener('keydown', watch, true);
    window.removeEventListener('keyup', watch, true);
  };
}
