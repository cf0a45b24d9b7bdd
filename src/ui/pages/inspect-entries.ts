import type { Claim, Detail } from '../../core/course/ledger.js';
import type { Waiver } from '../../core/course/problem.js';
import { GAP, type Line, line } from '../layout/line.js';
import { hangLines, padTo } from '../layout/wrap.js';

/** A heading with facts or entries. A fact has its value beside its name; an entry has its texts below. */
export type InspectSection = {
  readonly heading?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly entries?: readonly Entry[];
};

export type Entry = { readonly head: string; readonly texts: readonly string[] };

export function claimEntry(claim: Claim): Entry {
  const actor = claim.actor === undefined ? '' : `, actor ${claim.actor}`;
  return {
    head: `${claim.id}: ${claim.kind}, source ${claim.source}${actor}`,
    texts: [
      claim.content,
      `channel ${detailText(claim.channel)}; when ${detailText(claim.when)}; in ${claim.sentence}`,
    ],
  };
}

const detailText = ({ value, basis }: Detail): string =>
  value === undefined ? basis : `${basis}, “${value}”`;

/** Waivers: rules that an author breaks on purpose, with the id of the place and the reason. */
export function waiverSection(
  from: readonly (readonly [id: string, allow: readonly Waiver[] | undefined])[],
): InspectSection {
  const entries = from.flatMap(([id, allow = []]) =>
    allow.map(({ rule, why }) => ({ head: `${id}: ${rule}`, texts: [why] })),
  );
  return entries.length > 0
    ? { heading: 'Rules broken on purpose', entries }
    : { facts: [['allow', 'none']] };
}

const NAME_COLUMN = 11;

export function sectionLines(
  { heading, facts = [], entries = [] }: InspectSection,
  index: number,
  width: number,
): Line[] {
  return [
    ...(index > 0 ? [GAP] : []),
    ...(heading === undefined ? [] : [line(heading, 'strong')]),
    ...facts.flatMap(([name, value]) =>
      hangLines({ text: padTo(name, NAME_COLUMN), tone: 'plain' }, value, width),
    ),
    ...entries.flatMap((entry) => entryLines(entry, width)),
  ];
}

const entryLines = ({ head, texts }: Entry, width: number): Line[] => [
  ...hangLines({ text: '• ', tone: 'plain' }, head, width, 'strong'),
  ...texts.flatMap((text) => hangLines({ text: '    ', tone: 'plain' }, text, width)),
];
