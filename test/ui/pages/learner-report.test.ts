import { expect, test } from 'vitest';
import { learnerReport } from '../../../src/core/learner-report/report.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { pastAnswers } from '../../../src/core/log/past-answers.js';
import { doubtTexts, REPORT_HEADINGS } from '../../../src/core/messages/report.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { reportView } from '../../../src/core/views/learner-report.js';
import { layOut } from '../../../src/plain/block.js';
import { reportBlocks } from '../../../src/plain/pages/learner-report.js';
import { HOME } from '../../../src/ui/keys/footer-keys.js';
import { learnerReportPage } from '../../../src/ui/pages/learner-report.js';
import { answer } from '../../support/any-log.js';
import { course, lessons } from '../../support/kinds-course.js';
import { inOneLine } from '../../support/shown-beside.js';

const { index, material } = course;

/** Where I stand after these answers, on screen and in lines, without line breaks. */
function shown(log: readonly LogEntry[]): readonly string[] {
  const past = pastAnswers(log);
  const progress = foldAll(log);
  const report = learnerReport({ course: index, lessons, material, progress, past, today: 0 });
  const { before } = learnerReportPage(report, material, HOME, 40);
  const screen = before.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
  return [screen, layOut(reportBlocks(report, material), 40)].map(inOneLine);
}

test('Where I stand says both errors and compares them, in the same words on screen and in lines', () => {
  const log = [
    answer({ id: 'a', t: 1 }, { check: 'why', choice: 'money', right: false }),
    answer({ id: 'b', t: 2 }, { check: 'who', choice: 'spokesman' }),
  ];
  const [taken = '', overlooked = '', compared = ''] = doubtTexts({
    takenAsSaid: { count: 1, of: 1 },
    overlooked: { count: 0, of: 1 },
  });
  for (const page of shown(log))
    for (const text of [REPORT_HEADINGS.doubt, taken, overlooked, compared])
      expect(page).toContain(text);
});

test('the bar of a lesson shows what its text counts, and what was mended', () => {
  const input = { course: index, lessons, material, progress: foldAll([]), past: [], today: 0 };
  const all = learnerReport(input);
  const oneOfNine = { state: 'done', checks: 9, answered: 9, correct: 1, mended: 4 } as const;
  const report = { ...all, lessons: all.lessons.map((lesson) => ({ ...lesson, ...oneOfNine })) };
  const [row] = reportView(report, material).lessons.shares ?? [];
  expect(row).toMatchObject({ text: '1 of 9 right', share: 1 / 9, reached: 5 / 9 });
  const { before } = learnerReportPage(report, material, HOME, 80);
  const screen = before.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
  expect(screen).toMatch(/█▒▒▒▒░░░░░ {2}1 of 9 right/);
});

test('the footer of Where I stand says what Enter opens', () => {
  const input = { course: index, lessons, material, progress: foldAll([]), past: [], today: 0 };
  const { footer } = learnerReportPage(learnerReport(input), material, HOME, 40);
  expect(footer.map(({ keys, label }) => `${keys} ${label}`)).toContain(
    'enter the map: who did what',
  );
});

test('Where I stand leaves them out before the first question about what is left open', () => {
  for (const page of shown([answer({ id: 'a', t: 1 }, { check: 'row-fee', choice: 'demanded' })]))
    expect(page).not.toContain(REPORT_HEADINGS.doubt);
});
