import { momentText } from '../../../core/messages/exercise.js';
import { goesOnText } from '../../../core/messages/live-room/host-screen.js';
import { shownCode } from '../../../core/room/room-code.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { HostView } from '../../../core/views/live-room/host-view.js';
import type { HostedRoom } from '../../../core/views/live-room/host/hosted-room.js';
import { CLOCK } from '../../clock.js';
import type { Environment, Options } from '../../environment.js';
import { UserError } from '../../errors.js';
import { commandToType } from '../../hint/command-to-type.js';
import { clockNow } from '../room-options.js';
import { computerAddresses } from './computer-addresses.js';
import type { FoundRoom } from './found-room.js';
import { USUAL_PORT } from './room-command-options.js';
import { shownFolder } from './room-folder.js';
import type { RoomHost } from './room-host.js';
import type { ServedRoom } from './served.js';

type Hosting = {
  readonly host: RoomHost;
  readonly server: ServedRoom;
  readonly folder: string;
  /** Of a room that goes on. */
  readonly found: FoundRoom | undefined;
  /** How many people are simulated. */
  readonly count: number;
};

/** The room as its screen and line mode use it. */
export function hostedRoom(hosting: Hosting, options: Options, environment: Environment): HostedRoom {
  const { host, server, folder, found, count } = hosting;
  const code = shownCode(host.rules.room.code);
  const type = (words: readonly string[], of: Options = options): string =>
    commandToType(['workshop', ...words], of, environment);
  // Other people's computers have other folders.
  const shared: Options = options.course === undefined ? {} : { course: options.course };
  return {
    ...{ onChange: host.onChange, onEvent: host.onEvent, now: CLOCK.now },
    view: cachedView(host),
    command: host.command,
    isPractice: count > 0,
    ...(found && { goesOn: goesOnText(momentText(openedAt(found), clockNow())) }),
    place: () => {
      const url = server.url();
      return { url, isLocal: server.isLocal(), join: type(['join', code, '--room', url], shared) };
    },
    addresses: computerAddresses,
    listenOn: (address) => server.listenOn(address).then(() => undefined, whyNot),
    folder: plainText(shownFolder(folder)),
    commands: {
      report: type(['report', shownFolder(folder)]),
      get same() {
        return type(['room', '--dir', shownFolder(folder), ...placeOptions(server, count)]);
      },
      alone: type(['join', code], shared),
      handout: type(['handout', '--code', code]),
    },
  };
}

const openedAt = ({ events: [first] }: FoundRoom): number => first?.t ?? 0;

/** Phones come back to the same address. */
function placeOptions({ port, address, isLocal }: ServedRoom, count: number): string[] {
  return [
    ...(isLocal() ? [] : ['--address', address()]),
    ...(port === USUAL_PORT ? [] : ['--port', String(port)]),
    ...(count > 0 ? ['--demo', String(count)] : []),
  ];
}

function whyNot(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

/** A frame asks for the view several times, and it takes the longer the more people are in. */
function cachedView(host: RoomHost): () => HostView {
  let view: HostView | undefined;
  const forget = (): void => {
    view = undefined;
  };
  host.onEvent(forget);
  host.onChange(forget);
  return () => {
    view ??= host.view();
    return view;
  };
}
