import { type CourseFile, type Path, quoted } from '../course-files/course-file.js';
import type { CourseDraft } from '../course-files/draft.js';
import { isRecord } from '../json-shape.js';
import { nearest } from '../text/nearest-word.js';
import type { Finding } from './finding.js';

/** A waiver as written: the item that it stands in, the rule that it allows to break there. */
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
 * Takes away what the items that findings are about, or what is around them, allow. A waiver of a rule that there is
 * not, or that takes nothing away, is itself told of: it would hide a mistake made later.
 * @param rules the ids of all rules that can be waived
 * @param isWhole whether all rules have been applied, so that a waiver without effect is one
 */
export function applyWaivers(
  draft: CourseDraft,
  findings: readonly Finding[],
  rules: readonly string[],
  isWhole: boolean,
): WaiverResult {
  const waivers = draft.files.flatMap((file) => waiversIn(file, file.value, []));
  const used = new Set<LocatedWaiver>();
  const kept: Finding[] = [];
  const waived: Waived[] = [];
  for (const finding of findings) {
    const waiver = waivers.find((one) => covers(one, finding));
    if (waiver) {
      used.add(waiver);
      waived.push({ finding, why: waiver.why });
    } else kept.push(finding);
  }
  const idle = waivers.filter((one) => !used.has(one));
  return { kept: [...kept, ...idle.flatMap((one) => idleFindings(one, rules, isWhole))], waived };
}

const covers = ({ file, item, rule }: LocatedWaiver, finding: Finding): boolean =>
  file.name === finding.file.name &&
  rule === finding.rule &&
  item.every((part, i) => finding.path[i] === part);

/** Wherever in a file an item has `allow`, in the right shape. */
function waiversIn(file: CourseFile, value: unknown, item: Path): LocatedWaiver[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => waiversIn(file, one, [...item, i]));
  if (!isRecord(value)) return [];
  const { allow, ...rest } = value;
  return [
    ...(Array.isArray(allow) ? allow.flatMap((one, i) => waiver(file, item, one, i)) : []),
    ...Object.entries(rest).flatMap(([name, one]) => waiversIn(file, one, [...item, name])),
  ];
}

function waiver(file: CourseFile, item: Path, value: unknown, i: number): LocatedWaiver[] {
  if (!isRecord(value)) return [];
  const { rule, why } = value;
  if (typeof rule !== 'string' || typeof why !== 'string') return [];
  return [{ file, item, path: [...item, 'allow', i, 'rule'], rule, why }];
}

function idleFindings(
  { file, path, rule }: LocatedWaiver,
  rules: readonly string[],
  isWhole: boolean,
): Finding[] {
  if (!rules.includes(rule)) {
    const meant = nearest(rule, rules);
    const help = meant
      ? `is '${meant}' meant?`
      : 'see lessons/README.md for those that can be waived';
    const message = `there is no rule ${quoted(rule)} that can be waived: ${help}`;
    return [{ file, severity: 'error', rule: 'unknown-rule', path, message }];
  }
  const message = `nothing here breaks the rule ${quoted(rule)}: take the waiver out`;
  return isWhole ? [{ file, severity: 'warning', rule: 'unused-waiver', path, message }] : [];
}
