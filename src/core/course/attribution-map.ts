import type { Claim, CourseMaterial, Kind } from './ledger.js';
import { actorName, sourceOf } from './ledger.js';

/** The kinds of claim that have a column on the map. */
export const MAP_KINDS = [
  'demand',
  'refusal',
  'offer',
  'threat',
  'denial',
  'position',
  'assessment',
] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** The claims of one kind by one actor. */
export type MapCell = {
  readonly kind: MapKind;
  readonly actor: string;
  readonly side: string;
  readonly claims: readonly Claim[];
  /** The names of the sources that report these claims, each once. */
  readonly tellers: readonly string[];
};

export type MapRow = { readonly actor: string; readonly cells: readonly MapCell[] };

export type MapSide = { readonly side: string; readonly rows: readonly MapRow[] };

/** Actors by kind of act, grouped by side, each with the sources that report the act. */
export type AttributionMap = {
  readonly sides: readonly MapSide[];
  /** Every cell with claims, row by row. */
  readonly cells: readonly MapCell[];
  /** How many claims the complete map has. */
  readonly of: number;
  /** How many claims the map shows so far. */
  readonly shown: number;
};

/** The actor of an act if the story names none, and the side of an actor without one. */
export const NOT_SAID = 'not-stated';

/** @param isShown whether the map shows the claim so far */
export function attributionMap(
  material: CourseMaterial,
  isShown: (claim: Claim) => boolean,
): AttributionMap {
  const mapped = material.claims.filter((claim) => kindOf(claim) !== undefined);
  const shown = mapped.filter(isShown);
  const sides = unique(shown.map((claim) => sideOf(claim, material))).sort(lastIfNone);
  const built = sides.map((side) => mapSide(side, shown, material));
  const cells = built.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return { sides: built, cells, of: mapped.length, shown: shown.length };
}

const kindOf = ({ kind }: Pick<Claim, 'kind'>): MapKind | undefined =>
  MAP_KINDS.find((mapKind) => mapKind === kind);

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const lastIfNone = (a: string, b: string): number => rank(a) - rank(b);

const rank = (side: string): number => ['none', NOT_SAID].indexOf(side) + 1;

/** The side in the ledger, or else the side of the source that acts. */
function sideOf(claim: Claim, material: CourseMaterial): string {
  const actor = sourceOf(claim.actor ?? claim.source, material);
  return claim.side ?? actor?.side ?? NOT_SAID;
}

function mapSide(side: string, shown: readonly Claim[], material: CourseMaterial): MapSide {
  const ofSide = shown.filter((claim) => sideOf(claim, material) === side);
  const actors = unique(ofSide.map((claim) => actorName(claim, material) ?? NOT_SAID));
  return { side, rows: actors.map((actor) => mapRow(actor, side, ofSide, material)) };
}

function mapRow(
  actor: string,
  side: string,
  claims: readonly Claim[],
  material: CourseMaterial,
): MapRow {
  const ofActor = claims.filter((claim) => (actorName(claim, material) ?? NOT_SAID) === actor);
  const cells = MAP_KINDS.flatMap((kind: Kind & MapKind) => {
    const ofKind = ofActor.filter((claim) => claim.kind === kind);
    const tellers = unique(ofKind.map(({ source }) => sourceOf(source, material)?.name ?? source));
    return ofKind.length === 0 ? [] : [{ kind, actor, side, claims: ofKind, tellers }];
  });
  return { actor, cells };
}
