import { memoize } from '../../memoize.js';
import { asciiJson } from '../../text/ascii-json.js';
import type { PersonView, StopView } from './person-view.js';

/**
 * The view as JSON, in ASCII. What many people see is written once: a thousand people get their views at the same moment.
 */
export const personViewText = ({ passages, stops, ...view }: PersonView): string =>
  withField(view, `"passages":${passagesText(passages)},"stops":[${stops.map(stopText)}]`);

const passagesText = memoize((passages: PersonView['passages']) => {
  const texts = Object.entries(passages).map(([id, one]) => `${asciiJson(id)}:${sharedText(one)}`);
  return `{${texts}}`;
});

/** A row of a board looks the same to many people, the complete board only to a few. */
function stopText(stop: StopView): string {
  if (stop.kind === 'text' || stop.rows.length === 1) return sharedText(stop);
  const { rows, ...board } = stop;
  return withField(board, `"rows":[${rows.map(sharedText)}]`);
}

const withField = (object: object, field: string): string =>
  `${asciiJson(object).slice(0, -1)},${field}}`;

const sharedText = memoize((shared: object) => asciiJson(shared));
