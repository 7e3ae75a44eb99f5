// Pictures of a view for papers and slides: a drawing in React, handed over as an SVG file or a PNG.
import { createElement, startTransition, useLayoutEffect, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { toXmlText } from '../../core/formats/xml';
import type { Steps } from '../../core/steps';
import { readTheme, type Theme } from '../canvas/theme';
import { finish } from '../steps';

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

/** What a token is in the light theme: a number, or a colour. */
const readToken = (property: string): string =>
  inLight((host) => {
    host.style.color = `var(${property})`;
    const style = getComputedStyle(host);
    const bare = style.getPropertyValue(property).trim();
    return /^[\d.]+$/.test(bare) ? bare : style.color;
  });

/** How many elements are gone through before a pause. */
const STRETCH = 200;

/** Puts what the tokens are in the light theme in place of their names, which only this page knows. */
function* resolve(drawing: Element): Steps<void> {
  const known = new Map<string, string>();
  const read = (property: string) => {
    const value = known.get(property) ?? readToken(property);
    known.set(property, value);
    return value;
  };
  for (const [index, element] of [drawing, ...drawing.querySelectorAll('*')].entries()) {
    if (index % STRETCH === 0) yield undefined;
    for (const { name, value } of element.attributes)
      if (value.includes('var(--'))
        element.setAttribute(
          name,
          value.replace(PROPERTY, (_, property: string) => read(property)),
        );
  }
}

/** Adds an element as XML text to pieces of it: one of its children after the other, where there is much in it, and no words. */
function* print(element: Element, pieces: string[], isRoot = true): Steps<void> {
  const write = (node: Element) => {
    const text = toXmlText(new XMLSerializer().serializeToString(node));
    // The root says it for all.
    return isRoot ? text : text.replace(/ xmlns="[^"]*"/, '');
  };
  yield undefined;
  if (element.querySelectorAll('*').length < STRETCH) {
    pieces.push(write(element));
    return;
  }
  pieces.push(write(element.cloneNode() as Element).replace(/\/>$/, '>'));
  for (const child of element.children) yield* print(child, pieces, false);
  pieces.push(`</${element.tagName}>`);
}

/** Draws into an element that is never on the page. @throws where the drawing cannot be made. */
const draw = (drawing: ReactElement): Promise<Element> =>
  new Promise((done, refuse) => {
    const host = document.createElement('div');
    const root = createRoot(host, { onUncaughtError: refuse });
    function Drawn() {
      useLayoutEffect(() => done(host.firstElementChild!), []);
      return drawing;
    }
    // React pauses where there is no hurry.
    startTransition(() => root.render(createElement(Drawn)));
  });

/** A drawing whose root is an `svg` as the text of an SVG file that stands by itself. */
export async function toSvg(drawing: ReactElement): Promise<string> {
  const svg = await draw(drawing);
  await finish(resolve(svg));
  const pieces: string[] = [];
  await finish(print(svg, pieces));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${pieces.join('')}\n`;
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
    const paint = (fineness: number) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.round(width * fineness), Math.round(height * fineness)];
      canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise<Blob | null>((give) => canvas.toBlob(give));
    };
    // A phone may paint no more than a quarter of what a desk does.
    const blob = (await paint(scale)) ?? (await paint(scale / 2));
    if (!blob) throw new Error('this browser cannot paint it');
    return blob;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
