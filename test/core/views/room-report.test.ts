import { describe, expect, test } from 'vitest';
import { shownCode } from '../../../src/core/room/room-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { anonymous, type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import { type RoomReportView, roomReportView } from '../../../src/core/views/room-report.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { layOut } from '../../../src/plain/block.js';
import { briefText } from '../../../src/plain/brief-room-report.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();
const room = roomFor(course, 'denied');

function reportOf(people: number, broken = 1): RoomReport {
  const results = simulatedRoom(course, room, { people, seed: 4, difficulty: () => 0 });
  const files = results.map((result, i) => ({ where: `${i}.json`, result }));
  const cut = Array.from({ length: broken }, () => ({
    where: 'cut.json',
    rejected: 'is broken or cut short',
  }));
  return roomReport(course, countedSubmissions(course, [...files, ...cut], room.code));
}

const viewOf = (report: RoomReport): RoomReportView => roomReportView(report, course.material());
const kindsOf = (report: RoomReport): string[] => viewOf(report).sections.map(({ kind }) => kind);

const linesOf = (report: RoomReport, width: number): string[] =>
  briefText(report, course.material(), width).split('\n');

describe('the report as text', () => {
  test('says how many answers have a certainty, since hand-in codes hold none', () => {
    const textOf = (rated: number): string => {
      const results = simulatedRoom(course, room, { people: 5, seed: 4, difficulty: () => 0 });
      const files = results.map(({ answers, ...result }, i) => {
        const sure = answers.map((answer) => ({ ...answer, certainty: 'certain' as const }));
        return { where: `${i}.json`, result: { ...result, answers: i < rated ? sure : answers } };
      });
      const report = roomReport(course, countedSubmissions(course, files, room.code));
      return layOut(roomBlocks(report, course.material()), 400);
    };
    expect(textOf(2)).toMatch(
      /of 2 right; certainty is known for 2 of 5 answers \(hand-in codes and paper don't say\)/,
    );
    expect(textOf(5)).toMatch(/certain: \d of 5 right$/im);
    expect(textOf(5) + textOf(0)).not.toContain('certainty is known');
  });

  test.each([
    [40, 1],
    [80, 1],
    [80, 100],
    [40, 100],
  ])('at %i columns begins with 25 lines, with %i files that do not count', (width, broken) => {
    const report = reportOf(40, broken);
    const lines = linesOf(report, width);
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines.slice(0, 2).join(' ')).toContain('40 people');
    expect(lines).toContain(
      `Not counted: ${broken} ${broken === 1 ? 'file or line' : 'files or lines'}`,
    );
    expect(lines.at(-1)).toBe('--all shows the rest');
    const isAsked = (number: number) =>
      lines.some((line) => line.startsWith(`Question ${number}: `));
    const asked = report.checks.filter(({ number }) => isAsked(number));
    expect(asked.length).toBeGreaterThanOrEqual(broken === 1 ? 3 : 1);
    for (const { number, check, choices } of report.checks)
      if (report.talkAbout.includes(check) && isAsked(number)) {
        const at = lines.findIndex((line) => line.startsWith(`Question ${number}: `));
        const shown = lines.slice(at).join('\n').split('Question')[1] ?? '';
        for (const { count } of choices) expect(shown).toMatch(new RegExp(`[█░]{10} +${count} `));
      }
  });

  test('always lists up to five files and lines that somebody can correct, before the others', () => {
    const report = reportOf(40, 0);
    const doubles = Array.from({ length: 9 }, (_, i) => ({
      ...{ where: `${i}-again.json`, why: 'is from the same person as', countedAt: '1.json' },
      isHarmless: true as const,
    }));
    const wrong = Array.from({ length: 6 }, (_, i) => ({
      ...{ where: `chat.txt:${i + 1}`, name: 'Merry Gull', why: 'has 4 answers' },
    }));
    for (const width of [40, 80]) {
      const lines = linesOf({ ...report, leftOut: [...doubles, ...wrong] }, width);
      expect(lines.length).toBeLessThanOrEqual(25);
      const at = lines.findIndex((line) => line.startsWith('Not counted'));
      const text = lines.slice(at).join(' ');
      expect(text).toContain('Not counted: 6 files or lines, and 9 with nothing to fix');
      for (const place of [1, 2, 3, 4, 5])
        expect(text).toContain(`• chat.txt:${place} (Merry Gull) has`);
    }
    expect(linesOf({ ...report, leftOut: doubles }, 80)).toContain(
      'Not counted: 9 files or lines with nothing to fix',
    );
  });

  test.each([
    [80, 'has a code in which a character is wrong: ask for the code again', 5],
    [40, 'has a code in which a character is wrong: ask for the code again', 4],
    [
      80,
      'has a code that was made with 0.2.0 (a1b2c3), this is 0.3.0 (d4e5f6), and the questions differ. Look at the board again. If the board has the same code, get on-the-record from your facilitator. If the room uses another course, choose it with --course',
      3,
    ],
    [40, `has lines from paper: ${'look at the code again, '.repeat(9)}or add a line`, 1],
  ])('at %i columns cuts no word of what somebody has to do: %s', (width, why, fewest) => {
    const leftOut = Array.from({ length: 7 }, (_, i) => ({
      ...{ where: `results/room-2/chat-of-tuesday-${i + 1}.txt:1${i}`, name: 'Merry Gull', why },
    }));
    const lines = linesOf({ ...reportOf(40, 0), leftOut }, width);
    expect(lines.length).toBeLessThanOrEqual(25);
    const at = lines.findIndex((line) => line.startsWith('Not counted'));
    const items = lines
      .slice(at + 1, -1)
      .join(' ')
      .replace(/ +/g, ' ')
      .split('• ')
      .slice(1);
    expect(items.length).toBeGreaterThanOrEqual(fewest);
    for (const item of items) expect(item.trim().endsWith(why), item).toBe(true);
  });

  test('is all there if it is short, and lists what does not count if nobody does', () => {
    expect(linesOf(reportOf(0), 80)).toEqual([
      'How the room answered',
      `0 people · code ${shownCode(room.code)}`,
      '',
      'No result could be counted.',
      '',
      'Not counted',
      '• cut.json is broken or cut short',
    ]);
    const many = linesOf(reportOf(0, 100), 80);
    expect(many).toHaveLength(25);
    expect(many.filter((line) => line.startsWith('• cut.json'))).toHaveLength(18);
  });
});

/** Every text in a view, but not its kinds. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([key, one]) => (key === 'kind' ? [] : textsIn(one)));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

describe('the view of a room report', () => {
  test('has the questions to talk about first, and what was not counted last', () => {
    const kinds = ['talk', 'checks', 'notes', 'scores', 'list', 'list', 'list'];
    expect(kindsOf(reportOf(3))).toEqual(kinds);
  });

  test('has the three worst questions to talk about, each with its answer and a proof', () => {
    const report = reportOf(3);
    const [talk] = viewOf(report).sections;
    if (talk?.kind !== 'talk') throw new Error('the first section is the talk');
    const worst = report.checks.slice(0, 3).map(({ item }) => item);
    expect(talk.questions.map(({ stem }) => stem)).toEqual(
      report.checks.slice(0, 3).map(({ item, number }) => `Question ${number}: ${item.stem}`),
    );
    expect(talk.questions.map(({ key }) => key)).toEqual(
      worst.map(({ key, choices, inText }) => {
        const at = choices.findIndex(({ id }) => id === key);
        return `${inText ? `${at + 1} ` : ''}${choices[at]?.text}`; // as in the sentence
      }),
    );
    for (const { proofs } of talk.questions)
      expect(proofs.flatMap(({ sentences }) => sentences)).not.toEqual([]);
  });

  test('has a short id instead of a name for each person, if it is anonymous', () => {
    const { sections } = viewOf(anonymous(reportOf(3)));
    const people = sections.find((one) => one.kind === 'list' && one.title === 'Who took part');
    if (people?.kind !== 'list') throw new Error('no people');
    expect(people.items).toEqual([
      expect.stringMatching(/^Person 1 \([0-9A-Z]{4}\): \d of 5 right, handed in$/),
      expect.stringMatching(/^Person 2 \([0-9A-Z]{4}\): /),
      expect.stringMatching(/^Person 3 \([0-9A-Z]{4}\): /),
    ]);
  });

  test('has Person 2 before Person 10, and no line of the page breaks within --merge', () => {
    const report = anonymous(reportOf(11));
    const ids = report.people.slice(0, 2).map(({ id }) => id);
    const shuffled = { ...report, people: report.people.toReversed(), maybeSame: [ids] };
    const text = textsIn(viewOf(shuffled)).join('\n');
    expect(text.indexOf('Person 2 (')).toBeLessThan(text.indexOf('Person 10 ('));
    const html = roomHtml(shuffled, course.material());
    expect(html).toContain(
      'To count that person once, with their first answers, add <code>--merge</code>.',
    );
    expect(html).toContain('code { white-space: nowrap; }');
  });

  test('calls nothing the most common and nothing the hardest, with two people', () => {
    const { sections } = viewOf(reportOf(2));
    const text = textsIn(sections).join('\n');
    expect(text).not.toMatch(/most common|hardest/);
    const checks = sections.find(({ kind }) => kind === 'checks');
    if (checks?.kind !== 'checks') throw new Error('no questions');
    expect(checks.checks.map(({ stem }) => stem.split(':')[0])).toEqual(
      checks.checks.map((_, i) => `Question ${i + 1}`),
    );
    expect(textsIn(viewOf(reportOf(3))).join('\n')).toMatch(/hardest[\s\S]*most common/);
  });

  test('says that nobody handed in anything, and what was not counted', () => {
    expect(viewOf(reportOf(0)).sections).toEqual([
      { kind: 'nobody', text: 'No result could be counted.' },
      { kind: 'list', title: 'Not counted', items: ['cut.json is broken or cut short'] },
    ]);
  });

  test.each([0, 3, 40])('is all there in the text and on the page, with %i people', (people) => {
    const report = reportOf(people);
    const text = layOut(roomBlocks(report, course.material()), 1000);
    const html = roomHtml(report, course.material());
    const texts = textsIn(viewOf(report));
    expect(texts.length).toBeGreaterThan(3);
    for (const one of texts) {
      expect(text).toContain(one);
      expect(html).toContain(escaped(one));
    }
  });
});
