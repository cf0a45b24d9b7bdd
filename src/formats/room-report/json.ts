import { choiceText, leftOutTexts } from '../../core/messages/room-report.js';
import { shortIdOf } from '../../core/room/person.js';
import type { CheckReport, RoomReport } from '../../core/room-report/report.js';

/** The contract of `workshop report --json`, version 1. Values that cannot be computed are null. */
export function roomJson(report: RoomReport): string {
  const { course, code, lessons, people, checks, skills, misreadings } = report;
  return JSON.stringify({
    version: 1,
    course: { id: course.id, title: course.title },
    code: code ?? null,
    lessons,
    people: people.length,
    participants: people.map((person) => ({
      name: person.name,
      answered: person.answered,
      right: person.right,
      of: person.of,
      whole: person.isWhole,
      id: shortIdOf(person),
      status: person.status,
      lengthened: person.isLengthened,
    })),
    checks: checks.map((check) => ({
      number: check.number,
      lesson: check.lesson,
      check: check.check,
      question: check.item.stem,
      board: check.item.row?.board ?? null,
      statement: check.item.row?.statement ?? null,
      skill: check.item.skill,
      answered: check.answered,
      right: check.right,
      p: check.p ?? null,
      itemRest: check.itemRest ?? null,
      pointBiserial: check.pointBiserial ?? null,
      flags: check.flags,
      misreading: check.misreading ?? null,
      choices: check.choices.map(({ id, isKey, count, share, meanRest }) => ({
        choice: id,
        text: choiceText(check.item, id),
        key: isKey,
        count,
        share,
        meanRest: meanRest ?? null,
      })),
      certainty: check.certainties,
      hands: check.hands ?? null,
      second: secondJson(check),
    })),
    skills,
    misreadings,
    talkAbout: report.talkAbout,
    sharedNames: report.sharedNames,
    maybeSame: report.maybeSame.map((ids) => ids.map((id) => shortIdOf({ id }))),
    kr20: report.kr20 ?? null,
    enough: report.isEnough,
    leftOut: leftOutTexts(report),
  });
}

function secondJson({ second, choices }: CheckReport) {
  if (!second) return null;
  const { answered, right, toRight, fromRight, counts } = second;
  return {
    answered,
    right,
    toRight,
    fromRight,
    choices: choices.map(({ id }) => ({ choice: id, count: counts.get(id) ?? 0 })),
  };
}
