/** How a part is to be run. */
export type RunOptions = {
  /** The same seed makes the same random choices. */
  readonly seed: number;
  /** A little of everything, in a few seconds. */
  readonly short: boolean;
  /** What `npm test` runs: a short run without what other tests try. `short` is true as well. */
  readonly brief: boolean;
  /** Tells whoever waits what is being tried. */
  readonly say: (text: string) => void;
};

export type PartResult = {
  /** How many cases were really tried. */
  readonly tried: number;
  /** What was lost or crashed, one text each, with the seed that leads to it again. */
  readonly faults: readonly string[];
  /** What was tried, in counts, and what could not be tried on this machine. */
  readonly details: string;
};

/** A part of the stress run. An exception from `run` is a fault of the part itself. */
export type Part = {
  readonly name: string;
  readonly run: (options: RunOptions) => Promise<PartResult>;
};

/** How much a part tries in each form. */
type Sizes<T> = { readonly full: T; readonly short: T; readonly brief: T };

export function sizeIn<T>({ short, brief }: Omit<RunOptions, 'seed' | 'say'>, sizes: Sizes<T>): T {
  if (brief) return sizes.brief;
  return short ? sizes.short : sizes.full;
}
