import { NOT_SAID } from '../../course/attribution-map.js';
import { actorName, type Claim, type CourseMaterial, claimGroup } from '../../course/ledger.js';
import { actorText } from '../../messages/ledger.js';
import { claimText } from '../../messages/verdict.js';

/** What one person or organisation said, demanded or did, as true statements in the article's order. */
export type RecordPart = { readonly who: string; readonly statements: readonly string[] };

/** The record of a complete story, people first. What the article says in several places is there once. */
export function recordView(material: CourseMaterial): RecordPart[] {
  const parts = new Map<string, string[]>();
  const groups = new Set<string>();
  const nobody = namesOfNobody(material);
  for (const claim of material.claims) {
    if (isRepeated(claim, groups)) continue;
    groups.add(claimGroup(claim));
    const who = actorText(actorName(claim, material) ?? NOT_SAID);
    parts.set(who, [...(parts.get(who) ?? []), claimText(claim, material)]);
  }
  return [...parts]
    .map(([who, statements]) => ({ who, statements }))
    .sort((a, b) => nobody.indexOf(a.who) - nobody.indexOf(b.who));
}

/** The article's own voice, and an actor that it doesn't name. */
const namesOfNobody = ({ sources }: CourseMaterial): string[] => [
  ...sources.filter(({ type }) => type === 'narration').map(({ name }) => actorText(name)),
  actorText(NOT_SAID),
];

/** What the article only presupposes, nobody has said. */
const isRepeated = (claim: Claim, groups: ReadonlySet<string>): boolean =>
  claim.presupposed || groups.has(claimGroup(claim));
