import { foldAll } from '../../src/core/progress/fold.js';
import {
  CODE,
  expectSame,
  GuessingLearner,
  type GuessPlan,
  type Pressed,
} from './guessing-learner.js';
import { handedIn } from './handed-in.js';
import { type Hands, handsOnCore } from './hands.js';

/** What happened in a plan, in numbers. */
export type Happened = {
  /** Answers by the kind of question. */
  readonly texts: number;
  readonly inText: number;
  readonly rows: number;
  /** Second answers of the last attempts, and answers that the learner asked to see. */
  readonly seconds: number;
  readonly shown: number;
  /** Exercises whose result, code and report were compared. */
  readonly exercises: number;
};

/** Plays a plan. Throws if anything holds another choice than the one shown at the key that the learner pressed. */
export function storedAsPressed(
  plan: GuessPlan,
  hands: Hands = handsOnCore(plan.feedback ? CODE : plan.seed),
): Happened {
  const learner = new GuessingLearner(plan, hands).play();
  const { answers, pressed, log, progress } = learner;
  const stored = answers.map(({ check, choice }): Pressed => ({ check, choice }));
  expectSame('the log', stored, pressed);
  expectInProgress(learner);
  if (plan.feedback) expectHandedIn(learner);
  const count = (isOne: (answer: Pressed) => boolean): number => pressed.filter(isOne).length;
  const attempts = Object.values(progress.attempts);
  return {
    texts: count(({ check }) => check.startsWith('wh')),
    inText: count(({ check }) => check === 'words' || check === 'sentences'),
    rows: count(({ check }) => check.startsWith('row-')),
    seconds: attempts.flatMap(({ seconds = {} }) => Object.keys(seconds)).length,
    shown: log.filter((entry) => entry.k === 'at' && entry.shown).length,
    exercises: plan.feedback ? 1 : 0,
  };
}

/** The first and the latest choice of each check, also if progress is computed from the complete log. */
function expectInProgress({ log, progress, pressed }: GuessingLearner): void {
  const { checks } = foldAll(log);
  for (const check of new Set(pressed.map((one) => one.check))) {
    const choices = pressed.filter((one) => one.check === check).map(({ choice }) => choice);
    const kept = progress.checks.get(check);
    expectSame(`the first choice of ${check}`, kept?.first.choice, choices[0]);
    expectSame(`the latest choice of ${check}`, kept?.last.choice, choices.at(-1));
    expectSame(`the tries of ${check}`, kept?.tries, choices.length);
    expectSame(`${check} from the log`, checks.get(check), kept);
  }
}

function expectHandedIn(learner: GuessingLearner): void {
  const given = new Map(learner.pressed.map(({ check, choice }) => [check, choice]));
  for (const [what, sheet] of Object.entries(handedIn(learner)))
    expectSame(`the ${what}`, [...sheet].sort(), [...given].sort());
}
