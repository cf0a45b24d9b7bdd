import fc from 'fast-check';
import { faultsOf, noise, touched } from './fuzz.mjs';
import { before, changedAt, fieldsOf, leavesOf, renamedAt } from './leaves.mjs';
import { loadParts } from './load-parts.mjs';
import { exerciseLog, learningLog } from './made-logs.mjs';
import { FAMILY_TEXTS } from './signs.mjs';

const MODULES = {
  log: 'src/core/log/parse.ts',
  progress: 'src/core/progress/fold.ts',
  snapshot: 'src/core/progress/snapshot.ts',
  travel: 'src/core/log/export-file.ts',
  person: 'src/core/room/person.ts',
};

/** Home and what it first leads to: where progress is told. */
const GLANCE = { entries: 1, steps: 1, asides: false };
/** So many logs by chance are one learner's: then each needs no screen of its own. */
const TOGETHER = 50;

const PERSON = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };

/** What is kept of a learner, and what travels, with each kind of sign at each place of each kind of entry. */
export async function hostileStores({ seed, runs, short, say, show, course }) {
  const parts = await loadParts(MODULES);
  const room = show.rooms.roomOf(course);
  const logs = {
    learning: learningLog(course),
    exercise: exerciseLog(course, room, PERSON, show.rooms.handed(course, room, PERSON).exercise),
  };
  const signs = short ? [FAMILY_TEXTS.join('')] : FAMILY_TEXTS;
  const some = (places) => (short ? places.filter((_, i) => i % 4 === 0) : places);
  const at = { parts, show, course, room, signs, some, chance: { seed, runs } };
  say('files, each place of a log, a summary and an export');
  return {
    stores: ofLogs(at, logs),
    summaries: ofSummaries(at, logs),
    exports: ofExports(at, logs),
  };
}

const counted = () => ({ tried: 0, read: 0, faults: [] });

/**
 * What is shown of a log, and of an exercise where its result goes, too. One of lessons that there are not is opened by
 * the program alone, where it is run.
 */
function glance({ parts, show, course, room }, log, progress) {
  const { exercise } = progress ?? parts.progress.foldAll(log);
  if (exercise && exercise.room.lessons.join() !== room.lessons.join()) return [];
  const file = exercise && parts.person.resultFileName(exercise.room.code, exercise.person);
  return show.session(course, { log, progress, file }, GLANCE);
}

function shownOf(told, what, harms) {
  told.faults.push(...harms.map((harm) => `${what}: ${harm}`));
}

/** Each place of each entry, then entries by chance among what is none. */
function ofLogs(at, logs) {
  const told = counted();
  const parse = at.parts.log.parseLog;
  for (const [name, log] of Object.entries(logs))
    for (const sign of at.signs)
      for (const path of at.some(leavesOf(log))) {
        const { entries, damaged } = parse(linesOf(changedAt(log, path, before(sign))));
        told.tried += 1;
        told.read += damaged === 0 ? 1 : 0;
        shownOf(told, `${name} log, ${path.join('.')}`, glance(at, entries));
      }
  const any = fc.oneof(...Object.values(logs).map(touched)).map(linesOf);
  const texts = fc.array(fc.oneof(any, noise), { minLength: TOGETHER, maxLength: TOGETHER });
  byChance(at, told, 'log', texts, (all) => {
    const { entries } = parse(all.join('\n'));
    told.read += entries.length > 0 ? 1 : 0;
    return glance(at, entries);
  });
  return told;
}

const linesOf = (log) => log.map((entry) => JSON.stringify(entry) ?? '').join('\n');

/** What is kept of a log so that it need not be read again: each text in it, and each name of what it tells of. */
function ofSummaries(at, logs) {
  const told = counted();
  const { snapshot, progress } = at.parts;
  for (const [name, log] of Object.entries(logs)) {
    const stored = snapshot.storedProgress(progress.foldAll(log));
    for (const sign of at.signs) {
      const touch = [
        ...leavesOf(stored).map((path) => changedAt(stored, path, before(sign))),
        ...fieldsOf(stored).map((path) => renamedAt(stored, path, (key) => sign + key)),
      ];
      for (const one of at.some(touch)) {
        const read = snapshot.progressFrom(one);
        told.tried += 1;
        if (!read) continue;
        told.read += 1;
        shownOf(told, `summary of the ${name} log`, glance(at, [], read));
      }
    }
  }
  return told;
}

/** What is refused says so in the program's own words, which are looked at where the program is run. */
function ofExports(at, logs) {
  const told = counted();
  const { index } = at.course;
  const whole = {
    kind: 'on-the-record progress',
    version: 1,
    course: index.id,
    entries: logs.learning,
  };
  const read = (text) => {
    const taken = at.parts.travel.readExport(text, index.id, 1e12);
    told.read += 'entries' in taken ? 1 : 0;
    return taken.entries ?? [];
  };
  for (const sign of at.signs)
    for (const path of at.some(leavesOf(whole))) {
      told.tried += 1;
      const entries = read(JSON.stringify(changedAt(whole, path, before(sign))));
      if (entries.length > 0) shownOf(told, `export, ${path.join('.')}`, glance(at, entries));
    }
  const text = fc.oneof(
    { weight: 4, arbitrary: touched(whole).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: noise },
  );
  const texts = fc.array(text, { minLength: TOGETHER, maxLength: TOGETHER });
  byChance(at, told, 'export', texts, (all) => glance(at, all.flatMap(read)));
  return told;
}

function byChance({ chance: { seed, runs } }, told, what, texts, harmsOf) {
  const property = fc.property(texts, (all) => {
    const harms = harmsOf(all);
    if (harms.length > 0) throw new Error(harms.join('; '));
  });
  const times = Math.ceil(runs / TOGETHER);
  told.tried += times * TOGETHER;
  told.faults.push(...faultsOf(what, property, { seed, runs: times }));
}
