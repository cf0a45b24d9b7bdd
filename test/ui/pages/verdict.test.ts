import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import { type VerdictScene, verdictView } from '../../../src/core/views/verdict.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import type { Line } from '../../../src/ui/layout/line.js';
import type { Page } from '../../../src/ui/layout/page.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { verdictPage } from '../../../src/ui/pages/verdict.js';
import { choosing, type Play, play } from '../../support/play.js';
import { shippedCourse } from '../../support/shipped-course.js';
import { material, second } from '../../support/small-course.js';
import { verdictScene } from '../../support/verdicts.js';

const BRIDGE: Check = {
  kind: 'check',
  id: 'who-spoke',
  stem: 'Who spoke of the bridge?',
  skill: 'attribution',
  claims: [],
  evidence: ['p1s1'],
  truth: 'The mayor spoke of the bridge.',
  words: ['The mayor'],
  key: 'mayor',
  choices: [
    {
      id: 'warden',
      text: 'The warden, who is in charge of the bridge',
      feedback: 'The warden did not speak.',
      misreading: 'wrong-source',
    },
    { id: 'mayor', text: 'The mayor', feedback: 'It says "the mayor spoke".' },
    { id: 'nobody', text: 'Nobody', feedback: 'That was Sunday (¶2).', misreading: 'wrong-time' },
  ],
};

const state = play().state();

const bodyOf = (now: VerdictScene, width: number, more = false, of = material) =>
  verdictPage(
    { view: verdictView(now, state, of), passages: [], closedBook: false, inLesson: true, more },
    width,
  );

const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

const wrong = verdictScene(BRIDGE, 'warden');

describe('a verdict on screen', () => {
  test('keeps the question and its choices, and then explains', () => {
    expect(bodyOf(wrong, 72).before.map(textOf)).toEqual([
      'Who spoke of the bridge?',
      '',
      '✗ 1  The warden, who is in charge of the bridge              your answer',
      '✓ 2  The mayor',
      '  3  Nobody',
      '',
      '✗ Not this time',
      '✓ It says "the mayor spoke".',
      '✗ The warden did not speak.',
      '',
      'Credited to the wrong person. Ask: who says this, and how are they',
      'named?',
      '',
      '  ▌The mayor spoke of the bridge.                         ¶1, sentence 1',
    ]);
  });

  test('in a narrow window has "your answer" and the place of the proof where there is room', () => {
    expect(bodyOf(wrong, 36).before.map(textOf)).toEqual([
      'Who spoke of the bridge?',
      '',
      '✗ 1  The warden, who is in charge of',
      '     the bridge          your answer',
      '',
      '✓ 2  The mayor',
      '',
      '  3  Nobody',
      '',
      '✗ Not this time',
      '✓ It says "the mayor spoke".',
      '✗ The warden did not speak.',
      '',
      'Credited to the wrong person. Ask:',
      'who says this, and how are they',
      'named?',
      '',
      '  ▌The mayor spoke of the bridge.',
      '                      ¶1, sentence 1',
    ]);
  });

  test('after a right answer has the reason under the headline, without a second mark', () => {
    const rows = bodyOf(verdictScene(BRIDGE, 'mayor'), 72).before.map(textOf);
    expect(rows.slice(3, 8)).toEqual([
      `✓ 2  The mayor${' '.repeat(47)}your answer`,
      '  3  Nobody',
      '',
      '✓ Right',
      '  It says "the mayor spoke".',
    ]);
  });

  test('has the statement of a row of a sort board below the board’s question', () => {
    const row = { board: 'steps', stem: 'What is reported?', statement: 'A fee for readers' };
    const check = { ...BRIDGE, stem: `${row.stem} ${row.statement}`, row };
    const rows = bodyOf(verdictScene(check, 'mayor'), 72).before.map(textOf);
    expect(rows.slice(0, 4)).toEqual([row.stem, '', `▌ ${row.statement}`, '']);
  });

  test('has the question, the headline and the deciding words bold', () => {
    const bold = bodyOf(wrong, 72)
      .before.flatMap(({ spans }) => spans)
      .flatMap(({ text, tone }) => (tone === 'strong' ? [text] : []));
    expect(bold).toEqual(['Who spoke of the bridge?', 'Not this time', 'The mayor']);
  });

  test('has nothing faint', () => {
    const { before, after } = bodyOf(wrong, 72, true);
    const faint = [...before, ...after]
      .flatMap(({ spans }) => spans)
      .flatMap(({ text, tone }) => (tone === 'faint' ? [text] : []));
    expect(faint).toEqual([]);
  });

  test('adds with more the other choices and the id below, and opens there', () => {
    const short = bodyOf(wrong, 72);
    const long = bodyOf(wrong, 72, true);
    expect(long.before).toEqual(short.before);
    expect(short.after).toEqual([]);
    expect(long.after.map(textOf)).toEqual([
      '',
      '  3  Nobody',
      '     That was Sunday (¶2).',
      '',
      'To report this question, give its id: ledger/who-spoke',
    ]);
    const page = { id: 'p', title: '', where: '', whereShort: '', ...long };
    const { offset, lastOffset } = layOut(page, { columns: 40, rows: 12 }, { highlight: 0 }, []);
    expect(lastOffset).toBeGreaterThan(0);
    expect(offset).toBe(lastOffset);
  });
});

/** The page of a session, with the rows of its passage. */
function pageIn(session: Play): Omit<Page, 'passage'> & { readonly passageRows?: unknown } {
  const { passage, ...page } = pageOf(session.state(), () => material, 72);
  return { ...page, passageRows: passage?.(72) };
}

const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;

describe('a verdict that the learner comes back to is the same page:', () => {
  test('after going back', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT);
    session.do(...choosing(session, 'a'));
    const shown = pageIn(session);
    expect(session.at()).toBe('verdict one');
    session.do(NEXT, { type: 'back' });
    expect(session.at()).toBe('verdict one');
    expect(pageIn(session)).toEqual(shown);
  });

  test('after a new start', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT);
    session.do(...choosing(session, 'a'));
    const again = play({ lesson: 'first', log: session.log });
    expect(again.at()).toBe('verdict one');
    expect(pageIn(again)).toEqual(pageIn(session));
  });

  test('in an exercise that is handed in, whether verdicts waited or not', () => {
    const [now, later] = (['now', 'later'] as const).map((feedback) => {
      const room = { code: 'TUESDAY', lessons: ['second'], minutes: 0, feedback };
      const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
      const exercise = exerciseHash([second]);
      const session = play({ log: [{ k: 'join', id: 'j', t: 0, room, person, exercise }] });
      session.do(ENTER);
      session.do(...choosing(session, 'b'));
      const shown = feedback === 'now' ? pageIn(session) : undefined;
      while (session.at() !== 'exercise') session.do(NEXT);
      session.do(ENTER, ENTER);
      expect(session.at()).toBe('verdict three');
      if (shown) expect(pageIn(session).before).toEqual(shown.before);
      return pageIn(session).before;
    });
    expect(later).toEqual(now);
    expect(now?.map(textOf).filter((row) => /^[✓✗ ] \d {2}/.test(row))).toHaveLength(3);
  });
});

test('nine of ten verdicts of the shipped course fit into 80x24', () => {
  const course = shippedCourse();
  const heights = course.index.lessons.flatMap(({ id }) =>
    checksOf(course.lesson(id)).flatMap((check) =>
      check.choices.map((choice) => {
        const body = bodyOf(verdictScene(check, choice.id), 72, false, course.material());
        const page = { id: 'p', title: '', where: '', whereShort: '', done: 0.5, ...body };
        return layOut(page, { columns: 80, rows: 24 }, { highlight: 0 }, []).lastOffset;
      }),
    ),
  );
  expect(heights.length).toBeGreaterThan(100);
  const fitting = heights.filter((rest) => rest === 0);
  expect(fitting.length / heights.length).toBeGreaterThan(0.9);
});
