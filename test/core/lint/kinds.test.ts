import { describe, expect, test } from 'vitest';
import { type LintReport, lintCourse } from '../../../src/core/lint/lint-course.js';
import { type Edit, kindsFiles } from '../../support/kinds.js';

function reportOf(...edits: readonly Edit[]): LintReport {
  const { files, unread } = kindsFiles(...edits);
  return lintCourse(files, unread);
}

const problemsOf = (...edits: readonly Edit[]): string[] =>
  reportOf(...edits).problems.map(
    ({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule}: ${message}`,
  );

const STOP = 'the-stop.yaml';
const LAMPS = 'the-lamps.yaml';

test('a course with every kind of question has no problems', () => {
  expect(problemsOf()).toEqual([]);
});

describe('a row of a board', () => {
  test('asks about its claims', () => {
    const edit: Edit = [STOP, 'claims: [demands-stop]', 'claims: [costs-minutes]'];
    expect(problemsOf(edit)).toEqual([
      "ledger.yaml:2 warning unexercised: no check asks about the claim 'demands-stop': write one, or mark the claim 'exercise: no' with 'why'",
    ]);
  });

  test('contradicts a claim that says that it is not exercised', () => {
    const edit: Edit = [
      'ledger.yaml',
      '    sentence: p1s1',
      '    sentence: p1s1\n    exercise: no\n    why: It is easy.',
    ];
    expect(problemsOf(edit)).toEqual([
      "ledger.yaml:10 warning exercised: a check asks about 'demands-stop': take out 'exercise: no'",
    ]);
  });

  test('needs a reading before it that shows its evidence, whether written or from its claims', () => {
    const claims: Edit = [
      STOP,
      'claims: [demands-stop]',
      'claims: [demands-stop, offers-lamps]\n        truth: It is so.',
    ];
    expect(problemsOf(claims)).toEqual([
      "the-stop.yaml:102 warning unread-evidence: no reading before this check shows the sentence 'p3s1': put such a reading before the check",
    ]);
    const written: Edit = [
      STOP,
      'evidence: [p2s2]\n        truth: One',
      'evidence: [p2s2, p3s1]\n        truth: One',
    ];
    expect(problemsOf(written)).toEqual([
      "the-stop.yaml:124 warning unread-evidence: no reading before this check shows the sentence 'p3s1': put such a reading before the check",
    ]);
  });

  test('uses the source of its heading', () => {
    const mayor: Edit = [
      'sources.yaml',
      '  - id: driver\n',
      '  - { id: mayor, name: The mayor, type: person, naming: described, role: none, side: none }\n  - id: driver\n',
    ];
    expect(problemsOf(mayor)).toEqual([
      "sources.yaml:28 warning unused-source: no claim, choice or heading names the source 'mayor': take the source out",
    ]);
    expect(problemsOf(mayor, [LAMPS, 'names: driver', 'names: mayor'])).toEqual([
      "the-lamps.yaml:65 warning key-names: the right heading names 'mayor', and the claims are by 'driver': change 'names' or 'claims'",
    ]);
  });

  test('has feedback that explains, and the warning comes once for all headings that share it', () => {
    const edit: Edit = [
      STOP,
      "feedback: ¶1 says that the council demands the stop. The bus doesn't stop there yet.",
      'feedback: Wrong.',
    ];
    expect(problemsOf(edit)).toEqual([
      'the-stop.yaml:103 warning poor-feedback: this feedback only gives the verdict: say why, from the story',
    ]);
    const wrong: Edit = [
      STOP,
      'feedback: ¶2 says "would end". The contract has not ended.',
      'feedback: Not this time.',
    ];
    expect(problemsOf(wrong)).toEqual([
      'the-stop.yaml:112 warning poor-feedback: this feedback only gives the verdict: say why, from the story',
    ]);
  });

  test('has a statement without the words of its heading', () => {
    const edit: Edit = [
      STOP,
      "'The council: an end to the bus contract'",
      "'The council: it threatens to end the contract'",
    ];
    expect(problemsOf(edit)).toEqual([
      "the-stop.yaml:105 warning stem-word-in-key: the word 'threatened' of the right heading is in the statement: say the statement in other words",
    ]);
  });

  test('can say "not" in its statement, and the stem of its board cannot: that is one warning', () => {
    const statement: Edit = [
      STOP,
      "'The council: a stop at the hospital'",
      "'The drivers: not to stop at the hospital'",
    ];
    expect(problemsOf(statement)).toEqual([]);
    const stem: Edit = [
      STOP,
      'What does the story report about each step?',
      'What does the story not report?',
    ];
    expect(problemsOf(stem)).toEqual([
      "the-stop.yaml:95 warning negative-stem: readers easily miss 'not' in this question: ask without this word, or write the word in capitals",
    ]);
  });

  test('names no heading by its place', () => {
    const edit: Edit = [STOP, "'The council: a stop at the hospital'", "'The council: see above'"];
    expect(problemsOf(edit)).toEqual([
      "the-stop.yaml:99 warning position-words: 'see above' names a choice by its place or letter: name it by what it says",
    ]);
  });

  test('is not judged by the length and the form of its headings', () => {
    const edit: Edit = [
      LAMPS,
      'text: A driver',
      'text: someone who drives at night and is never named.',
    ];
    expect(problemsOf(edit)).toEqual([]);
  });

  test('counts as an item, and can be allowed to break a rule, as its board can', () => {
    expect(reportOf().items).toBe(34);
    const feedback: Edit = [LAMPS, 'feedback: The spokesman said this in ¶3.', 'feedback: Right.'];
    const allow = 'allow: [{ rule: poor-feedback, why: It is short. }]';
    const onRow: Edit = [
      LAMPS,
      '        heading: spokesman\n',
      `        heading: spokesman\n        ${allow}\n`,
    ];
    const onBoard: Edit = [
      LAMPS,
      '    misreading: wrong-source\n',
      `    misreading: wrong-source\n    ${allow}\n`,
    ];
    expect(problemsOf(feedback)).toHaveLength(1);
    for (const waiver of [onRow, onBoard]) {
      const { problems, waived } = reportOf(feedback, waiver);
      expect(problems).toEqual([]);
      expect(waived.map(({ rule, why }) => [rule, why])).toEqual([
        ['poor-feedback', 'It is short.'],
      ]);
      expect(problemsOf(waiver)).toEqual([expect.stringContaining('unused-waiver')]);
    }
  });
});

describe('a question in the text', () => {
  test('is not judged by the length, the form and the words of its choices', () => {
    const words: Edit = [STOP, 'words: some riders', 'words: that the stop could cost some riders'];
    expect(problemsOf(words)).toEqual([]);
    const echo: Edit = [
      STOP,
      "Which words show that the ten minutes are somebody's view?",
      'What was added?',
    ];
    expect(problemsOf(echo)).toEqual([]);
  });

  test('is judged by its stem, its feedback and its hint', () => {
    const stem: Edit = [
      STOP,
      "Which words show that the ten minutes are somebody's view?",
      'The ten minutes.',
    ];
    expect(problemsOf(stem)).toEqual([
      expect.stringContaining('the-stop.yaml:46 warning no-question:'),
    ]);
    const feedback: Edit = [
      STOP,
      'feedback: With "she added", the story credits the view to Vera Lind.',
      'feedback: Right.',
    ];
    expect(problemsOf(feedback)).toEqual([expect.stringContaining('warning poor-feedback:')]);
    const hint: Edit = [STOP, '    words: [She added]\n', '    hint: Look for what she added.\n'];
    expect(problemsOf(hint)).toEqual([
      'the-stop.yaml:51 warning hint-holds-key: the hint has the words of the right choice: say where to look instead',
    ]);
  });

  test('does not have its key word for word in its own stem', () => {
    const words: Edit = [STOP, 'words: She added\n', 'words: She added that\n'];
    const stem: Edit = [
      STOP,
      "Which words show that the ten minutes are somebody's view?",
      'Where does the story say that she added that the stop could cost ten minutes?',
    ];
    expect(problemsOf(words)).toEqual([]);
    expect(problemsOf(words, stem)).toEqual([
      'the-stop.yaml:52 warning key-given-away: the right choice appears word for word in the question: change the words of one of them',
    ]);
  });
});

describe('the balance of a course', () => {
  const [whole, stop, lamps] = reportOf().balances;
  const counts = (shares: readonly { name: string; count: number }[] = []) =>
    Object.fromEntries(shares.flatMap(({ name, count }) => (count > 0 ? [[name, count]] : [])));

  test('counts each row and each question in the text as a check', () => {
    expect([whole?.checks, stop?.checks, lamps?.checks]).toEqual([11, 7, 4]);
    expect(counts(whole?.skills)).toEqual({
      attribution: 4,
      demand: 2,
      measure: 2,
      sourcing: 2,
      limits: 1,
    });
  });

  test('counts the misreadings of wrong headings', () => {
    expect(counts(lamps?.misreadings)).toEqual({
      'wrong-source': 5,
      'wrong-side': 1,
      'added-cause': 1,
      'not-in-article': 1,
    });
    expect(stop?.misreadings[0]?.of).toBe(18);
  });

  test('counts the sources of headings', () => {
    expect(counts(lamps?.sources)).toEqual({ spokesman: 1, lind: 1, driver: 1 });
  });

  test('counts the words of a board once, and the words of the passage with the passage', () => {
    expect(lamps?.words).toEqual({ passages: 25, checks: 64 });
    const longer = reportOf([STOP, 'words: some riders', 'words: the stop could cost some riders']);
    expect(longer.balances[1]?.words).toEqual(stop?.words);
  });
});

describe('players who never read', () => {
  const bots = new Map(reportOf().bots.map((bot) => [bot.name, bot]));

  test('answer rows and questions in the text by place', () => {
    expect(bots.get('first')).toMatchObject({ of: 9, correct: 3 });
    expect(bots.get('first')?.right).toContain('the-stop/whose-view');
    expect(bots.get('last')?.right).toEqual(
      expect.arrayContaining(['the-stop/step-road', 'the-lamps/said-bus']),
    );
  });

  test('answer by length only where the choices are texts or in the text', () => {
    expect(bots.get('longest')?.of).toBe(4);
    expect(bots.get('hedged')?.of).toBe(0);
  });

  test('find a statement that shares a word with its heading', () => {
    expect(bots.get('echo')?.of).toBe(2);
    const edit: Edit = [
      STOP,
      "'The council: a stop at the hospital'",
      "'The council demanded a stop'",
    ];
    expect(reportOf(edit).bots.find(({ name }) => name === 'echo')?.of).toBe(3);
  });
});
