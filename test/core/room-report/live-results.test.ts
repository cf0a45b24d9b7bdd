import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening, RoomEvent } from '../../../src/core/live-room/event.js';
import { type LiveRules, present } from '../../../src/core/live-room/live-room.js';
import { scoreText } from '../../../src/core/messages/exercise.js';
import { firstVoteText } from '../../../src/core/messages/live-room/stop.js';
import type { ExerciseScore } from '../../../src/core/progress/exercise.js';
import { readHandIn } from '../../../src/core/room/hand-in-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readResult } from '../../../src/core/room-report/read-result.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import type { Result } from '../../../src/core/room-report/result.js';
import type { Submission } from '../../../src/core/room-report/submission.js';
import { roomPlan } from '../../../src/core/views/live-room/plan.js';
import { personView } from '../../../src/core/views/live-room/write-person-view.js';
import { roomCsv } from '../../../src/formats/room-report/csv.js';
import { roomJson } from '../../../src/formats/room-report/json.js';
import { layOut } from '../../../src/plain/block.js';
import { briefText } from '../../../src/plain/brief-room-report.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import {
  answering,
  eventsOf,
  idOf,
  joining,
  journalText,
  roomOfEvents,
} from '../../support/live-journal.js';
import {
  course,
  journal,
  questions,
  resultFiles,
  resultsOf,
  room,
  rules,
  stops,
} from '../../support/reported-room.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const [one = 0, two = 1, three = 2] = questions;

const CLOSE: Happening = { k: 'close' };

/** Ada and Ben vote twice on the first question. Cleo joins during the talk. The second question has one vote. */
const TWO_VOTES: readonly Happening[] = [
  ...[joining(0, 'Ada'), joining(1, 'Ben')],
  { k: 'begin' },
  { k: 'go', stop: one },
  answering(stops, 0, one, 1, false),
  answering(stops, 1, one, 1, true),
  CLOSE,
  { k: 'talk' },
  joining(2, 'Cleo'),
  { k: 'open' },
  answering(stops, 0, one, 2, true),
  answering(stops, 1, one, 2, true),
  answering(stops, 2, one, 2, false),
  CLOSE,
  { k: 'reveal' },
  { k: 'go', stop: two },
  answering(stops, 0, two, 1, true),
  answering(stops, 2, two, 1, true),
];

const END: readonly Happening[] = [CLOSE, { k: 'end' }];

const resultsAfter = (...given: Parameters<typeof resultsOf>): Result[] =>
  textsAfter(...given).map((text) => {
    const result = readResult(text);
    if ('rejected' in result) throw new Error(result.rejected);
    return result;
  });

const textsAfter = (...given: Parameters<typeof resultsOf>): string[] =>
  resultsOf(...given).map(({ text }) => text);

const reportOf = (submissions: readonly Submission[]): RoomReport =>
  roomReport(course, countedSubmissions(course, submissions, undefined));

const reportAfter = (happenings: readonly Happening[]): RoomReport => reportOf(journal(happenings));

const checkOf = (stop: number) => {
  const step = stops[stop]?.step;
  if (step?.kind !== 'check') throw new Error('not a question');
  return step;
};

describe('the results of a live room', () => {
  test('have both votes, and what nobody could answer any more or yet', () => {
    const [ada, , cleo] = resultsAfter(TWO_VOTES);
    expect(ada?.answers.map(({ check }) => check)).toEqual([checkOf(one).id, checkOf(two).id]);
    expect(ada?.second).toEqual([{ check: checkOf(one).id, choice: checkOf(one).key }]);
    expect(ada?.unseen.length).toBe(questions.length - 2);
    expect(cleo?.answers.map(({ check }) => check)).toEqual([checkOf(two).id]);
    expect(cleo?.unseen).toContain(checkOf(one).id);
    expect(cleo?.unseen.length).toBe(questions.length - 1);
  });

  test('leave out a question that nobody answered, once its first vote is over', () => {
    const skipped = (after: readonly Happening[]): boolean[] =>
      resultsAfter([...TWO_VOTES, CLOSE, { k: 'go', stop: three }, ...after]).map(({ unseen }) =>
        unseen.includes(checkOf(three).id),
      );
    expect(skipped([])).toEqual([false, false, false]);
    expect(skipped([CLOSE])).toEqual([true, true, true]);
    const answered = answering(stops, 1, three, 1, false);
    expect(skipped([answered, CLOSE])).toEqual([false, false, false]);
  });

  test('are open, then over with the time, then handed in with the room', () => {
    const statuses = (some: readonly Result[]) => some.map(({ status }) => status);
    expect(statuses(resultsAfter(TWO_VOTES))).toEqual(['open', 'open', 'open']);
    const late = 1_000_000 + 21 * 60_000;
    const more: Happening = { k: 'lengthen', minutes: 5, id: idOf(1) };
    const afterTime = resultsAfter([...TWO_VOTES, more], rules, late);
    expect(statuses(afterTime)).toEqual(['time-over', 'open', 'time-over']);
    expect(afterTime.map(({ isLengthened }) => isLengthened)).toEqual([false, true, false]);
    expect(statuses(resultsAfter([...TWO_VOTES, ...END], rules, late))).toEqual(
      Array(3).fill('handed-in'),
    );
  });

  test('of the pace own are handed in one by one, and everybody sees everything', () => {
    const own: LiveRules = { ...rules, pace: 'own' };
    const [ada, ben] = resultsAfter(
      [
        ...[joining(0), joining(1), { k: 'begin' } as const],
        answering(stops, 0, one, 1, true),
        { k: 'hand-in', id: idOf(0), because: 'chosen' },
        { k: 'hand-in', id: idOf(1), because: 'time' },
      ],
      own,
    );
    expect([ada?.status, ben?.status]).toEqual(['handed-in', 'time-over']);
    expect([ada?.unseen, ben?.unseen]).toEqual([[], []]);
  });

  test('are none in the lobby, and none of somebody who was removed', () => {
    expect(resultsAfter([joining(0)])).toEqual([]);
    const removed: Happening = { k: 'remove', id: idOf(0) };
    expect(resultsAfter([...TWO_VOTES, removed]).map(({ person }) => person.name)).toEqual([
      'Ben',
      'Cleo',
    ]);
  });

  test('keep second votes and what was not seen beside the file that a terminal wrote for the same person', () => {
    const all = [...TWO_VOTES, ...END];
    const files = textsAfter(all).flatMap((text, i) => {
      const { second: _, unseen: __, ...own } = JSON.parse(text) as Record<string, unknown>;
      const later = { ...own, saved: 9e6 };
      return readSubmission(course, `results/${i}.json`, JSON.stringify(later));
    });
    const { checks, people } = reportOf([...journal(all), ...files]);
    const alone = reportAfter(all);
    expect(checks.map(({ second }) => second)).toEqual(alone.checks.map(({ second }) => second));
    expect(people.map(({ of }) => of)).toEqual(alone.people.map(({ of }) => of));
  });

  test('have no score before the end, and a hand-in code with the first votes', () => {
    const [before = ''] = textsAfter(TWO_VOTES);
    expect(before).not.toContain('"score"');
    const [text = ''] = textsAfter([...TWO_VOTES, ...END]);
    const written = JSON.parse(text) as { score: unknown; handInCode: string };
    expect(written.score).toEqual({ right: 1, answered: 2, checks: 2 });
    const code = readHandIn(course, written.handInCode);
    expect('chosen' in code && code.chosen.get(checkOf(one).id)).not.toBe(checkOf(one).key);
    expect('status' in code && code.status).toBe('handed-in');
  });

  test('are readable for version 0.3.0: it finds all fields that it reads, and no other version', () => {
    const [text = ''] = textsAfter([...TWO_VOTES, ...END]);
    const { second, unseen, ...old } = JSON.parse(text) as Record<string, unknown>;
    expect([second, unseen].every(Array.isArray)).toBe(true);
    expect(readResult(JSON.stringify(old))).toMatchObject({ second: [], unseen: [] });
    expect(Object.keys(old)).toEqual([
      ...[
        'kind',
        'version',
        'course',
        'exercise',
        'code',
        'lessons',
        'minutes',
        'feedback',
        'certainty',
      ],
      ...['person', 'began', 'saved', 'handedIn', 'status', 'answers', 'score', 'handInCode'],
    ]);
  });

  test.each([
    ['second', 'x'],
    ['second', [{ check: 'a' }]],
    ['unseen', [1]],
    ['second', Array(2_001).fill({ check: 'a', choice: 'b' })],
  ])('with a damaged %s are rejected', (field, value) => {
    const [text = ''] = textsAfter(TWO_VOTES);
    const damaged = JSON.stringify({ ...JSON.parse(text), [field]: value });
    expect(readResult(damaged)).toEqual({
      rejected: 'is damaged: some of its fields are missing or wrong',
    });
  });
});

describe('the report of a live room', () => {
  const report = reportAfter([...TWO_VOTES, ...END]);
  const first = report.checks.find(({ check }) => check === checkOf(one).id);

  test('counts the first vote, and has the second beside it', () => {
    expect([first?.right, first?.answered, first?.p]).toEqual([1, 2, 0.5]);
    expect(first?.second).toMatchObject({ answered: 3, right: 2, toRight: 1, fromRight: 0 });
    expect([...(first?.second?.counts.values() ?? [])].reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(report.checks.filter(({ second }) => second).length).toBe(1);
  });

  test('counts a person only for the questions that the person could see', () => {
    expect(report.people.map(({ name, right, of }) => `${name}: ${right} of ${of}`)).toEqual([
      'Ada: 1 of 2',
      'Ben: 1 of 2',
      'Cleo: 1 of 1',
    ]);
  });

  const SAID =
    'Second vote: 2 of 3 right (the same people in the first vote: 1 of 2). 1 person changed to the right answer, 0 away from it.';

  test('says it in the text, short and long', () => {
    const all = layOut(roomBlocks(report, course.material()), 200);
    expect(all).toContain(SAID);
    expect(all).toContain('1 → 2  ');
    expect(all).toContain(`Cleo (7K2M): 1 of 1 right, ${questions.length - 1} not seen, handed in`);
    expect(briefText(report, course.material(), 200)).toContain('Second vote: 2 of 3 right');
  });

  test('has it in JSON and at the end of the CSV', () => {
    const { checks } = JSON.parse(roomJson(report)) as {
      checks: { check: string; second: { choices: { choice: string; count: number }[] } | null }[];
    };
    const voted = checks.find(({ check }) => check === checkOf(one).id)?.second;
    expect(voted).toMatchObject({ answered: 3, right: 2, toRight: 1, fromRight: 0 });
    expect(voted?.choices.find(({ choice }) => choice === checkOf(one).key)?.count).toBe(2);
    expect(checks.find(({ check }) => check === checkOf(two).id)?.second).toBeNull();
    const rows = roomCsv(report, course.material()).split('\r\n');
    expect(rows[0]?.split(',').slice(-3)).toEqual([
      'second_choice',
      'second_right',
      'second_answer',
    ]);
    const ofCleo = rows.filter((row) => row.includes(`,Cleo,denied,${checkOf(one).id},`));
    expect(ofCleo.map((row) => row.split(',').at(-2))).toEqual(['no']);
  });

  test('is the same from the journal, from result files and from both in one folder', () => {
    const files = resultFiles([...TWO_VOTES, ...END]);
    const withoutPlaces = ({ people, ...rest }: RoomReport) => ({
      ...rest,
      people: people.map((person) => ({ ...person, where: '', saved: 0 })),
    });
    expect(withoutPlaces(reportOf(files))).toEqual(withoutPlaces(report));
    const both = reportOf([...files, ...journal([...TWO_VOTES, ...END])]);
    expect(withoutPlaces(both)).toEqual(withoutPlaces(report));
    expect(both.leftOut).toEqual([]);
  });

  test('counts the journal if the result files are older, and leaves out who was removed', () => {
    const old = resultFiles(TWO_VOTES.slice(0, 6));
    const removed: Happening = { k: 'remove', id: idOf(1) };
    const { people, leftOut } = reportOf([...old, ...journal([...TWO_VOTES, removed])]);
    expect(people.map(({ name, answered }) => `${name} ${answered}`)).toEqual(['Ada 2', 'Cleo 1']);
    expect(leftOut).toEqual([]);
  });

  test('counts a file with more answers than a damaged journal, and names the damaged line once', () => {
    const events = eventsOf(course, rules, [...TWO_VOTES, ...END]);
    const text = journalText(events)
      .split('\n')
      .map((line, i) => (i === 5 || i === 11 ? line.replace('answer', 'anxwer') : line))
      .join('\n');
    const files = resultFiles([...TWO_VOTES, ...END]);
    const damaged = readSubmission(course, 'room.jsonl', text);
    const { people, leftOut } = reportOf([...files, ...damaged]);
    expect(people.map(({ name, answered, second }) => [name, answered, second.size])).toEqual([
      ['Ada', 2, 1],
      ['Ben', 1, 1],
      ['Cleo', 1, 1],
    ]);
    expect(leftOut).toEqual([
      {
        where: 'room.jsonl',
        why: 'has 2 damaged lines (6 and 12): what they say does not count',
      },
    ]);
  });

  test('counts the people of a room in which some joined again and again', () => {
    const again = Array.from({ length: 2_100 }, () => joining(0, 'Ada'));
    const { people, leftOut } = reportAfter([...again, ...TWO_VOTES, ...END]);
    expect([people.length, leftOut]).toEqual([3, []]);
  });

  test('has the answers of a journal whose beginning is damaged', () => {
    const events = eventsOf(course, rules, [...TWO_VOTES, ...END]);
    const text = journalText(events).replace('"k":"begin"', '"k":"began"');
    const { people, leftOut } = reportOf(readSubmission(course, 'room.jsonl', text));
    expect(people.length).toBe(3);
    expect(leftOut.map(({ why }) => why)).toEqual([
      'has 1 damaged line (4): what it says does not count',
    ]);
  });

  test('says why a journal cannot be read', () => {
    const events = eventsOf(course, rules, TWO_VOTES);
    const [opened, ...others] = events;
    const why = (some: readonly RoomEvent[]) =>
      readSubmission(course, 'room.jsonl', journalText(some)).map((read) =>
        'rejected' in read ? read.rejected : '',
      );
    expect(why(others)).toEqual([
      'is not the journal of a live room, or its line about the room is damaged: the result files count',
    ]);
    if (opened?.k !== 'room') throw new Error('not opened');
    const other = { ...rules, room: { ...room, lessons: ['elsewhere'] } };
    expect(why([{ ...opened, course: 'their-course', rules: other }, ...others])).toEqual([
      'is from another course: their-course',
    ]);
    expect(why([{ ...opened, exercise: '00000000' }, ...others])).toEqual([
      'is from another version of the course: its questions or right answers differ',
    ]);
  });
});

describe('the scores of a live room', () => {
  const results = simulatedRoom(course, room, { people: 40, seed: 5, difficulty: () => 0 });
  const submissions = (some: readonly Result[]): Submission[] =>
    some.map((result, i) => ({ where: `${i}.json`, result }));
  const correlations = ({ checks }: RoomReport) =>
    checks
      .map(({ check, itemRest, pointBiserial }) => ({ check, itemRest, pointBiserial }))
      .sort((a, b) => a.check.localeCompare(b.check));
  /** Without what came before the question with this index, or from it on. */
  const part = (result: Result, from: number, to?: number): Result => {
    const answers = result.answers.slice(from, to);
    const seen = new Set(answers.map(({ check }) => check));
    const unseen = result.answers.flatMap(({ check }) => (seen.has(check) ? [] : [check]));
    return { ...result, answers, unseen };
  };
  const punctual = results.slice(0, 30);

  test('are compared only among people who saw the same: latecomers change no correlation', () => {
    const late = results.slice(30).map((one) => part(one, 3));
    const both = reportOf(submissions([...punctual, ...late]));
    expect(correlations(both)).toEqual(correlations(reportOf(submissions(punctual))));
    expect(both.checks.map(({ answered }) => answered).sort()).toEqual(
      results[0]?.answers.map((_, i) => (i < 3 ? 30 : 40)),
    );
  });

  test('do not depend on the few who went on, on paper, after the room ended early', () => {
    const early = punctual.map((one) => part(one, 0, 4));
    const both = reportOf(submissions([...early, ...results.slice(30)]));
    const same = reportOf(
      submissions([...punctual, ...results.slice(30)].map((one) => part(one, 0, 4))),
    );
    expect(correlations(both)).toEqual(correlations(same));
    expect(both.checks.filter(({ itemRest }) => itemRest !== undefined).length).toBe(4);
  });
});

/** Any order of what can happen in a room of four, also what no host would allow. */
const happening = fc.oneof(
  fc.nat(3).map((person) => joining(person)),
  fc.constantFrom<Happening>(
    ...[{ k: 'begin' } as const, CLOSE, { k: 'talk' } as const, { k: 'open' } as const],
    ...[{ k: 'reveal' } as const, { k: 'end' } as const],
  ),
  fc.nat(stops.length - 1).map((stop): Happening => ({ k: 'go', stop })),
  fc
    .tuple(fc.nat(3), fc.constantFrom(...questions), fc.constantFrom<1 | 2>(1, 2), fc.boolean())
    .map((given) => answering(stops, ...given)),
  fc.nat(3).map((person): Happening => ({ k: 'remove', id: idOf(person) })),
  fc.nat(3).map((person): Happening => ({ k: 'rename', id: idOf(person), name: '=1+1' })),
  fc.nat(3).map((person): Happening => ({ k: 'hand-in', id: idOf(person), because: 'time' })),
);

test('the results of any journal agree with the state of its room', () => {
  fc.assert(
    fc.property(
      fc.array(happening, { maxLength: 40 }),
      fc.constantFrom<'together' | 'own'>('together', 'own'),
      (some, pace) => {
        const happenings: Happening[] = [joining(0), joining(1), { k: 'begin' }, ...some];
        const live = { ...rules, pace };
        const events = eventsOf(course, live, happenings);
        const members = present(roomOfEvents(course, live, events));
        const results = resultsAfter(happenings, live);
        expect(results.map(({ person }) => person.id)).toEqual(members.map(({ id }) => id));
        for (const [i, { answers, second, unseen }] of results.entries()) {
          const votes = [answers, second].map(
            (vote) => new Map(vote.map(({ check, choice }) => [check, choice])),
          );
          expect(votes).toEqual([members[i]?.first, members[i]?.second]);
          expect(answers.some(({ check }) => unseen.includes(check))).toBe(false);
        }
        const read = readSubmission(course, 'room.jsonl', journalText(events));
        const { people, leftOut } = reportOf(read);
        const voters = members.filter(({ first, second }) => first.size + second.size > 0);
        expect(people.map(({ id }) => id).sort()).toEqual(voters.map(({ id }) => id).sort());
        expect(people.length + leftOut.length).toBe(members.length);
      },
    ),
  );
});

/** Rooms in which people answer: in any journal, most answers are of nobody. */
const rushed = fc.oneof(
  { weight: 3, arbitrary: happening },
  { weight: 2, arbitrary: fc.nat(stops.length - 1).map((stop): Happening => ({ k: 'go', stop })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(3), fc.constantFrom(...questions), fc.boolean())
      .map(([person, stop, isRight]) => answering(stops, person, stop, 1, isRight)),
  },
);

test('at the end of any room, the page, the result and the report have the same score', () => {
  const plan = roomPlan(course.index, course.material(), stops, room.code);
  let counted = 0;
  fc.assert(
    fc.property(
      fc.array(rushed, { maxLength: 30, size: 'max' }),
      fc.constantFrom<'together' | 'own'>('together', 'own'),
      (some, pace) => {
        const live = { ...rules, pace };
        const people: Happening[] = [joining(0), joining(1), { k: 'begin' }];
        const happenings: Happening[] = [...people, ...some, ...END];
        const events = eventsOf(course, live, happenings);
        const ended = roomOfEvents(course, live, events);
        const onPage = (id: string) => personView(ended, id, plan, 2e6).score;
        const text = (score: ExerciseScore) =>
          score.of === 0 ? undefined : (pace === 'own' ? scoreText : firstVoteText)(score);
        for (const written of textsAfter(happenings, live)) {
          const { person, score } = JSON.parse(written) as Written;
          expect(onPage(person.id)).toBe(text({ ...score, of: score.checks }));
        }
        const report = reportOf(readSubmission(course, 'room.jsonl', journalText(events)));
        for (const one of report.people) expect(onPage(one.id)).toBe(text(one));
        counted += report.people.filter(({ answered, of }) => answered > 0 && answered < of).length;
      },
    ),
  );
  expect(counted).toBeGreaterThan(30);
});

type Written = {
  readonly person: { readonly id: string };
  readonly score: { readonly right: number; readonly answered: number; readonly checks: number };
};
