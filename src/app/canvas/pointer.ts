// What is done on the map with a mouse or a finger.
import type Sigma from 'sigma';
import { followLasso, isWithin, type Point } from './lasso';

/** Says whether a lasso can be drawn; is told what is pointed at, clicked (undefined: nothing), added to what is selected or taken out, clicked twice, and drawn around. */
type Told = {
  canDraw: () => boolean;
  hover: (id: string | undefined) => void;
  select: (id: string | undefined) => void;
  toggle: (id: string) => void;
  expand: (id: string) => void;
  lasso: (isInside: (place: Point) => boolean) => void;
};

/** Follows what is done on a Sigma until `end` is called; after `selectSeveral(true)` dragging draws a lasso and clicking adds. */
export function followPointer(sigma: Sigma, surface: HTMLElement, told: Told) {
  sigma.on('enterNode', ({ node }) => told.hover(node));
  sigma.on('leaveNode', () => told.hover(undefined));
  sigma.on('enterEdge', ({ edge }) => told.hover(edge));
  sigma.on('leaveEdge', () => told.hover(undefined));
  let several = false;
  // Where a finger lifts off that drew a lasso Sigma may see a tap: what comes before the next press is none.
  let hasDrawn = false;
  surface.addEventListener('pointerdown', () => (hasDrawn = false), true);
  const click = (id: string | undefined, { original }: { original: MouseEvent | TouchEvent }) => {
    if (hasDrawn) return;
    const adds = several || original.shiftKey || original.ctrlKey || original.metaKey;
    if (!adds) told.select(id);
    else if (id !== undefined) told.toggle(id);
  };
  sigma.on('clickNode', ({ node, event }) => click(node, event));
  sigma.on('clickEdge', ({ edge, event }) => click(edge, event));
  sigma.on('clickStage', ({ event }) => click(undefined, event));
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault();
    told.expand(node);
  });
  const camera = sigma.getCamera();
  let release: ReturnType<typeof setTimeout> | undefined;
  const end = followLasso(surface, {
    isWanted: (event) => (several || event.shiftKey) && told.canDraw(),
    // Only after Sigma, too, has seen the pointer lift off: it would have the map glide on as after its last movement.
    onHold: (held) => {
      clearTimeout(release);
      if (held) camera.disable();
      else release = setTimeout(() => camera.enable());
    },
    onEnd: (line) => {
      hasDrawn = true;
      told.lasso((place) => isWithin(place, line));
    },
  });
  return {
    selectSeveral: (on: boolean) => {
      several = on;
      // A finger that draws must not scroll the page.
      surface.style.touchAction = on ? 'none' : '';
    },
    end,
  };
}

/** The same event once more, to be dispatched elsewhere. */
export function toCopy(event: WheelEvent | MouseEvent | TouchEvent): Event {
  if (event instanceof WheelEvent) return new WheelEvent(event.type, event);
  if (event instanceof MouseEvent) return new MouseEvent(event.type, event);
  return new TouchEvent(event.type, {
    touches: [...event.touches],
    targetTouches: [...event.targetTouches],
    changedTouches: [...event.changedTouches],
  });
}
