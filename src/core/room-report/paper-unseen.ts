import type { Candidate, Unasked } from './submission.js';

/**
 * People on paper, each with the checks that a live room did not ask, unless the person answered them. A question whose
 * vote was opened counts as asked if anybody answered it, in the room or on paper. Without a journal, a question was not
 * asked if it counts for nobody whose result is from the room.
 * @param notAsked from the journals
 * @param inRoom the results of the same room
 */
export function withUnseen(
  people: readonly Candidate[],
  notAsked: readonly Unasked[],
  inRoom: readonly Candidate[],
): Candidate[] {
  const answered = new Set(people.flatMap(({ answers }) => [...answers.keys()]));
  return people.map((one) => {
    const journals = notAsked.filter(({ code }) => code === one.code);
    const lists =
      journals.length > 0
        ? journals.map((journal) => idsIn(journal, answered))
        : inRoom.map(({ unseen }) => [...unseen]);
    return { ...one, unseen: new Set(inAll(lists).filter((id) => !one.answers.has(id))) };
  });
}

const idsIn = ({ unopened, unanswered }: Unasked, answered: ReadonlySet<string>): string[] => [
  ...unopened,
  ...unanswered.filter((id) => !answered.has(id)),
];

const inAll = ([first = [], ...others]: readonly (readonly string[])[]): string[] =>
  first.filter((id) => others.every((ids) => ids.includes(id)));
