import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/course/problem.js';
import { scene } from '../../../src/core/scene/scene.js';
import { inspectPage } from '../../../src/ui/pages/inspect.js';
import { ADA, joins, oneStep, roomCourse } from '../../support/room-course.js';

const ROOM = {
  code: 'TUESDAY',
  lessons: ['the-wall'],
  minutes: 0,
  feedback: 'now',
} as const;

const PICKS = Object.fromEntries(
  roomCourse.lessons
    .flatMap(({ body }) => body)
    .flatMap((step) => (step.kind === 'board' ? step.rows : step.kind === 'check' ? [step] : []))
    .map(({ id, key }) => [id, key]),
);

/** What the author sees at this step, before it is answered. */
function inspectedAt(step: string, findings: readonly Problem[] = []): string {
  const session = joins(ROOM, ADA);
  session.store.dispatch({ type: 'enter' });
  for (let i = 0; i < 20; i++) {
    const now = scene(session.store.state());
    if ('step' in now && now.step.id === step) {
      const { before } = inspectPage(
        { course: roomCourse.index, now, material: roomCourse.material, findings },
        200,
      );
      return before.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
    }
    oneStep(session, PICKS);
  }
  throw new Error(`no step ${step}`);
}

const finding = (file: string, rule: string, message: string): Problem => ({
  ...{ severity: 'warning', file, line: 3, column: 5, rule, message },
});

describe('the page for the author', () => {
  test('has the warnings of the course first, then the step, then what is still to do', () => {
    const text = inspectedAt('who-lock', [
      finding('the-answer.yaml', 'key-length', 'the key is the longest choice'),
      finding('the-wall.yaml', 'no-question', 'this is no question'),
      finding('the-answer.yaml', 'todo', 'still to do: write it'),
      finding('the-wall.yaml', 'not-shown', 'the board is not shown: there is no source'),
    ]);
    const parts = [
      'Not shown',
      'the board is not shown: there is no source',
      'Warnings',
      'the-wall.yaml:3:5  no-question',
      'this is no question',
      'the-answer.yaml:3:5  key-length',
      'the-wall/who-lock',
      'Still to do',
      'the-answer.yaml:3:5',
      '    write it',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(text.lastIndexOf('the-answer.yaml:3:5')).toBeGreaterThan(text.indexOf('Still to do'));
    expect(places.slice(0, 6)).toEqual(places.slice(0, 6).toSorted((a, b) => a - b));
  });

  test('lists at most fifty warnings', () => {
    const many = Array.from({ length: 53 }, (_, i) => finding('a.yaml', `rule-${i}`, 'look'));
    expect(inspectedAt('who-lock', many)).toContain('and 3 more');
    expect(inspectedAt('who-lock', many)).not.toContain('rule-50');
  });

  test('has the headings of a board, and each row with its heading and misreadings', () => {
    const text = inspectedAt('which-step');
    expect(text).toContain('board      the-wall/which-step');
    for (const heading of ['done', 'threatened', 'demanded', 'refused'])
      expect(text).toContain(`• ${heading}: ${heading}`);
    expect(text).toContain(
      [
        '• row-lock: threatened, measure',
        '    The council: the orchard locked at night',
        '    done threatened-as-done; demanded wrong-measure; refused wrong-measure',
        '    evidence p1s1',
      ].join('\n'),
    );
    expect(text).toContain('• lock-at-night: threat, source council');
  });

  test('has the place of each choice in the text, and claims no mixed order', () => {
    const text = inspectedAt('which-words');
    expect(text).toContain('order      as in the text: the choices are words of the passage');
    expect(text).toContain('• unnamed: the key, in p1s3, characters 13 to 37');
    expect(text).not.toContain('mixed');
    expect(inspectedAt('who-lock')).toContain('order      mixed');
  });

  test('has the sentence, the words and the habit of an example', () => {
    const text = inspectedAt('example');
    expect(text).toContain('example    the-wall/example');
    expect(text).toContain('habit      who');
    expect(text).toContain('    the sexton told the choir');
  });
});
