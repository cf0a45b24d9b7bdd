import stringWidth from 'string-width';
import { type Line, line } from '../layout/line.js';
import type { FooterKey } from '../layout/page.js';
import { Rows } from './rows.js';

/** Blanks between two keys; fewer where the window is narrow. */
const between = (width: number): string => (width < 50 ? '  ' : '   ');

/** The keys in their order, the least weighty left out until the rest fits. */
export function footerLine(keys: readonly FooterKey[], width: number): Line {
  let kept = [...keys];
  while (kept.length > 1 && widthOf(kept, between(width)) > width) {
    const least = Math.min(...kept.map(({ weight }) => weight));
    kept = kept.filter((_, i) => i !== kept.findLastIndex(({ weight }) => weight === least));
  }
  return {
    spans: kept.flatMap(({ keys: names, label }, i) => [
      { text: `${i === 0 ? '' : between(width)}${names} `, tone: 'accent' as const },
      { text: label, tone: 'quiet' as const },
    ]),
  };
}

const widthOf = (keys: readonly FooterKey[], blank: string): number =>
  keys.reduce(
    (sum, { keys: names, label }) => sum + stringWidth(names) + 1 + stringWidth(label),
    0,
  ) +
  blank.length * (keys.length - 1);

type Props = {
  readonly keys: readonly FooterKey[];
  readonly width: number;
  readonly isSpacious: boolean;
  readonly notice: readonly Line[];
};

export const Footer = ({ keys, width, isSpacious, notice }: Props) => (
  <Rows rows={[...(isSpacious ? [line('')] : []), ...notice, footerLine(keys, width)]} />
);
