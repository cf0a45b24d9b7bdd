import type { Presence } from '../../../messages/live-room/host-screen.js';
import type { HostView } from '../host-view.js';

export function presenceIn({ inside, people }: Pick<HostView, 'inside' | 'people'>): Presence {
  const away = people.filter(({ isConnected }) => !isConnected).length;
  return { connected: inside - away, away };
}

/** Whether somebody is connected, and everybody who is has answered. */
export function haveAllAnswered({ people }: Pick<HostView, 'people'>): boolean {
  const here = people.filter(({ isConnected }) => isConnected);
  return here.length > 0 && here.every(({ answered, of }) => of > 0 && answered === of);
}
