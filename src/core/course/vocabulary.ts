export const SKILLS = [
  'attribution',
  'demand',
  'measure',
  'sequence',
  'sourcing',
  'limits',
] as const;

export type Skill = (typeof SKILLS)[number];

export const MISREADINGS = [
  'wrong-source',
  'teller-for-actor',
  'wrong-side',
  'wrong-measure',
  'wrong-time',
  'wrong-channel',
  'wrong-naming',
  'threatened-as-done',
  'claim-as-fact',
  'dropped-condition',
  'overstated',
  'understated',
  'added-cause',
  'not-in-article',
  'overlooked',
] as const;

export type Misreading = (typeof MISREADINGS)[number];

/** Headings that every sort board can use by their id alone. */
export const BUILT_IN_HEADINGS = [
  'done',
  'threatened',
  'demanded',
  'refused',
  'offered',
  'denied',
] as const;

export type BuiltInHeading = (typeof BUILT_IN_HEADINGS)[number];
