import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../../environment.js';
import { asUserError, UserError } from '../../errors.js';
import type { RoomHost } from './room-host.js';
import { type RoomServer, serve } from './serve.js';

/** The page that browsers get. The build puts it beside the courses. */
const PAGE = 'room-page.html';

/** Throws a UserError if the room cannot be served there. */
export async function served(
  host: RoomHost,
  { port, address }: { readonly port: number; readonly address: string },
  { courses }: Pick<Environment, 'courses'>,
): Promise<RoomServer> {
  const page = asUserError(() => readFileSync(path.join(courses, '..', PAGE)));
  try {
    return await serve(host, { port, address, page });
  } catch (error) {
    throw new UserError(whyNotServed(error, address, port));
  }
}

/** Why the room cannot be at an address, as one line. @param error of the system */
export function whyNotServed(error: unknown, address: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `another program uses port ${port} at ${address}: close it, or choose another port, such as --port ${port + 1}`;
    case 'EACCES':
      return `the system does not let the program use port ${port}: choose one from 1024 on, such as --port 4321`;
    case 'EADDRNOTAVAIL':
      return `this computer no longer has the address ${address}: choose another address`;
    default:
      return `the room cannot be served at ${address}, port ${port}: ${message}`;
  }
}
