import type { Lesson } from '../course/course.js';
import { type CourseMaterial, claimGroup } from '../course/ledger.js';
import { hash32, hashHex } from '../hash.js';
import { colouring, type Graph, levelled } from './colouring.js';
import { type NotAsked, type SheetItem, type SheetQuestion, sheetItems } from './sheet-item.js';

/** Questions for one reader. See `planSheets`. */
export type Sheet = {
  /** From 1. */
  readonly number: number;
  readonly items: readonly SheetItem[];
};

export type SheetPlan = {
  readonly sheets: readonly Sheet[];
  readonly notAsked: readonly NotAsked[];
  /** See `wordingHash`. */
  readonly wording: string;
};

/** The numbers of sheets between which a course allows a choice. */
export type SheetRange = { readonly fewest: number; readonly most: number };

/**
 * Divides the questions that can be asked without the story among sheets. Two questions on a sheet share neither a claim
 * nor a sentence of evidence, except the rows of one board. Claims that say the same thing count as one claim.
 * @param seed decides which questions are on a sheet, and their order
 * @param wanted the number of sheets; by default the smallest that was found
 * @returns the range instead, if `wanted` is not in it; its ends are 0 if no question can be asked
 */
export function planSheets(
  lessons: readonly Lesson[],
  material: CourseMaterial,
  seed: string,
  wanted?: number,
): SheetPlan | SheetRange {
  const { items, notAsked } = sheetItems(lessons);
  const byTopic = itemsByTopic(items, material);
  const graph = sharedTopics(items, byTopic);
  const colours = fewestColours(graph, items, seed, mostOnOneTopic(byTopic));
  const range = { fewest: countOfColours(colours), most: items.length };
  const count = wanted ?? range.fewest;
  if (count < Math.max(1, range.fewest) || count > range.most) return range;
  const weights = items.map(({ questions }) => questions.length);
  const level = levelled(colours, count, graph, weights);
  const place = (item: SheetItem): number => hash32(JSON.stringify([seed, item.id]));
  return {
    sheets: Array.from({ length: count }, (_, i) => ({
      number: i + 1,
      items: items.filter((__, n) => level[n] === i).sort((a, b) => place(a) - place(b)),
    })),
    notAsked,
    wording: wordingHash(items.flatMap(({ questions }) => questions)),
  };
}

/** Whether a number of sheets was in the range. */
export const hasSheets = (plan: SheetPlan | SheetRange): plan is SheetPlan => 'sheets' in plan;

/** Changes with the words of any question. @returns 8 hexadecimal digits */
export const wordingHash = (questions: readonly SheetQuestion[]): string =>
  hashHex(JSON.stringify(questions.map(({ wording }) => wording)));

/** The claims and sentences that the questions are about. */
const topicsOf = ({ questions }: SheetItem, groups: ReadonlyMap<string, string>): string[] =>
  questions.flatMap(({ check }) => [
    ...check.claims.map((id) => `claim ${groups.get(id) ?? id}`),
    ...check.evidence.map((id) => `sentence ${id}`),
  ]);

type ItemsByTopic = ReadonlyMap<string, ReadonlySet<number>>;

function itemsByTopic(items: readonly SheetItem[], material: CourseMaterial): ItemsByTopic {
  const groups = new Map(material.claims.map((claim) => [claim.id, claimGroup(claim)]));
  const byTopic = new Map<string, Set<number>>();
  for (const [i, item] of items.entries())
    for (const topic of topicsOf(item, groups))
      byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(i));
  return byTopic;
}

/** Joins each two items with a common topic. */
function sharedTopics(items: readonly SheetItem[], byTopic: ItemsByTopic): Graph {
  const graph = items.map(() => new Set<number>());
  for (const sharing of byTopic.values())
    for (const item of sharing)
      for (const other of sharing) if (other !== item) graph[item]?.add(other);
  return graph;
}

const mostOnOneTopic = (byTopic: ItemsByTopic): number =>
  [...byTopic.values()].reduce((most, { size }) => Math.max(most, size), 1);

/** How often the colouring is tried, each time with other ranks. */
const TRIES = 16;

/** @param least no colouring has fewer colours: when one has as few, the search ends */
function fewestColours(
  graph: Graph,
  items: readonly SheetItem[],
  seed: string,
  least: number,
): number[] {
  const tried = (n: number): number[] =>
    colouring(
      graph,
      items.map(({ id }) => hash32(JSON.stringify([seed, n, id]))),
    );
  let best = tried(0);
  for (let n = 1; n < TRIES && countOfColours(best) > least; n++) {
    const colours = tried(n);
    if (countOfColours(colours) < countOfColours(best)) best = colours;
  }
  return best;
}

const countOfColours = (colours: readonly number[]): number =>
  colours.reduce((most, colour) => Math.max(most, colour + 1), 0);
