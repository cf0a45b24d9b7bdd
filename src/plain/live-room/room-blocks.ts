import { ROUND_LABELS } from '../../core/messages/live-room/host.js';
import { ROOM_COMMANDS, typeText } from '../../core/messages/live-room/host-lines.js';
import {
  endTexts,
  NOBODY_IN,
  ON_PHONES,
  personStateText,
} from '../../core/messages/live-room/host-screen.js';
import {
  addressChoiceText,
  CHOOSE_NETWORK,
  cannotOpenTexts,
  NO_NETWORK,
  REMOTE,
  TEST_WITH_A_PHONE,
  UNENCRYPTED,
} from '../../core/messages/live-room/network.js';
import { canDo, type HostAction, nextAction } from '../../core/views/live-room/host/host-action.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { labelOf } from '../../core/views/live-room/host/person-label.js';
import type { HostChoice, HostRow, HostView } from '../../core/views/live-room/host-view.js';
import { type Block, indented, MARKS, numbered, type Row } from '../block.js';

/** The question or text that everyone is at, with what is known about its answers. */
export function stopBlocks({ stop, message }: HostView): Block[] {
  if (!stop) return [[message]];
  const { label, stem, kind, rows } = stop;
  const head: Block = [`${label}. ${message}`, ...(stem === undefined ? [] : [stem])];
  if (kind === 'text') return [head, ...textBlocks({ stop })];
  return [head, ...rows.flatMap(rowBlocks)];
}

function rowBlocks({ statement, about, choices, verdict }: HostRow): Block[] {
  const asked = [statement, about].filter((text) => text !== undefined);
  return [
    ...(asked.length > 0 ? [asked] : []),
    choices.map(
      (choice): Row => ({
        lead: `${choice.number}. `,
        text: `${markOf(choice, verdict?.key)}${choice.text}${countsOf(choice)}`,
      }),
    ),
    ...(verdict ? [verdictBlock(verdict)] : []),
  ];
}

const markOf = ({ id }: HostChoice, key: string | undefined): string =>
  key === undefined ? MARKS.none : MARKS[id === key ? 'right' : 'wrong'];

/** ": 12", or with two votes ": first vote 7, second vote 12". */
function countsOf({ first, second }: HostChoice): string {
  if (first === undefined) return '';
  if (second === undefined) return `: ${first}`;
  return `: ${ROUND_LABELS[1]} ${first}, ${ROUND_LABELS[2]} ${second}`;
}

const verdictBlock = ({ reasons, trap, proofs }: NonNullable<HostRow['verdict']>): Block => [
  ...reasons.map(({ mark, text }): Row => ({ lead: MARKS[mark], text })),
  ...(trap === undefined ? [] : [trap]),
  ...proofs.flatMap(({ place, sentences }) => [
    `${place}:`,
    ...sentences.map((parts) => indented(parts.map(({ text }) => text).join(''))),
  ]),
];

/** What the question is about, in our retelling. */
export const textBlocks = ({ stop }: Pick<HostView, 'stop'>): Block[] =>
  (stop?.passages ?? []).map(({ heading, sentences }) => [
    heading,
    sentences.map(({ text }) => text).join(' '),
  ]);

const ACTIONS: readonly HostAction[] = [
  ...(['close', 'talk', 'vote', 'reveal', 'next', 'minute', 'end'] as const),
];

/** The commands that can be typed now, the most likely first; nothing once the room has ended. */
export function typeRows(view: HostView): string[] {
  const main = nextAction(view);
  const others = ACTIONS.filter((action) => action !== main && canDo(action, view));
  const all = [...(main === undefined ? [] : [main]), ...others];
  return all.length === 0 ? [] : [typeText(all)];
}

export const peopleBlock = ({ people }: HostView): Block =>
  people.length === 0
    ? [NOBODY_IN]
    : people.map((person) => {
        const state = personStateText(person);
        return state === '' ? labelOf(person) : `${labelOf(person)}: ${state}`;
      });

export function addressBlocks({ place, addresses, commands, remote }: HostedRoom): Block[] {
  const all = addresses();
  return [
    whereBlock(place()),
    [
      all.length === 0 ? NO_NETWORK : CHOOSE_NETWORK,
      ...numbered(all.map((one) => addressChoiceText(one, place().address))),
    ],
    [UNENCRYPTED],
    [REMOTE, { command: remote() }],
    [TEST_WITH_A_PHONE, ...cannotOpenTexts(commands)],
  ];
}

/** How people come in. */
export const whereBlock = ({ url, join }: ReturnType<HostedRoom['place']>): Block => [
  ON_PHONES,
  { command: url },
  'Or in a terminal:',
  { command: join },
];

export const endBlock = ({ view, folder, commands }: HostedRoom): Block => [
  ...endTexts(view().inside, folder),
  { command: commands.report },
];

export const helpBlock: Block = ROOM_COMMANDS.map(([typed, does]) => `${typed}: ${does}`);
