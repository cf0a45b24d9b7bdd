import { describe, expect, test } from 'vitest';
import type { Misreading } from '../../../src/core/course/vocabulary.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import type { ExampleClaim, ItemRule } from '../../../src/core/lint/rule.js';
import { alikeChoices } from '../../../src/core/lint/rules/alike-choices.js';
import { keyNames } from '../../../src/core/lint/rules/key-names.js';
import { trueDistractor } from '../../../src/core/lint/rules/true-distractor.js';
import { type Edit, kindsFiles } from '../../support/kinds.js';
import { faultsIn } from '../../support/rule-example.js';

function problemsOf(...edits: readonly Edit[]): string[] {
  const { files, unread } = kindsFiles(...edits);
  return lintCourse(files, unread).problems.map(
    ({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule}: ${message}`,
  );
}

type Asked = {
  /** The sources that the choices name, the key first; an empty text names none. */
  readonly names: readonly string[];
  readonly claims: readonly ExampleClaim[];
  readonly misreading?: Misreading;
  readonly isOpen?: boolean;
};

const finds = (rule: ItemRule, { names, claims, misreading, isOpen }: Asked): boolean =>
  faultsIn(
    rule,
    {
      stem: 'Who is it?',
      choices: [isOpen ? '[The story does not say]' : 'One', 'Two', 'Three'],
      names,
      claims,
    },
    misreading,
  ).length > 0;

const CLERK_FOR_MAYOR: ExampleClaim = { source: 'clerk', actor: 'mayor' };

describe('evidence', () => {
  const evidence: Edit = ['the-stop.yaml', 'evidence: [p1s2]', 'evidence: [p1s1]'];

  test('that shares no sentence with the claims is reported with the sentences of the claims', () => {
    expect(problemsOf(evidence, ['the-stop.yaml', '    words: [Vera Lind said]\n', ''])).toEqual([
      "the-stop.yaml:23 warning foreign-evidence: the claims are in 'p1s2', and the evidence is in other sentences: correct the evidence or the claims",
    ]);
  });

  test('of a row is reported at the row, if its author wrote it', () => {
    const row: Edit = [
      'the-stop.yaml',
      'evidence: [p2s2]\n        truth',
      'evidence: [p1s1]\n        truth',
    ];
    expect(problemsOf(row)).toEqual([
      "the-stop.yaml:124 warning foreign-evidence: the claims are in 'p2s2', 'p2s3', and the evidence is in other sentences: correct the evidence or the claims",
    ]);
  });

  test('can be the sentence of a claim that says the same', () => {
    const alike: readonly Edit[] = [
      ['ledger.yaml', '    sentence: p1s1\n', '    sentence: p1s1\n    alike: road\n'],
      ['ledger.yaml', '    sentence: p1s2\n', '    sentence: p1s2\n    alike: road\n'],
      ['the-stop.yaml', '    words: [Vera Lind said]\n', ''],
    ];
    expect(problemsOf(evidence, ...alike).filter((line) => line.includes('foreign'))).toEqual([]);
  });

  test('is not judged if a claim or a sentence does not exist: that is an error already', () => {
    const claim: Edit = ['the-stop.yaml', 'claims: [refuses-road]', 'claims: [refuses-rod]'];
    const sentence: Edit = ['the-stop.yaml', 'evidence: [p1s2]', 'evidence: [p1s9]'];
    for (const edit of [claim, sentence])
      expect(problemsOf(edit).filter((line) => line.includes('foreign'))).toEqual([]);
  });
});

describe('the source that the key names', () => {
  test.each<[string, Asked, boolean]>([
    ['says it', { names: ['clerk', 'x', 'y'], claims: [CLERK_FOR_MAYOR] }, false],
    ['does it', { names: ['mayor', 'x', 'y'], claims: [CLERK_FOR_MAYOR] }, false],
    ['does neither', { names: ['sexton', 'x', 'y'], claims: [CLERK_FOR_MAYOR] }, true],
    ['is not given', { names: [], claims: [CLERK_FOR_MAYOR] }, false],
  ])('%s', (_, asked, isFound) => {
    expect(finds(keyNames, asked)).toBe(isFound);
  });

  test('that does not exist is an error, and nothing else', () => {
    const unknown: Edit = ['the-stop.yaml', 'names: lind', 'names: linda'];
    expect(problemsOf(unknown)).toEqual([
      expect.stringContaining("error unknown-reference: there is no source 'linda'"),
    ]);
  });
});

describe('a distractor that names the true source or actor', () => {
  const told = { claims: [CLERK_FOR_MAYOR] };

  test.each<[string, Asked, boolean]>([
    ['the source, twice', { names: ['clerk', 'clerk', 'x'], ...told }, true],
    [
      'the source and the actor, if the key names nobody',
      { names: ['', 'clerk', 'mayor'], ...told },
      true,
    ],
    ['the source, who only tells it', { names: ['mayor', 'clerk', 'x'], ...told }, false],
    [
      'the actor, if the question asks who tells it',
      { names: ['clerk', 'mayor', 'x'], ...told },
      false,
    ],
    ['the actor, twice', { names: ['mayor', 'mayor', 'x'], ...told }, true],
    ['somebody else', { names: ['clerk', 'x', 'y'], ...told }, false],
    [
      'the source, for an act of nobody',
      {
        names: ['', 'clerk', 'x'],
        claims: [{ source: 'clerk', actor: 'not-stated' }],
        misreading: 'teller-for-actor',
        isOpen: true,
      },
      false,
    ],
    [
      'the source, at the wrong time',
      { names: ['clerk', 'clerk', 'x'], ...told, misreading: 'wrong-time' },
      false,
    ],
  ])('is judged by the key: %s', (_, asked, isFound) => {
    expect(finds(trueDistractor, asked)).toBe(isFound);
  });
});

describe('claims that are alike', () => {
  const claims: ExampleClaim[] = [
    { source: 'clerk', alike: 'lamp' },
    { source: 'mayor', alike: 'lamp' },
    { source: 'sexton' },
  ];

  test.each<[string, Asked, boolean]>([
    ['the key and a distractor', { names: ['clerk', 'mayor', 'sexton'], claims }, true],
    ['two distractors', { names: ['', 'clerk', 'mayor'], claims }, true],
    ['one of them', { names: ['clerk', 'sexton', 'x'], claims }, false],
    ['the same source twice', { names: ['clerk', 'clerk', 'x'], claims }, false],
  ])('are set against each other, or not: %s', (_, asked, isFound) => {
    expect(finds(alikeChoices, asked)).toBe(isFound);
  });

  test('are two or more', () => {
    const lone: Edit = [
      'ledger.yaml',
      '    sentence: p1s1\n',
      '    sentence: p1s1\n    alike: stop\n',
    ];
    expect(problemsOf(lone)).toEqual([
      "ledger.yaml:10 warning lone-alike: no other claim has 'alike: stop': write it in the claim that says the same, too, or take it out here",
    ]);
  });
});

describe('a name in the ledger', () => {
  const actor = (name: string): string[] =>
    problemsOf([
      'ledger.yaml',
      '    actor: council\n',
      `    actor: ${name}\n    side: Town council\n`,
    ]);

  test.each([
    ['the Town Council', 'The town council', 'council'],
    ['Town council.', 'The town council', 'council'],
    ['a town council', 'The town council', 'council'],
    ['the town counsil', 'The town council', 'council'],
    ['counci', 'council', 'council'],
    ['vera lind', 'Vera Lind', 'lind'],
    ['Vera Lnd', 'Vera Lind', 'lind'],
  ])('that is nearly one of the course is reported: %s', (name, near, write) => {
    expect(actor(name)).toEqual([
      `ledger.yaml:30 warning near-name: '${name}' is nearly '${near}': write '${write}' if they are the same`,
    ]);
  });

  test.each([
    'The town council',
    'the town council',
    'council',
    'not-stated',
    'the mayor',
    'the drivers',
    'two drivers',
  ])('that is known, or of somebody else, is not: %s', (name) => {
    expect(actor(name)).toEqual([]);
  });

  test('is another name if it ends in another single letter', () => {
    const parties: Edit = [
      'ledger.yaml',
      '    actor: council\n',
      '    actor: Party A\n    target: Party B\n    side: Town council\n',
    ];
    expect(problemsOf(parties)).toEqual([]);
  });

  test('is compared with the actors and targets of the claims before', () => {
    const target = (name: string, id: string): Edit => [
      'ledger.yaml',
      `  - id: ${id}\n`,
      `  - id: ${id}\n    target: ${name}\n`,
    ];
    expect(
      problemsOf(target('the hospital', 'demands-stop'), target('The Hospital', 'offers-lamps')),
    ).toEqual([
      "ledger.yaml:58 warning near-name: 'The Hospital' is nearly 'the hospital': write 'the hospital' if they are the same",
    ]);
  });

  test('that is the side of a source is compared with the sides of the sources before', () => {
    const side: Edit = [
      'sources.yaml',
      "    role: head of the drivers' association\n    side: Drivers",
      "    role: head of the drivers' association\n    side: Town Council",
    ];
    expect(problemsOf(side)).toEqual([
      "sources.yaml:26 warning near-name: 'Town Council' is nearly 'Town council': write 'Town council' if they are the same",
    ]);
  });
});

describe('what comes before a question', () => {
  const CUE = 'lookFor: What each side wants, and whose view is whose.';
  const before = (...edits: readonly Edit[]): string[] =>
    problemsOf(...edits).filter((line) => line.includes('told-before'));

  test('says its key in the cue of the same lesson', () => {
    const cue: Edit = [
      'the-stop.yaml',
      CUE,
      'lookFor: Vera Lind said that the drivers would not use the road.',
    ];
    expect(before(cue)).toEqual([
      "the-stop.yaml:27 warning told-before: 'lookFor' of 'read-p1' gives the right choice away before the question comes: change the words of one of them",
    ]);
  });

  test('says its key in the feedback of a question before, but not of one after', () => {
    const told =
      'feedback: According to a driver, the council has cancelled its order for a second bus.';
    const earlier: Edit = [
      'the-stop.yaml',
      "feedback: The story doesn't say this in its own voice. It reports a letter.",
      told,
    ];
    expect(before(earlier)).toEqual([
      "the-stop.yaml:77 warning told-before: the feedback of 'who-refused' gives the right choice away before the question comes: change the words of one of them",
    ]);
    const after: Edit = [
      'the-stop.yaml',
      'feedback: One driver reports it as done. The council has not confirmed it.',
      told,
    ];
    expect(before(after)).toEqual([]);
  });

  test('says its key in an earlier lesson, if the book is closed in this one', () => {
    const key: readonly Edit[] = [
      ['the-lamps.yaml', 'key: open', 'key: too-dear'],
      ['the-lamps.yaml', '        misreading: added-cause\n', ''],
      [
        'the-lamps.yaml',
        '        open: true\n',
        '        open: true\n        misreading: overlooked\n',
      ],
    ];
    const goal: Edit = [
      'the-stop.yaml',
      'goal: Separate what each side wants from what has happened.',
      'goal: See that the order for a second bus costs too much for the council.',
    ];
    expect(before(...key)).toEqual([]);
    expect(before(...key, goal)).toEqual([
      "the-lamps.yaml:21 warning told-before: the goal in the lesson 'the-stop' gives the right choice away before the question comes: change the words of one of them",
    ]);
    expect(before(...key, goal, ['the-lamps.yaml', 'closedBook: true\n', ''])).toEqual([]);
  });
});
