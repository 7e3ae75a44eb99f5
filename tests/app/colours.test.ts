// The colours of style/tokens.css: told apart with any kind of colour vision, and read against what they stand on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOFT } from '../../src/app/canvas/theme';

type Rgb = readonly [number, number, number];
type Tokens = ReadonlyMap<string, readonly [light: string, dark: string]>;

const CSS = readFileSync(path.resolve(import.meta.dirname, '../../src/app/style/tokens.css'), 'utf8');

/** The colours that a rule sets. */
function readTokens(selector: string): Tokens {
  const start = CSS.indexOf(`${selector} {`);
  const rule = CSS.slice(start, CSS.indexOf('\n}', start));
  return new Map(
    [...rule.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name, light, dark]) => [name!, [light!, dark!]],
    ),
  );
}

const STANDARD = readTokens(':root');
const HIGH = new Map([...STANDARD, ...readTokens(":root[data-contrast='high']")]);
const PALETTES = [
  ['standard, light', STANDARD, 0],
  ['standard, dark', STANDARD, 1],
  ['high contrast, light', HIGH, 0],
  ['high contrast, dark', HIGH, 1],
] as const;

/** sRGB to linear light, each 0 to 1. */
function toLinear(hex: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Contrast as WCAG 2 defines it, 1 to 21. */
function toContrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map(toLinear)
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** What people see who lack one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1.0), in linear light. */
const VISION = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const simulate = (matrix: (typeof VISION)[keyof typeof VISION], [red, green, blue]: Rgb): Rgb => {
  const row = (index: 0 | 1 | 2) => {
    const [r, g, b] = matrix[index];
    return Math.min(1, Math.max(0, r * red + g * green + b * blue));
  };
  return [row(0), row(1), row(2)];
};

/** CIELAB, D65. */
function toLab([red, green, blue]: Rgb): Rgb {
  const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const DEGREE = Math.PI / 180;

/** CIEDE2000 (Sharma, Wu, Dalal 2005); about 1 is the least that can be seen, 10 is seen at a glance. */
function toDifference([light1, a1, b1]: Rgb, [light2, a2, b2]: Rgb): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const toHue = (a: number, b: number) =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a * (1 + g)) / DEGREE + 360) % 360;
  const [h1, h2] = [toHue(a1, b1), toHue(a2, b2)];
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const hue = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const [light, chroma] = [(light1 + light2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos((hue - 30) * DEGREE) +
    0.24 * Math.cos(2 * hue * DEGREE) +
    0.32 * Math.cos((3 * hue + 6) * DEGREE) -
    0.2 * Math.cos((4 * hue - 63) * DEGREE);
  const rotation =
    -2 *
    Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) *
    Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * DEGREE);
  const byLight = (light2 - light1) / (1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2));
  const byChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const byHue = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE)) / (1 + 0.015 * chroma * t);
  return Math.sqrt(byLight ** 2 + byChroma ** 2 + byHue ** 2 + rotation * byChroma * byHue);
}

const SETS = {
  'types of node': ['topic', 'claim', 'recommendation', 'person', 'organisation', 'report', 'article'],
  stances: ['for', 'against', 'mixed', 'neutral'],
  'lines of the argument': ['disputes', 'supports', 'responds'],
};

/** A line for each two of a set that someone can hardly tell apart. */
const findAlike = (tokens: Tokens, scheme: 0 | 1, names: readonly string[], least: number) =>
  Object.entries(VISION).flatMap(([vision, matrix]) =>
    names.flatMap((one, index) =>
      names.slice(index + 1).flatMap((other) => {
        const [a, b] = [one, other].map((name) =>
          toLab(simulate(matrix, toLinear(tokens.get(name)![scheme]))),
        );
        const difference = toDifference(a!, b!);
        return difference < least ? [`${one} and ${other} with ${vision}: ${difference.toFixed(1)}`] : [];
      }),
    ),
  );

test('the difference of two colours is that of the published example pairs', () => {
  const pairs: [Rgb, Rgb, number][] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1, 2], [50, 0, 0], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [a, b, difference] of pairs) expect(toDifference(a, b)).toBeCloseTo(difference, 3);
});

describe.each(PALETTES)('%s', (_, tokens, scheme) => {
  test.each(Object.entries(SETS))('the %s stay apart whatever colours one sees', (_name, names) => {
    expect(findAlike(tokens, scheme, names, 9.9)).toEqual([]);
  });
});

test('colours that someone takes for one another are named', () => {
  const alike: Tokens = new Map([
    ['red', ['#b04a4a', '#b04a4a']],
    ['green', ['#6a6a4a', '#6a6a4a']],
    ['blue', ['#2040c0', '#2040c0']],
  ]);
  expect(findAlike(alike, 0, ['red', 'green', 'blue'], 25).join('; ')).toMatch(/red and green with deuter/);
  expect(findAlike(alike, 0, ['red', 'green', 'blue'], 25).join('; ')).not.toMatch(/blue with common/);
});

const SURFACES = ['paper', 'panel', 'sunken', 'source', 'accent-soft'];
const TEXTS = ['ink', 'ink-soft', 'accent', 'disputes', 'supports', 'responds', 'alarm'];

describe.each(PALETTES)('%s', (name, tokens, scheme) => {
  const least = name.startsWith('high') ? 7 : 4.5;
  const faint = (texts: readonly string[], surfaces: readonly string[], ratio: number) =>
    texts.flatMap((text) =>
      surfaces.flatMap((surface) => {
        const contrast = toContrast(tokens.get(text)![scheme], tokens.get(surface)![scheme]);
        return contrast < ratio ? [`${text} on ${surface}: ${contrast.toFixed(2)}`] : [];
      }),
    );

  test(`every colour of text has ${least} : 1 against all it stands on`, () => {
    const onAll = name.startsWith('high') ? TEXTS : ['ink', 'ink-soft', 'accent'];
    expect(faint(onAll, SURFACES, least)).toEqual([]);
    expect(faint(TEXTS, ['paper', 'panel', 'source'], least)).toEqual([]);
    expect(faint(['ink'], ['marked'], least)).toEqual([]);
    expect(faint(['alarm', 'ink'], ['alarm-soft'], least)).toEqual([]);
    expect(faint(['on-accent'], ['accent'], least)).toEqual([]);
  });

  test('lines of the argument stand out from the paper, soft ones too', () => {
    const mix = (one: string, other: string) =>
      `#${[1, 3, 5]
        .map((at) => {
          const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
          return Math.round(a! * SOFT + b! * (1 - SOFT))
            .toString(16)
            .padStart(2, '0');
        })
        .join('')}`;
    const paper = tokens.get('paper')![scheme];
    for (const type of SETS['lines of the argument'])
      expect(toContrast(mix(tokens.get(type)![scheme], paper), paper)).toBeGreaterThanOrEqual(3);
  });

  test('borders of controls, and with high contrast all lines and signs, stand out', () => {
    expect(faint(['rule-strong'], ['paper', 'panel', 'source'], 3)).toEqual([]);
    if (!name.startsWith('high')) return;
    const signs = [...Object.values(SETS).flat(), 'rule', 'line', 'coded', 'authored', 'about', 'rated'];
    expect(faint(signs, ['paper', 'panel', 'source'], 3)).toEqual([]);
  });
});
