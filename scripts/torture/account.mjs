import { readFileSync } from 'node:fs';
import { acknowledged, isCrash, logOf } from './program.mjs';

/** The answers that the program will find in a log: whole lines with an end, each id once. */
export function answersKept(data) {
  const lines = textOf(logOf(data)).split('\n').slice(0, -1);
  const answers = lines
    .flatMap(entryIn)
    .filter(({ k }) => ['answer', 'review', 'drill'].includes(k));
  return new Set(answers.map(({ id }) => id));
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function entryIn(line) {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/**
 * What does not add up in a session of rounds: whatever it has shown as taken is in the log, or told as not saved.
 * @param before ids in the log that must still be there
 * @param given how many answers the learner gave
 * @param troubles words of what is to be told, each once and in this order
 */
export function accountFault(end, data, { before = new Set(), given, troubles = [] }) {
  const { code, out, err } = end;
  const unsaved = toldUnsaved(out);
  if (isCrash(err) || code !== (unsaved > 0 ? 1 : 0))
    return `ended with ${code ?? end.signal}, ${unsaved} told as not saved: ${err.slice(0, 300)}`;
  const shown = acknowledged(out);
  if (shown !== given) return `the session did not go on: ${given} given, ${shown} taken`;
  const kept = answersKept(data);
  const gone = [...before].filter((id) => !kept.has(id)).length;
  if (gone > 0) return `${gone} of ${before.size} answers of before are lost`;
  const fresh = kept.size - before.size;
  if (shown !== fresh + unsaved)
    return `${shown} answers shown as taken, ${fresh} kept and ${unsaved} told as not saved`;
  return troublesFault(out, logOf(data), troubles);
}

/** How many the last line says could not be saved. */
const toldUnsaved = (out) => Number(/Could not save (\d+) of/.exec(oneLine(out))?.[1] ?? 0);

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** A trouble stands in a paragraph of its own and names the log, as does the last line, on leaving. */
function troublesFault(out, log, wanted) {
  const path = log.replace(/\s/g, '');
  const told = out
    .split(/\n\s*\n/)
    .slice(0, -1)
    .filter((paragraph) => paragraph.replace(/\s/g, '').includes(path))
    .map(oneLine);
  const asWanted = told.length === wanted.length && told.every((one, n) => one.includes(wanted[n]));
  return asWanted
    ? undefined
    : `to be told, once each: ${JSON.stringify(wanted)}; told: ${JSON.stringify(told)}`;
}
