import { type CourseFile, type Path, quoted } from '../course-files/course-file.js';
import type { CourseDraft } from '../course-files/draft.js';
import { isTodo } from '../course-files/todo/todo.js';
import { isRecord } from '../json-shape.js';
import { nearest } from '../text/nearest-word.js';
import type { Finding } from './finding.js';

/** A waiver in a file: `item` is the path of the item that has it, `rule` the rule that the item may break. */
type LocatedWaiver = {
  readonly file: CourseFile;
  readonly item: Path;
  readonly path: Path;
  readonly rule: string;
  readonly why: string;
};

export type Waived = { readonly finding: Finding; readonly why: string };

export type WaiverResult = {
  readonly kept: readonly Finding[];
  readonly waived: readonly Waived[];
};

/**
 * Removes findings that the item, or an item around it, allows. Adds findings for waivers of unknown rules and for
 * waivers without effect, because these would hide later problems.
 * @param rules the ids of all rules that can be waived
 * @param isApplied whether a rule was applied; if not, a waiver without effect may be needed and is not reported
 */
export function applyWaivers(
  draft: CourseDraft,
  findings: readonly Finding[],
  rules: readonly string[],
  isApplied: (rule: string) => boolean,
): WaiverResult {
  const waivers = draft.files.flatMap((file) => waiversIn(file, file.value, []));
  const byRule = groupedByRule(waivers);
  const used = new Set<LocatedWaiver>();
  const kept: Finding[] = [];
  const waived: Waived[] = [];
  for (const finding of findings) {
    const waiver = byRule.get(ruleKey(finding))?.find(({ item }) => isWithin(item, finding.path));
    if (waiver) {
      used.add(waiver);
      waived.push({ finding, why: waiver.why });
    } else kept.push(finding);
  }
  const unused = waivers.filter((waiver) => !used.has(waiver));
  return {
    kept: [
      ...kept,
      ...unused.flatMap((waiver) => unusedFindings(waiver, rules, isApplied(waiver.rule))),
    ],
    waived,
  };
}

/** The file and the rule. A file's name has no line break. */
const ruleKey = ({ file, rule }: Pick<LocatedWaiver, 'file' | 'rule'>): string =>
  `${file.name}\n${rule}`;

function groupedByRule(waivers: readonly LocatedWaiver[]): ReadonlyMap<string, LocatedWaiver[]> {
  const groups = new Map<string, LocatedWaiver[]>();
  for (const waiver of waivers) {
    const group = groups.get(ruleKey(waiver)) ?? [];
    group.push(waiver);
    groups.set(ruleKey(waiver), group);
  }
  return groups;
}

const isWithin = (item: Path, path: Path): boolean => item.every((part, i) => path[i] === part);

/** All well-formed waivers in a value: items list them in `allow`. */
function waiversIn(file: CourseFile, value: unknown, item: Path): LocatedWaiver[] {
  if (Array.isArray(value)) return value.flatMap((part, i) => waiversIn(file, part, [...item, i]));
  if (!isRecord(value)) return [];
  const { allow, ...rest } = value;
  return [
    ...(Array.isArray(allow) ? allow.flatMap((entry, i) => waiverOf(file, item, entry, i)) : []),
    ...Object.entries(rest).flatMap(([name, field]) => waiversIn(file, field, [...item, name])),
  ];
}

function waiverOf(file: CourseFile, item: Path, value: unknown, i: number): LocatedWaiver[] {
  if (!isRecord(value)) return [];
  const { rule, why } = value;
  if (typeof rule !== 'string' || typeof why !== 'string' || isTodo(rule)) return [];
  return [{ file, item, path: [...item, 'allow', i, 'rule'], rule, why }];
}

function unusedFindings(
  { file, path, rule }: LocatedWaiver,
  rules: readonly string[],
  isApplied: boolean,
): Finding[] {
  if (!rules.includes(rule)) {
    const suggestion = nearest(rule, rules);
    const help = suggestion ? `did you mean '${suggestion}'?` : 'lessons/README.md lists the rules';
    const message = `there is no rule ${quoted(rule)} that you can break on purpose: ${help}`;
    return [{ file, severity: 'error', rule: 'unknown-rule', path, message }];
  }
  const message = `nothing here breaks the rule ${quoted(rule)}: take the rule out of 'allow'`;
  return isApplied ? [{ file, severity: 'warning', rule: 'unused-waiver', path, message }] : [];
}
