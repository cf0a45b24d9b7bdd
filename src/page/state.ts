import type { ChosenAt } from '../core/live-room/event.js';
import type { HostCommand } from '../core/live-room/host-command.js';
import { partlySavedText, SAVED } from '../core/messages/live-room/person.js';
import type { HostView } from '../core/views/live-room/host-view.js';
import type { PersonView, QuestionStop, StopView } from '../core/views/live-room/person-view.js';
import type { Sending, VotePlace } from './outbox.js';

/** Everything that the page shows. The room's part of it is the view. */
export type PageState = {
  /** The end of the address; empty if the page has to ask for the code. */
  readonly door: string;
  readonly place: 'joining' | 'inside';
  readonly isBusy: boolean;
  /** Why the last request was refused. */
  readonly problem?: string | undefined;
  readonly view?: PersonView | undefined;
  readonly host?: HostView | undefined;
  /** Whether the room has not been reached for a while. */
  readonly isLost: boolean;
  /** The host's clock minus ours, in milliseconds. */
  readonly ahead: number;
  /** Choices of final answers that were not sent yet, by their checks. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The stop in sight, if the view has several. An index of its stops. */
  readonly at: number;
  /** Whether the page asks before something that cannot be undone: handing in, or ending the room. */
  readonly isHandingIn: boolean;
};

/** What the page hears and what people do. */
export type PageNow = {
  readonly state: PageState;
  readonly sending: Sending;
  /** Choices on their way. */
  readonly unsaved: (vote: VotePlace) => ReadonlyMap<string, string>;
  readonly join: (code: string, name: string) => void;
  readonly choose: (stop: QuestionStop, chosen: ChosenAt) => void;
  /** Sends the drafts of a stop. */
  readonly answer: (stop: QuestionStop) => void;
  readonly goTo: (at: number) => void;
  readonly askHandIn: (isHandingIn: boolean) => void;
  readonly handIn: () => void;
  /** Of the facilitator, in their order. */
  readonly command: (commands: readonly HostCommand[]) => void;
};

export const START: Omit<PageState, 'door' | 'place'> = {
  isBusy: false,
  isLost: false,
  ahead: 0,
  drafts: new Map(),
  at: 0,
  isHandingIn: false,
};

/** Whether the room has ended: the page has everything that people can look at. */
export const isOver = ({ host, view }: PageState): boolean => (host ?? view)?.phase === 'ended';

/** The stop in sight. */
export const stopInSight = ({ view, at }: PageState): StopView | undefined =>
  view?.stops[Math.min(at, view.stops.length - 1)];

/** What this person has chosen at a stop, saved or not, by the checks. */
export function chosenAt(page: PageNow, stop: QuestionStop): ReadonlyMap<string, string> {
  const saved = stop.rows.flatMap(({ check, chosen }) =>
    chosen === undefined ? [] : [[check, chosen] as const],
  );
  const drafts = stop.rows.flatMap(({ check }) => {
    const draft = page.state.drafts.get(check);
    return draft === undefined ? [] : [[check, draft] as const];
  });
  return new Map([...drafts, ...saved, ...page.unsaved(stop)]);
}

export const isAnswered = (page: PageNow, stop: QuestionStop): boolean => {
  const chosen = chosenAt(page, stop);
  return stop.rows.every(({ check }) => chosen.has(check) && !page.state.drafts.has(check));
};

/** Questions without an answer. */
export const openStops = (page: PageNow): number =>
  page.state.view?.stops.filter((stop) => stop.kind === 'question' && !isAnswered(page, stop))
    .length ?? 0;

/** The view after the room has acknowledged an answer. Its next snapshot says the same. */
export function withAnswer(
  view: PersonView | undefined,
  { stop, round }: VotePlace,
  choices: readonly ChosenAt[],
): PersonView | undefined {
  const chosen = new Map(choices);
  const withChosen = (one: StopView): StopView =>
    one.kind === 'question' && one.stop === stop && one.round === round
      ? { ...one, rows: one.rows.map((row) => ({ ...row, ...chosenIn(chosen, row.check) })) }
      : one;
  if (!view) return undefined;
  const stops = view.stops.map(withChosen);
  return { ...view, stops, message: view.phase === 'open' ? savedMessage(stops) : view.message };
}

/** As the room says it in its next snapshot. */
function savedMessage(stops: readonly StopView[]): string {
  const rows = stops.flatMap((stop) => (stop.kind === 'question' ? stop.rows : []));
  const toGo = rows.filter(({ chosen }) => chosen === undefined).length;
  return toGo === 0 ? SAVED : partlySavedText(toGo);
}

function chosenIn(choices: ReadonlyMap<string, string>, check: string): { chosen?: string } {
  const chosen = choices.get(check);
  return chosen === undefined ? {} : { chosen };
}
