import path from 'node:path';
import { isUnknownTime } from '../../core/memory/day.js';
import { utcDay } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { isFullDisk, reasonFor } from '../files/disk-error.js';

/** A problem with the stored progress that the learner should know about. */
export type StorageWarning = {
  readonly kind:
    | 'damaged-lines'
    | 'newer-format'
    | 'unreadable'
    | 'unwritable'
    | 'disk-full'
    | 'removed'
    | 'redated'
    | 'clock-behind';
  /** One line, safe for a terminal: what happened, where, and what to do. */
  readonly message: string;
};

export function damagedLines(file: string, count: number): StorageWarning {
  const lines = count === 1 ? '1 line' : `${count} lines`;
  const were = count === 1 ? 'was' : 'were';
  return {
    kind: 'damaged-lines',
    message: `${lines} of ${plainText(file)} could not be read and ${were} skipped; the rest is intact.`,
  };
}

export const newerFormat = (folder: string, name: string): StorageWarning => ({
  kind: 'newer-format',
  message: `${plainText(path.join(folder, name))} was written by a newer version of on-the-record: it is left alone, and what it holds is not shown here. Update the program to see it.`,
});

export function unreadable(file: string, error: unknown): StorageWarning {
  const { what, toDo } = reasonFor(error);
  return {
    kind: 'unreadable',
    message: `Could not read your progress in ${plainText(file)}: ${what}. To see it again, ${toDo}.`,
  };
}

export const removed = (file: string): StorageWarning => ({
  kind: 'removed',
  message: `${plainText(file)} was removed while the program was open: what you have done since you opened it is saved anew, and what was in it before is not.`,
});

/** @param latest the latest date in the log, in milliseconds since 1970 */
export function redated(file: string, latest: number, copy: string | undefined): StorageWarning {
  const kept = copy
    ? `The file as it was before is in ${plainText(copy)}.`
    : 'The file could not be changed, so the program will do this again at the next start.';
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
  };
}

/** The warning during a session, which tries again to save. */
export const sessionText = ({ kind, message }: StorageWarning): string =>
  kind === 'unwritable' || kind === 'disk-full'
    ? `${message} What is not saved yet is tried again with your next move.`
    : message;
