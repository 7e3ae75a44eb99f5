// The colours and faces of style/tokens.css as the canvas needs them: resolved for the theme now in force.
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';

/** A colour as [red, green, blue], each 0 to 255. */
type Rgb = readonly [number, number, number];

export type Theme = {
  /** The colour of a custom property, as 'rgb(…)'. */
  colour: (property: string) => string;
  /** The same, mixed into the paper as far as a line can be that is to be seen. */
  soft: (property: string) => string;
  /** The same, mixed into the paper until only a trace is left. */
  faded: (property: string) => string;
  sans: string;
};

/** What is left of a soft colour: lines of the argument keep 3 : 1 against the paper (WCAG 1.4.11). */
export const SOFT = 0.75;

const PROPERTIES = new Set<string>([
  ...Object.values(NODE_LOOK).map((look) => look.colour),
  ...Object.values(EDGE_LOOK).map((look) => look.colour),
  '--line',
  '--paper',
  '--ink',
  '--ink-soft',
  '--accent',
  '--pictogram',
]);

/** Reads the tokens as they are for an element now. */
export function readTheme(element: HTMLElement): Theme {
  const probe = element.ownerDocument.createElement('span');
  // The system's colours would all be one.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const colours = new Map<string, Rgb>();
  for (const property of PROPERTIES) {
    probe.style.color = `var(${property})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    colours.set(property, [red, green, blue]);
  }
  const { fontFamily: sans } = getComputedStyle(probe);
  const trace = Number(getComputedStyle(probe).getPropertyValue('--trace'));
  probe.remove();
  const paper = colours.get('--paper')!;
  const print = (rgb: readonly number[]) => `rgb(${rgb.map(Math.round).join(',')})`;
  const printed = new Map([...colours].map(([property, rgb]) => [property, print(rgb)]));
  /** Every colour mixed into the paper, `share` of it left. */
  const mix = (share: number) =>
    new Map(
      [...colours].map(([property, rgb]) => [
        property,
        print([0, 1, 2].map((part) => rgb[part]! * share + paper[part]! * (1 - share))),
      ]),
    );
  const [soft, faded] = [mix(SOFT), mix(trace)];
  return {
    colour: (property) => printed.get(property)!,
    soft: (property) => soft.get(property)!,
    faded: (property) => faded.get(property)!,
    sans,
  };
}
