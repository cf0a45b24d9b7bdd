export declare function chance(seed: number): {
  readonly next: () => number;
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
};
