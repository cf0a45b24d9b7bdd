import type { SkillReport } from './report.js';

export type ExtremeSkills = { readonly strongest: SkillReport; readonly weakest: SkillReport };

/**
 * The skills with the greatest and the least share of right first answers. Of equal shares, the one with more answers
 * counts. Undefined if all shares are the same.
 */
export function extremeSkills(skills: readonly SkillReport[]): ExtremeSkills | undefined {
  const shares = skills
    .filter(({ answered }) => answered > 0)
    .sort((a, b) => b.answered - a.answered)
    .map((skill) => ({ skill, share: skill.right / skill.answered }));
  const byShare = [...shares].sort((a, b) => b.share - a.share);
  const [strongest] = byShare;
  const weakest = byShare.find(({ share }) => share === byShare.at(-1)?.share);
  if (!strongest || !weakest || strongest.share === weakest.share) return undefined;
  return { strongest: strongest.skill, weakest: weakest.skill };
}
