import type { Problem } from '../../core/course/problem.js';
import { placeText } from '../../core/course-files/course-file.js';
import { NOT_SHOWN, TODO } from '../../core/course-files/todo/todo.js';
import { plainText } from '../../core/text/sanitize.js';
import type { Entry, InspectSection } from './inspect-entries.js';

/** Each row costs time at every key, and nobody mends more between two saves. */
const MOST_SHOWN = 50;

const isNotShown = ({ rule }: Problem): boolean => rule === NOT_SHOWN;

export const isWarning = (finding: Problem): boolean => !isToDo(finding) && !isNotShown(finding);

/** What findings are together, apart from what is still to do. */
export const nounFor = (findings: readonly Problem[]): 'problem' | 'warning' =>
  findings.some((finding) => finding.severity === 'error' && !isToDo(finding))
    ? 'problem'
    : 'warning';

export const isToDo = ({ rule }: Problem): boolean => rule === TODO;

/**
 * The steps that are not shown, what `check` finds, and what the author still has to do.
 * @param lesson the id of the lesson on screen, whose findings come first
 */
export function findingSections(
  findings: readonly Problem[],
  lesson: string | undefined,
): {
  readonly notShown: InspectSection[];
  readonly warnings: InspectSection[];
  readonly todos: InspectSection[];
} {
  const isHere = ({ file }: Problem): boolean => file === `${lesson}.yaml`;
  const inOrder = [...findings.filter(isHere), ...findings.filter((one) => !isHere(one))];
  const warnings = inOrder.filter(isWarning);
  return {
    notShown: section('Not shown', inOrder.filter(isNotShown), (finding) => ({
      head: plainText(placeText(finding)),
      texts: [plainText(finding.message)],
    })),
    warnings: section(
      nounFor(findings) === 'problem' ? 'Problems' : 'Warnings',
      warnings,
      (finding) => ({
        head: plainText(`${placeText(finding)}  ${finding.rule}`),
        texts: [plainText(finding.message)],
      }),
    ),
    todos: section('Still to do', inOrder.filter(isToDo), (finding) => ({
      head: plainText(placeText(finding)),
      texts: [plainText(finding.message).replace(/^still to do: /, '')],
    })),
  };
}

function section(
  heading: string,
  findings: readonly Problem[],
  entryOf: (finding: Problem) => Entry,
): InspectSection[] {
  if (findings.length === 0) return [];
  const more = findings.length - MOST_SHOWN;
  return [
    {
      heading,
      entries: [
        ...findings.slice(0, MOST_SHOWN).map(entryOf),
        ...(more > 0 ? [{ head: `and ${more} more`, texts: [] }] : []),
      ],
    },
  ];
}
