// A line drawn free-hand over the map, around what is to be selected.

/** A place in CSS pixels of the map. */
export type Point = { x: number; y: number };

/** Less than this is a click by a shaky hand, in pixels. */
const LEAST = 6;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws a line wherever a pointer is dragged over an element while it `isWanted`. `onHold` is told while the pointer is down;
 * `onEnd` gets what was drawn, in CSS pixels from the element's corner. Returns how to end it.
 */
export function followLasso(
  surface: HTMLElement,
  {
    isWanted,
    onHold,
    onEnd,
  }: {
    isWanted: (event: PointerEvent) => boolean;
    onHold: (held: boolean) => void;
    onEnd: (line: readonly Point[]) => void;
  },
): () => void {
  const document = surface.ownerDocument;
  const picture = document.createElementNS(SVG, 'svg');
  picture.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none';
  const path = document.createElementNS(SVG, 'path');
  path.style.cssText =
    'fill: var(--accent); fill-opacity: 0.12; stroke: var(--accent); stroke-width: 2; stroke-dasharray: 5 4';
  picture.append(path);
  let line: Point[] = [];
  let pointer: number | undefined;
  const toPoint = (event: PointerEvent): Point => {
    const { left, top } = surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const begin = (event: PointerEvent) => {
    if (pointer !== undefined || event.button !== 0 || !isWanted(event)) return;
    pointer = event.pointerId;
    line = [toPoint(event)];
    surface.append(picture);
    onHold(true);
  };
  const go = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    line.push(toPoint(event));
    path.setAttribute('d', `M${line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    picture.remove();
    path.removeAttribute('d');
    onHold(false);
    const far = line.some(({ x, y }) => Math.hypot(x - line[0]!.x, y - line[0]!.y) >= LEAST);
    if (event.type === 'pointerup' && far) onEnd(line);
  };
  surface.addEventListener('pointerdown', begin, true);
  document.addEventListener('pointermove', go);
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', end);
  return () => {
    surface.removeEventListener('pointerdown', begin, true);
    document.removeEventListener('pointermove', go);
    document.removeEventListener('pointerup', end);
    document.removeEventListener('pointercancel', end);
  };
}

/** Whether a place lies within a closed line, by the even–odd rule. */
export function isWithin({ x, y }: Point, line: readonly Point[]): boolean {
  let inside = false;
  for (const [index, a] of line.entries()) {
    const b = line[index === 0 ? line.length - 1 : index - 1]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
