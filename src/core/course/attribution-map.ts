import type { Claim, CourseMaterial, Kind } from './ledger.js';
import { actorName, sourceOf } from './ledger.js';

/** The kinds that the map has a column for. */
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

/** What of one kind is told of one actor. */
export type MapCell = {
  readonly kind: MapKind;
  readonly actor: string;
  readonly side: string;
  readonly claims: readonly Claim[];
  /** The names of those who tell it, each once. */
  readonly tellers: readonly string[];
};

export type MapRow = { readonly actor: string; readonly cells: readonly MapCell[] };

export type MapSide = { readonly side: string; readonly rows: readonly MapRow[] };

/** Whose act is told of by whom: actors by kinds, grouped by side. */
export type AttributionMap = {
  readonly sides: readonly MapSide[];
  /** Every cell that has anything in it, row by row. */
  readonly cells: readonly MapCell[];
  /** How many claims it would show, and how many it shows as yet. */
  readonly of: number;
  readonly shown: number;
};

/** The row of acts of which the story does not say whose they are, and the side of those without one. */
export const NOT_SAID = 'not-stated';

/** @param isShown whether a claim is on the map as yet */
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
  MAP_KINDS.find((one) => one === kind);

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const lastIfNone = (a: string, b: string): number => rank(a) - rank(b);

const rank = (side: string): number => ['none', NOT_SAID].indexOf(side) + 1;

/** Of whose act it is: as the ledger says, or that of the source who acts. */
function sideOf(claim: Claim, material: CourseMaterial): string {
  const own = sourceOf(claim.actor ?? claim.source, material);
  return claim.side ?? own?.side ?? NOT_SAID;
}

function mapSide(side: string, shown: readonly Claim[], material: CourseMaterial): MapSide {
  const own = shown.filter((claim) => sideOf(claim, material) === side);
  const actors = unique(own.map((claim) => actorName(claim, material) ?? NOT_SAID));
  return { side, rows: actors.map((actor) => mapRow(actor, side, own, material)) };
}

function mapRow(
  actor: string,
  side: string,
  claims: readonly Claim[],
  material: CourseMaterial,
): MapRow {
  const own = claims.filter((claim) => (actorName(claim, material) ?? NOT_SAID) === actor);
  const cells = MAP_KINDS.flatMap((kind: Kind & MapKind) => {
    const here = own.filter((claim) => claim.kind === kind);
    const tellers = unique(here.map(({ source }) => sourceOf(source, material)?.name ?? source));
    return here.length === 0 ? [] : [{ kind, actor, side, claims: here, tellers }];
  });
  return { actor, cells };
}
