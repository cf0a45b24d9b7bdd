import path from 'node:path';
import { isUnknownTime } from '../../core/memory/day.js';
import { utcDay } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { isFullDisk, reasonFor } from '../files/disk-error.js';
import type { LogLoss } from './answer-log.js';

/** What the learner should know about something that the program saves. */
export type Warning = {
  /** One line, safe for a terminal: what happened, where, and what to do. */
  readonly message: string;
  /** A few words that stay on screen, if something is not saved. The warning ends when everything is saved. */
  readonly unsaved?: string;
};

/** A problem with the stored progress. */
export type StorageWarning = Warning & {
  readonly kind:
    | 'damaged-lines'
    | 'newer-format'
    | 'unreadable'
    | 'unwritable'
    | 'disk-full'
    | 'redated'
    | 'clock-behind'
    | 'unread-settings'
    | LogLoss;
};

/** @param hasRest whether the log has any line that can be read */
export function damagedLines(file: string, count: number, hasRest: boolean): StorageWarning {
  const lines = count === 1 ? '1 line' : `${count} lines`;
  const are = count === 1 ? 'is damaged and was' : 'are damaged and were';
  const rest = hasRest ? 'the rest counts' : 'nothing else is in it';
  return {
    kind: 'damaged-lines',
    message: `${lines} of ${plainText(file)} ${are} left out; ${rest}.`,
  };
}

export const unreadSettings = (file: string): StorageWarning => ({
  kind: 'unread-settings',
  message: `Could not read ${plainText(file)}, so its settings were left out. When you next change a setting, the program writes a new file.`,
});

export const newerFormat = (folder: string, name: string): StorageWarning => ({
  kind: 'newer-format',
  message: `${plainText(path.join(folder, name))} was written by a newer version of on-the-record: the program does not change it, and does not show what is in it. To see it, update the program.`,
});

export function unreadable(file: string, error: unknown): StorageWarning {
  const { what, toDo } = reasonFor(error);
  return {
    kind: 'unreadable',
    message: `Could not read your progress in ${plainText(file)}: ${what}. To see it again, ${toDo}.`,
  };
}

const LOSSES: Readonly<Record<LogLoss, string>> = {
  removed: 'was removed or emptied',
  cut: 'was cut, or an older copy of it was put in its place',
  replaced: 'was replaced by another log',
  changed: 'was changed or damaged',
};

const GONE: Readonly<Record<LogLoss, string>> = {
  removed: ' What was in it before is gone.',
  cut: ' Everything else that was cut off is gone.',
  replaced: ' What was in it before is gone.',
  changed: '',
};

/** For a log that lost entries while the program was open, once the entries of this run are saved again. */
export const lostInSession = (file: string, loss: LogLoss): StorageWarning => ({
  kind: loss,
  message: `${plainText(file)} ${LOSSES[loss]} while the program was open. What you have done since you opened the program is saved again.${GONE[loss]}`,
});

/** For a log that lost entries since its summary was written. */
export const lostSince = (file: string, loss: LogLoss): StorageWarning => ({
  kind: loss,
  message: `${plainText(file)} ${LOSSES[loss]} after an earlier session. Only what is in it now counts.`,
});

/** @param latest the latest date in the log, in milliseconds since 1970 */
export function redated(file: string, latest: number, copy: string | undefined): StorageWarning {
  const kept = copy
    ? `The file as it was before is in ${plainText(copy)}.`
    : 'The file could not be changed, so the program will correct the dates again at the next start.';
  return {
    kind: 'redated',
    message: `A clock was ahead, and answers in ${plainText(file)} had dates up to ${utcDay(latest)}. These answers now count as given today, so that questions come back in time. No answer is lost. ${kept}`,
  };
}

/** Times are milliseconds since 1970. */
export function clockBehind(file: string, latest: number, now: number): StorageWarning {
  const clock = `This computer's clock shows ${utcDay(now)}`;
  const log = `${plainText(file)} has answers with dates up to ${utcDay(latest)}`;
  const toDo = isUnknownTime(now)
    ? 'Set the clock right, so that questions come back in time.'
    : 'If the clock is wrong, set it right. If it is right, the program will correct the dates after some days of use.';
  return { kind: 'clock-behind', message: `${clock}, but ${log}. ${toDo}` };
}

export function unsaved(file: string, error: unknown): StorageWarning {
  const { what, toDo } = reasonFor(error);
  return {
    kind: isFullDisk(error) ? 'disk-full' : 'unwritable',
    message: `Could not save in ${plainText(file)}: ${what}. Please ${toDo}.`,
    unsaved: `Not saved: ${what}.`,
  };
}

export const isUnsaved = ({ unsaved }: Warning): boolean => unsaved !== undefined;

/** The warning during a session, which tries again to save. */
export const sessionText = (warning: Warning): string =>
  isUnsaved(warning)
    ? `${warning.message} The program tries again with each answer.`
    : warning.message;
