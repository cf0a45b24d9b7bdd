import { leftOutTexts } from '../../core/messages/room-report.js';
import type { RoomReport } from '../../core/room-report/report.js';

/** The contract of `workshop report --json`, version 1. What cannot be told is null. */
export function roomJson(report: RoomReport): string {
  const { course, code, lessons, people, of, checks, skills, misreadings } = report;
  return JSON.stringify({
    version: 1,
    course: { id: course.id, title: course.title },
    code: code ?? null,
    lessons,
    people: people.length,
    participants: people.map(({ name, answered, right, isWhole }) => ({
      name,
      answered,
      right,
      of,
      whole: isWhole || answered === of,
    })),
    checks: checks.map((one) => ({
      number: one.number,
      lesson: one.lesson,
      check: one.check,
      skill: one.item.skill,
      answered: one.answered,
      right: one.right,
      p: one.p ?? null,
      itemRest: one.itemRest ?? null,
      pointBiserial: one.pointBiserial ?? null,
      flags: one.flags,
      misreading: one.misreading ?? null,
      choices: one.choices.map(({ id, isKey, count, share, meanRest }) => ({
        choice: id,
        key: isKey,
        count,
        share,
        meanRest: meanRest ?? null,
      })),
      certainty: one.certainties,
    })),
    skills,
    misreadings,
    talkAbout: report.talkAbout,
    sharedNames: report.sharedNames,
    kr20: report.kr20 ?? null,
    enough: report.isEnough,
    leftOut: leftOutTexts(report),
  });
}
