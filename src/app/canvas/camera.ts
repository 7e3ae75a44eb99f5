// Moves the camera over the map and over what is arranged on it.
import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import type { Rectangle } from '../../core/lanes';
import { WHOLE, type Camera } from '../camera';
import { HOME, type Arrangement } from './arrangement';
import type { Box } from './grid';
import type { Place } from './held';

/** Where on the screen the pixels of an arrangement are: x → left + zoom · x. */
export type Screen = { left: number; top: number; zoom: number };

export const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The camera of a Sigma; tells where it comes to rest. */
export function toCamera(sigma: Sigma, onRest: (camera: Camera) => void) {
  const camera = sigma.getCamera();
  /** Where a movement goes, until it is there or another, as that of the wheel, takes its place. */
  let goal: CameraState | undefined;
  /** Where the camera is, or is on its way to. */
  const toGoal = () => (camera.isAnimated() && goal) || camera.getState();
  const go = (to: Partial<Camera>) => {
    const end = { ...toGoal(), ...to };
    // Sigma divides by the duration: without motion there is no animation, but a jump.
    if (still()) return void camera.setState(end);
    goal = end;
    void camera.animate(end, { duration: 300 }).then(() => {
      if (goal === end) goal = undefined;
    });
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    const { x, y, ratio } = camera.getState();
    // On a slow machine it may be long from one frame of a movement to the next.
    if (camera.isAnimated()) waiting = setTimeout(rest, 200);
    else onRest({ x, y, ratio });
  };
  camera.on('updated', () => {
    clearTimeout(waiting);
    waiting = setTimeout(rest, 200);
  });
  const toScreen = (cameraState = camera.getState()): Screen => {
    const corner = sigma.viewportToGraph({ x: 0, y: 0 }, { cameraState: HOME });
    const origin = sigma.graphToViewport(corner, { cameraState });
    return { left: origin.x, top: origin.y, zoom: 1 / cameraState.ratio };
  };
  return {
    toScreen,
    home: () => go(WHOLE),
    zoomBy: (factor: number) => go({ ratio: camera.getBoundedRatio(toGoal().ratio / factor) }),
    panBy: (right: number, down: number) => {
      const { x, y, ratio } = toGoal();
      go({ x: x + right * 0.15 * ratio, y: y - down * 0.15 * ratio });
    },
    /** Goes there by a movement, or `at once`. */
    look: (wanted: Camera, atOnce = false) => {
      // Where the camera was about to come to rest is told no more.
      clearTimeout(waiting);
      const { x, y, ratio } = camera.getState();
      // A movement that has only begun is still where it set out.
      if (!camera.isAnimated() && wanted.x === x && wanted.y === y && wanted.ratio === ratio) return;
      if (atOnce) camera.setState(wanted);
      else go(wanted);
    },
    /** Goes to where all these places of the graph fill the map, as far as it makes sense to go in. */
    frame: (places: readonly Place[], closest: number, farthest = Infinity) => {
      const [across, up] = [places.map(({ x }) => x), places.map(({ y }) => y)];
      const toFramed = (place: Place) => sigma.viewportToFramedGraph(sigma.graphToViewport(place));
      const from = toFramed({ x: Math.min(...across), y: Math.min(...up) });
      const to = toFramed({ x: Math.max(...across), y: Math.max(...up) });
      const ratio = Math.max(to.x - from.x, to.y - from.y) * 1.3;
      go({
        x: (from.x + to.x) / 2,
        y: (from.y + to.y) / 2,
        ratio: Math.min(Math.max(ratio, closest), farthest),
      });
    },
    /** Goes to a place (framed coordinates) where that is at the border or out of sight. */
    keepInSight: (place: Place) => {
      const { x, y } = sigma.framedGraphToViewport(place);
      const { width, height } = sigma.getDimensions();
      const [across, down] = [width * 0.15, height * 0.15];
      if (x < across || y < down || x > width - across || y > height - down) go({ x: place.x, y: place.y });
    },
    /** Brings a part of an arrangement into sight, clear of what lies over the canvas, at most so much enlarged. */
    enclose: ({ over }: Arrangement, box: Rectangle, most: number) => {
      const { width, height } = sigma.getDimensions();
      const zoom = Math.min(
        (width - over.left - 24) / box.width,
        (height - over.top - 24) / box.height,
        most,
      );
      if (zoom === 1) return go(WHOLE);
      // The middle of the canvas, as far from the box's middle as the middle of what is free is from it.
      const middle = {
        x: box.left + box.width / 2 - over.left / 2 / zoom,
        y: box.top + box.height / 2 - over.top / 2 / zoom,
      };
      go({
        ...sigma.viewportToFramedGraph(middle, { cameraState: HOME }),
        ratio: camera.getBoundedRatio(1 / zoom),
      });
    },
    /** Moves, no farther than it takes, to where a card of an arrangement is in sight. */
    bringIn: ({ over }: Arrangement, box: Rectangle) => {
      const cameraState = toGoal();
      const { left, top, zoom } = toScreen(cameraState);
      const { width, height } = sigma.getDimensions();
      /** How far to move so that what lies from `from` to `to` is between `least` and `most`; its beginning where it is too long. */
      const toShift = (from: number, to: number, least: number, most: number) =>
        from < least || to - from > most - least ? least - from : Math.min(0, most - to);
      const right = toShift(
        left + box.left * zoom,
        left + (box.left + box.width) * zoom,
        over.left + 8,
        width - 8,
      );
      const down = toShift(
        top + box.top * zoom,
        top + (box.top + box.height) * zoom,
        over.top + 8,
        height - 8,
      );
      if (right !== 0 || down !== 0)
        go(sigma.viewportToFramedGraph({ x: width / 2 - right, y: height / 2 - down }, { cameraState }));
    },
    /** Goes no nearer than this ratio; as a setting of Sigma’s it would have all drawn anew. */
    limit: (ratio: number) => {
      camera.minRatio = ratio;
      camera.setState(camera.getState());
    },
    /** Tells nothing any more. */
    end: () => clearTimeout(waiting),
  };
}

/** Where boxes of an arrangement lie on the screen. */
export function toBoxes({ left, top, zoom }: Screen, boxes: Iterable<Rectangle>): Box[] {
  return [...new Set(boxes)].map((box) => {
    const [x, y] = [left + box.left * zoom, top + box.top * zoom];
    return { left: x, top: y, right: x + box.width * zoom, bottom: y + box.height * zoom };
  });
}
