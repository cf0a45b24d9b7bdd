import {
  type AttributionMap,
  type MapCell,
  type MapKind,
  NOT_SAID,
} from '../course/attribution-map.js';
import { paragraphOf } from '../course/evidence.js';
import type { CourseMaterial, Naming, Passage, Source } from '../course/ledger.js';
import { capital, counted } from '../text/english.js';
import { paragraphMarks } from './verdict.js';

/** Paragraphs with a source's claims: "source in ¶2, ¶3 and ¶8". Empty if it has none. */
export function sourceParagraphs(source: Source, material: CourseMaterial): string {
  const claims = material.claims.filter((claim) => claim.source === source.id);
  const numbers = new Set(claims.map((claim) => paragraphOf(claim, material)));
  const marks = paragraphMarks([...numbers].sort((a, b) => a - b));
  return marks === '' ? '' : `source in ${marks}`;
}

/** Where someone is named, acts or is addressed for the first time. */
export const firstComesUpText = ({ paragraph }: Passage): string =>
  `first comes up in ¶${paragraph}`;

export const NOTHING_READ = "You haven't read any of the story yet.";

/** "6 more sources come up in paragraphs that you haven't read." They can be earlier ones. */
export const comeUpText = (n: number, one: string): string =>
  `${counted(n, one)} ${n === 1 ? 'comes' : 'come'} up in paragraphs that you haven't read.`;

/** "2 more paragraphs are still unread." */
export const toComeText = (n: number, one: string): string =>
  `${counted(n, one)} ${n === 1 ? 'is' : 'are'} still unread.`;

const NAMING: Readonly<Record<Naming, string>> = {
  named: 'named',
  described: 'by role only, no name given',
  anonymous: 'asked not to be named',
};

const DOCUMENT_NAMING: Readonly<Record<Naming, string>> = {
  named: 'a document, with its title',
  described: 'a document, no title given',
  anonymous: 'a document whose writer asked not to be named',
};

/** A source's role, side, whom it speaks for, and how the article names it. */
export function sourceFacts(source: Source): string[] {
  if (source.type === 'narration') return [source.role];
  const side =
    source.side === 'none'
      ? 'on neither side'
      : source.side === 'not-stated'
        ? 'side not stated'
        : `side: ${source.side}`;
  const isDocument = source.type === 'document';
  const voice = source.speaksFor
    ? [`${isDocument ? 'written on behalf of' : 'speaks for'} ${source.speaksFor}`]
    : [];
  return [source.role, side, ...voice, (isDocument ? DOCUMENT_NAMING : NAMING)[source.naming]];
}

export const KIND_NAMES: Readonly<Record<MapKind, { one: string; column: string }>> = {
  demand: { one: 'demand', column: 'demand' },
  refusal: { one: 'refusal', column: 'refusal' },
  offer: { one: 'offer', column: 'offer' },
  threat: { one: 'threat', column: 'threat' },
  denial: { one: 'denial', column: 'denial' },
  position: { one: 'view', column: 'view' },
  assessment: { one: 'judgement', column: 'judge' },
};

/** The actor's name at the beginning of a row. */
export const actorText = (actor: string): string =>
  actor === NOT_SAID ? 'Nobody is named' : capital(actor);

export function sideText(side: string): string {
  if (side === 'none') return 'On neither side';
  return side === NOT_SAID ? 'Side not stated' : side;
}

/** "Pete Hegseth · threat · 2 statements". */
export const cellTitle = ({ actor, kind, claims }: MapCell): string =>
  `${actorText(actor)} · ${KIND_NAMES[kind].one} · ${counted(claims.length, 'statement')}`;

/** "Whose threat: Pete Hegseth. Sources: A Pentagon official, The article itself." */
export const cellText = ({ actor, kind, tellers }: MapCell): string =>
  `Whose ${KIND_NAMES[kind].one}: ${actor === NOT_SAID ? 'not said' : actor}. ${tellersText({ tellers })}`;

/** "Sources: A Pentagon official, The article itself.": who says so. */
export const tellersText = ({ tellers }: Pick<MapCell, 'tellers'>): string =>
  `${tellers.length === 1 ? 'Source' : 'Sources'}: ${tellers.join(', ')}.`;

/** What the map is. */
export const MAP_ABOUT =
  'Who demanded, threatened or denied what, and which source says so. Each number counts statements in the story.';

/** "12 of 40 statements are on the map. …" */
export function mapText({ shown, of }: AttributionMap): string {
  if (shown === 0) return 'The map is still empty. It fills as you finish lessons.';
  return shown < of
    ? `${shown} of ${counted(of, 'statement')} ${shown === 1 ? 'is' : 'are'} on the map. The map grows as you finish lessons.`
    : 'The map is complete.';
}
