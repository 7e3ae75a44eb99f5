// The words over the map, on a canvas of their own.
import type Sigma from 'sigma';
import { toBoxes, type Screen } from './camera';
import type { Box } from './grid';
import { LabelPainter } from './labels';
import { toNames, toRelations, type Canvas } from './names';
import type { Scene } from './scene';

/** Where the map's tools and messages lie over it: every element of its section marked with `data-over-map`. */
function toReserved(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect();
  return [...(container.closest('section')?.querySelectorAll('[data-over-map]') ?? [])].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
  });
}

/** A canvas over a Sigma, and what paints on it. */
export function toOverlay(sigma: Sigma) {
  const overlay = sigma.createCanvas('words', { style: { pointerEvents: 'none' } });
  const context = overlay.getContext('2d')!;
  const painter = new LabelPainter(context);
  /** Paints the names there is room for; where the scene is arranged, `screen` is where its pixels are. */
  const paint = (scene: Scene, canvas: Canvas, screen: Screen | undefined): void => {
    const { width, height } = sigma.getDimensions();
    const dense = window.devicePixelRatio || 1;
    if (overlay.width !== width * dense || overlay.height !== height * dense) {
      overlay.width = width * dense;
      overlay.height = height * dense;
      overlay.style.width = `${width}px`;
      overlay.style.height = `${height}px`;
    }
    context.setTransform(dense, 0, 0, dense, 0, 0);
    context.clearRect(0, 0, width, height);
    const reserved = toReserved(sigma.getContainer());
    const { arrangement } = scene.arranged ?? {};
    // Cards carry their own words; only what joins them is named.
    const { items, dots } = arrangement
      ? { items: toRelations(scene, arrangement.edges, canvas), dots: [] }
      : toNames(scene, canvas);
    if (arrangement) reserved.push(...toBoxes(screen!, arrangement.boxes.values()));
    painter.paint(items, dots, reserved, scene.theme, { width, height });
  };
  return { painter, paint };
}
