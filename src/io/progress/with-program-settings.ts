import type { NewEntry, Set as SetEntry } from '../../core/log/entry.js';
import type { Progress } from '../../core/progress/progress.js';
import { dayEndsIn, isOfProgram } from '../../core/settings.js';
import type { ProgramSettings } from './program-settings.js';
import type { ProgressStore } from './store.js';
import { isUnsaved } from './warnings.js';

const DAY_ENDS = 'day-ends';

/** The store of a course, in which the settings of the program count in place of those in the log. */
export function withProgramSettings(
  store: ProgressStore,
  settings: ProgramSettings,
): ProgressStore {
  const progress = progressWith(settings);
  return {
    ...store,
    progress: () => progress(store.progress()),
    warnings: () => [...settings.warnings(), ...store.warnings()],
    append: (events) => {
      for (const event of events) if (isOfSettings(event)) settings.set(event.key, event.value);
      const others = events.filter((event) => !isOfSettings(event));
      return others.length === 0 ? [] : store.append([...dayEnd(store, settings), ...others]);
    },
    tryToSave: () => {
      store.tryToSave();
      if (!store.warnings().some(isUnsaved)) carryOver(store, settings);
    },
    close: async () => {
      await settings.close();
      await store.close();
    },
  };
}

const isOfSettings = (event: NewEntry): event is SetEntry =>
  event.k === 'set' && isOfProgram(event.key);

/** Gives the same object for the same progress and settings, since much is remembered by it. */
function progressWith(settings: ProgramSettings): (progress: Progress) => Progress {
  let last: { readonly of: Progress; readonly texts: object; readonly is: Progress } | undefined;
  return (of) => {
    const texts = settings.texts();
    if (last?.of !== of || last.texts !== texts)
      last = { of, texts, is: { ...of, settings: { ...of.settings, ...texts } } };
    return last.is;
  };
}

/** The log says on which day an answer was given, so it needs the end of the day that was in force. */
function dayEnd(store: ProgressStore, settings: ProgramSettings): SetEntry[] {
  const value = settings.texts()[DAY_ENDS];
  if (value === undefined || Number(value) === dayEndsIn(store.progress().settings)) return [];
  return [{ k: 'set', key: DAY_ENDS, value }];
}

/** Versions before 0.3.0 kept all settings in the log of each course. What the first course has counts. */
function carryOver(store: ProgressStore, settings: ProgramSettings): void {
  for (const [key, value] of Object.entries(store.progress().settings))
    if (isOfProgram(key) && !Object.hasOwn(settings.texts(), key)) settings.set(key, value);
}
