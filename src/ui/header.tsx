import stringWidth from 'string-width';
import { type Line, LineView, line } from './line.js';
import type { Page } from './page.js';
import { cut, padTo } from './wrap.js';

/** Title at the left, place at the right: its short form, then a cut title, where both do not fit. */
export function titleLine(page: Pick<Page, 'title' | 'where' | 'whereShort'>, width: number): Line {
  const fits = stringWidth(page.title) + 2 + stringWidth(page.where) <= width;
  const where = fits ? page.where : page.whereShort;
  const room = where === '' ? width : width - stringWidth(where) - 2;
  const title = padTo(cut(page.title, room), room);
  return {
    spans: [
      { text: title, tone: 'strong' },
      ...(where === '' ? [] : [{ text: `  ${where}`, tone: 'quiet' } as const]),
    ],
  };
}

/** How far through the lesson, from 0 to 1: a heavy line over a light one. */
function progressLine(done: number, width: number): Line {
  const heavy = Math.round(done * width);
  return {
    spans: [
      { text: '━'.repeat(heavy), tone: 'accent' },
      { text: '─'.repeat(width - heavy), tone: 'quiet' },
    ],
  };
}

type Props = { readonly page: Page; readonly width: number; readonly roomy: boolean };

export const Header = ({ page, width, roomy }: Props) => (
  <>
    <LineView line={titleLine(page, width)} />
    {roomy && page.done !== undefined && <LineView line={progressLine(page.done, width)} />}
    {roomy && <LineView line={line('')} />}
  </>
);
