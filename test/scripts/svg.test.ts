import { describe, expect, test } from 'vitest';
import { DARK, inkOf, LIGHT } from '../../scripts/pictures/palette.js';
import { svgOf } from '../../scripts/pictures/svg.js';
import { COLOURS } from '../../src/ui/components/theme.js';

const RUN = { column: 2, columns: 5, text: 'a < b', ink: 'red', isBold: true } as const;

describe('a picture', () => {
  const svg = svgOf({ title: 'Q & A', columns: 10, rows: [[], [RUN]] });

  test('has its words as text that can be selected, and a title for screen readers', () => {
    expect(svg).toMatch(/<text [^>]*class="red bold">a &lt; b<\/text>/);
    expect(svg).toContain('aria-labelledby="title"');
    expect(svg).toContain('<title id="title">Q &amp; A</title>');
  });

  test('loads nothing from elsewhere', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\(|href/);
  });
});

test('a QR code is white on black in every setting, with no gap between its blocks', () => {
  const code = { column: 0, columns: 4, text: '█▀ ▄', ink: 'code', isBold: false } as const;
  const svg = svgOf({ title: 'A code', columns: 4, rows: [[code], [code]] });
  expect(svg).not.toContain('<text');
  const boxes = (fill: string): string[] =>
    [...svg.matchAll(new RegExp(`fill="${fill}" d="([^"]*)"`, 'g'))].map(([, d = '']) => d);
  expect(boxes('#000')).toEqual(['M12 12h33.6v19h-33.6z', 'M12 31h33.6v19h-33.6z']);
  expect(boxes('#fff')[0]).toBe(
    'M12 12h8.4v19h-8.4zM20.4 12h8.4v9.5h-8.4zM37.2 21.5h8.4v9.5h-8.4z',
  );
});

/** Relative luminance, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('every colour of a picture can be read on %s paper', (_, { paper, ...inks }) => {
  const tooFaint = Object.entries(inks).filter(([, ink]) => contrast(ink, paper) < 4.5);
  expect(tooFaint).toEqual([]);
});

test('each colour of the program has its own ink, and other colours are refused', () => {
  const inks = Object.values(COLOURS).map(inkOf);
  expect(new Set(inks).size).toBe(inks.length);
  for (const index of [0, 1, 15, 16, 200]) expect(() => inkOf(index)).toThrow('no colour');
});
