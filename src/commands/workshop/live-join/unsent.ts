import type { ChosenAt } from '../../../core/live-room/event.js';

/** The room takes messages up to 2 kB. In bytes, with room for what is around the choices. */
const LARGEST = 1_500;

/** Divides answers into messages that the room takes. */
export function inMessages(choices: readonly ChosenAt[]): ChosenAt[][] {
  const messages: ChosenAt[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const added = Buffer.byteLength(JSON.stringify(choice)) + 1;
    if (size + added > LARGEST) {
      messages.push([]);
      size = 0;
    }
    messages.at(-1)?.push(choice);
    size += added;
  }
  return messages;
}
