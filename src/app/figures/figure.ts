// Pictures of a view for papers and slides: a drawing in React, handed over as an SVG file or a PNG.
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { toXmlText } from '../../core/formats/xml';
import { readTheme, type Theme } from '../canvas/theme';

/** Faces as wide as one another, one of which every system has: what fits here fits where the file is opened. */
export const SANS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** How many pixels a text is wide in a CSS font without its family: '600 13px'. */
export type Measure = (text: string, font: string) => number;

/** Measures texts as this browser would draw them. */
export function toMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')!;
  return (text, font) => {
    context.font = `${font} ${SANS}`;
    return context.measureText(text).width;
  };
}

/** Does something with an element in which the light theme is in force: what is printed is printed on white. */
function inLight<T>(work: (element: HTMLElement) => T): T {
  const element = document.createElement('div');
  element.dataset.print = '';
  element.style.forcedColorAdjust = 'none';
  document.body.append(element);
  try {
    return work(element);
  } finally {
    element.remove();
  }
}

/** The light theme, whichever the page is in, in the faces of a figure. */
export const readPrintTheme = (): Theme => ({ ...inLight(readTheme), sans: SANS });

const PROPERTY = /var\((--[a-z-]+)\)/g;

/** Puts what the tokens are in the light theme in place of their names, which only this page knows. */
function resolve(drawing: Element): void {
  inLight((host) => {
    const known = new Map<string, string>();
    const read = (property: string) => {
      host.style.color = `var(${property})`;
      const style = getComputedStyle(host);
      const bare = style.getPropertyValue(property).trim();
      const value = known.get(property) ?? (/^[\d.]+$/.test(bare) ? bare : style.color);
      known.set(property, value);
      return value;
    };
    for (const element of [drawing, ...drawing.querySelectorAll('*')])
      for (const { name, value } of element.attributes)
        if (value.includes('var(--'))
          element.setAttribute(
            name,
            value.replace(PROPERTY, (_, property: string) => read(property)),
          );
  });
}

/** A drawing whose root is an `svg` as the text of an SVG file that stands by itself. */
export function toSvg(drawing: ReactElement): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() => root.render(drawing));
  const svg = host.firstElementChild!;
  resolve(svg);
  const text = new XMLSerializer().serializeToString(svg);
  root.unmount();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXmlText(text)}\n`;
}

/** Dots of a PNG for each pixel of its drawing, and how many a browser surely paints. */
const DENSITY = 2;
const MOST = { side: 16_000, area: 64_000_000 };

/**
 * The text of an SVG file as a PNG, twice as fine, or as fine as the browser can.
 * @throws where the browser cannot paint it.
 */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(
      DENSITY,
      MOST.side / Math.max(width, height),
      Math.sqrt(MOST.area / (width * height)),
    );
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((give, refuse) => {
      canvas.toBlob((blob) => (blob ? give(blob) : refuse(new Error('this browser cannot paint it'))));
    });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
