// What around the map it is drawn for: colours, and room.

/** Tells when the page's colours change, and when an element that is shown has another size; until what it returns is called. */
export function watchSurroundings(
  element: HTMLElement,
  { onTheme, onSize }: { onTheme: () => void; onSize: (size: { width: number; height: number }) => void },
): () => void {
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  const themed = new MutationObserver(onTheme);
  themed.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast'],
  });
  scheme.addEventListener('change', onTheme);
  const resized = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) onSize({ width, height });
  });
  resized.observe(element);
  return () => {
    scheme.removeEventListener('change', onTheme);
    themed.disconnect();
    resized.disconnect();
  };
}
