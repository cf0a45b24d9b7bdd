import stringWidth from 'string-width';
import { type Line, line } from '../layout/line.js';
import type { FooterKey } from '../layout/page.js';
import { Rows } from './rows.js';

/** Space between two keys. */
const gapFor = (width: number): string => (width < 50 ? '  ' : '   ');

/** The keys in order, without those of lowest weight if the window is too narrow for all. */
export function footerLine(keys: readonly FooterKey[], width: number): Line {
  let fitting = [...keys];
  while (fitting.length > 1 && widthOf(fitting, gapFor(width)) > width) {
    const least = Math.min(...fitting.map(({ weight }) => weight));
    fitting = fitting.filter(
      (_, i) => i !== fitting.findLastIndex(({ weight }) => weight === least),
    );
  }
  return {
    spans: fitting.flatMap(({ keys: names, label }, i) => [
      { text: `${i === 0 ? '' : gapFor(width)}${names} `, tone: 'strong' as const },
      { text: label, tone: 'plain' as const },
    ]),
  };
}

const widthOf = (keys: readonly FooterKey[], gap: string): number =>
  keys.reduce(
    (sum, { keys: names, label }) => sum + stringWidth(names) + 1 + stringWidth(label),
    0,
  ) +
  gap.length * (keys.length - 1);

type Props = {
  readonly keys: readonly FooterKey[];
  readonly width: number;
  readonly isSpacious: boolean;
  readonly notice: readonly Line[];
};

export const Footer = ({ keys, width, isSpacious, notice }: Props) => (
  <Rows rows={[...(isSpacious ? [line('')] : []), ...notice, footerLine(keys, width)]} />
);
