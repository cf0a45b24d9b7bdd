import type { ReactElement } from 'react';
import stringWidth from 'string-width';
import { type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { cut, padTo } from '../layout/wrap.js';
import { Rows } from './rows.js';
import { useGlide } from './use-glide.js';

/** Title at the left, position at the right. In a narrow window, shortens the position, then cuts the title. */
export function titleLine(page: Pick<Page, 'title' | 'where' | 'whereShort'>, width: number): Line {
  const fits = stringWidth(page.title) + 2 + stringWidth(page.where) <= width;
  const where = fits ? page.where : page.whereShort;
  const room = where === '' ? width : width - stringWidth(where) - 2;
  const title = padTo(cut(page.title, room), room);
  return {
    spans: [
      { text: title, tone: 'strong' },
      ...(where === '' ? [] : [{ text: `  ${where}`, tone: 'plain' } as const]),
    ],
  };
}

/** A progress bar. `heavy` is the finished part, in columns of `width`. */
function progressLine(heavy: number, width: number): Line {
  return {
    spans: [
      { text: '━'.repeat(heavy), tone: 'accent' },
      { text: '─'.repeat(width - heavy), tone: 'faint' },
    ],
  };
}

function Progress({ heavy, width, glides }: ProgressProps): ReactElement {
  const columns = useGlide(heavy, glides);
  return <Rows rows={[progressLine(Math.min(columns, width), width)]} />;
}

type ProgressProps = {
  readonly heavy: number;
  readonly width: number;
  readonly glides: boolean;
};

type Props = {
  readonly page: Page;
  readonly width: number;
  readonly isSpacious: boolean;
  readonly glides: boolean;
};

export const Header = ({ page, width, isSpacious, glides }: Props) => (
  <>
    <Rows rows={[titleLine(page, width)]} />
    {isSpacious && page.done !== undefined && (
      <Progress heavy={Math.round(page.done * width)} width={width} glides={glides} />
    )}
    {isSpacious && <Rows rows={[line('')]} />}
  </>
);
