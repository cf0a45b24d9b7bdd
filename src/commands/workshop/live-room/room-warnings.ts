import { plainText } from '../../../core/text/sanitize.js';
import { reasonFor } from '../../../io/files/disk-error.js';
import { journalFile } from '../../../io/live-room/journal.js';
import { UserError } from '../../errors.js';

/** What is wrong with the room's files now, for the facilitator. */
export type RoomWarnings = {
  /** One sentence or two, safe for a terminal; undefined if nothing is wrong. */
  readonly text: () => string | undefined;
  /** @param error undefined once a write succeeds */
  readonly journal: (error: unknown) => void;
  readonly results: (error: unknown) => void;
};

export function roomWarnings(folder: string, damaged: number): RoomWarnings {
  let journal: string | undefined;
  let results: string | undefined;
  const damage = damaged > 0 ? damageText(folder, damaged) : undefined;
  return {
    text: () => journal ?? results ?? damage,
    journal: (error) => {
      journal = error === undefined ? undefined : journalText(folder, error);
    },
    results: (error) => {
      results = error === undefined ? undefined : resultsText(folder, error);
    },
  };
}

const damageText = (folder: string, count: number): string =>
  `${count === 1 ? '1 line' : `${count} lines`} of ${plainText(journalFile(folder))} ${count === 1 ? 'is damaged and was' : 'are damaged and were'} left out. The rest counts.`;

const journalText = (folder: string, error: unknown): string =>
  `Answers cannot be saved in ${plainText(folder)}: ${whatIn(error)}. People are asked to send them again.`;

const whatIn = (error: unknown): string =>
  error instanceof UserError ? error.message : reasonFor(error).what;

const resultsText = (folder: string, error: unknown): string =>
  `Result files cannot be written in ${plainText(folder)}: ${error instanceof Error ? plainText(error.message) : 'no reason was given'}. All answers are in the journal.`;
