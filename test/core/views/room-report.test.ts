import { describe, expect, test } from 'vitest';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { anonymous, type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import { type RoomReportView, roomReportView } from '../../../src/core/views/room-report.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { layOut } from '../../../src/plain/block.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();
const room = roomFor(course, 'denied');

function reportOf(people: number): RoomReport {
  const results = simulatedRoom(course, room, { people, seed: 4, difficulty: () => 0 });
  const files = results.map((result, i) => ({ where: `${i}.json`, result }));
  const broken = { where: 'cut.json', rejected: 'is broken or cut short' };
  return roomReport(course, countedSubmissions(course, [...files, broken], room.code));
}

const viewOf = (report: RoomReport): RoomReportView => roomReportView(report, course.material());
const kindsOf = (report: RoomReport): string[] => viewOf(report).sections.map(({ kind }) => kind);

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
    expect(talk.questions.map(({ stem }) => stem)).toEqual(worst.map(({ stem }) => stem));
    expect(talk.questions.map(({ key }) => key)).toEqual(
      worst.map(({ key, choices, inText }) => {
        const at = choices.findIndex(({ id }) => id === key);
        return `${inText ? `${at + 1} ` : ''}${choices[at]?.text}`; // as in the sentence
      }),
    );
    for (const { proofs } of talk.questions)
      expect(proofs.flatMap(({ sentences }) => sentences)).not.toEqual([]);
  });

  test('says how many people there were, and no name, if it is anonymous', () => {
    const { sections } = viewOf(anonymous(reportOf(3)));
    expect(sections).toContainEqual({ kind: 'count', title: 'Who took part', text: '3 people' });
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
