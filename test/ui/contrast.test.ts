import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../src/ui/components/theme.js';

type Palette = Readonly<Record<'name' | 'background' | 'foreground', string>>;
type Colour = readonly [red: number, green: number, blue: number];

/** Common themes of terminals, with where their values are from. */
const { palettes } = JSON.parse(
  readFileSync(new URL('../fixtures/palettes/palettes.json', import.meta.url), 'utf8'),
) as { readonly palettes: readonly Palette[] };

const colourIn = (hex: string): Colour => {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[\da-f]{2}/g) ?? []).map((two) =>
    Number.parseInt(two, 16),
  );
  return [red, green, blue];
};

/** The levels of the cube of 6 by 6 by 6 colours, which begins at 16 of the 256 (xterm, ctlseqs). */
const LEVELS = [0, 95, 135, 175, 215, 255];

const cubeColour = (index: number): Colour => {
  const level = (place: number): number => LEVELS[Math.floor((index - 16) / place) % 6] ?? 0;
  return [level(36), level(6), level(1)];
};

/** Relative luminance, from 0 to 1 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('the formula gives the contrast of black on white, and of the grey that just passes AA', () => {
  expect(contrast(colourIn('#000000'), colourIn('#ffffff'))).toBeCloseTo(21);
  expect(contrast(colourIn('#767676'), colourIn('#ffffff'))).toBeCloseTo(4.54, 2);
});

test('twelve themes are tried, light and dark', () => {
  const lights = palettes.filter(({ background }) => luminance(colourIn(background)) > 0.5);
  expect([palettes.length, lights.length]).toEqual([12, 5]);
});

describe.each(palettes)('in $name', ({ background }) => {
  test.each(Object.entries(COLOURS))('the colour "%s" has a contrast of 3 to 1', (_, index) => {
    expect(contrast(cubeColour(index), colourIn(background))).toBeGreaterThanOrEqual(3);
  });
});
