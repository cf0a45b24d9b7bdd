/**
 * The course as the program holds it after loading: plain values, every reference checked,
 * every text already safe for a terminal. Terms are those of docs/architecture.md.
 */

export const FORMAT = 1;

/** Who tells. `narration` is the article's own voice. */
export type SourceType = 'person' | 'organisation' | 'narration';

/** How the article lets us know a source: by name, by a role only, or by a role with the name withheld on request. */
export type Naming = 'named' | 'described' | 'anonymous';

/** A rule of `check` that an author breaks knowingly, and why. */
export type Waiver = { readonly rule: string; readonly why: string };

export type Source = {
  readonly id: string;
  /** As shown in a list: "Dario Amodei", "A Pentagon official". */
  readonly name: string;
  readonly type: SourceType;
  readonly naming: Naming;
  /** What the article says of the role, in a few words. */
  readonly role: string;
  /** The party the source belongs to, `none`, or `not-stated`. */
  readonly side: string;
  /** The organisation spoken for, where the article says so. */
  readonly speaksFor?: string;
  readonly allow?: readonly Waiver[];
};

export const KINDS = [
  'statement',
  'position',
  'demand',
  'refusal',
  'offer',
  'pledge',
  'threat',
  'denial',
  'assessment',
  'no-comment',
  'context',
] as const;
export type Kind = (typeof KINDS)[number];

/** Whether a detail stands in the article, follows strictly from it, or is left open. */
export type Basis = 'stated' | 'derived' | 'not-stated';

/** A detail with its basis; `value` is absent when the basis is `not-stated`. */
export type Detail = { readonly value?: string; readonly basis: Basis };

/** One attribution of the article: a source linked to a content. */
export type Claim = {
  readonly id: string;
  readonly source: string;
  /** Whose act, demand or view it is, where that is not the source: a source id, a plain name, or `not-stated`. */
  readonly actor?: string;
  /** The party of an actor that is no source. */
  readonly side?: string;
  readonly target?: string;
  readonly kind: Kind;
  readonly presupposed: boolean;
  /** What is said, as a whole true statement with its source. */
  readonly content: string;
  /** The same without its source, to be asked who said it. */
  readonly said?: string;
  readonly channel: Detail;
  readonly when: Detail;
  /** Words of the sentence that must not be lost: "if …", "would". */
  readonly condition?: string;
  readonly hedge?: string;
  /** The sentence it stands in. */
  readonly sentence: string;
  /** A name shared by claims that say the same in several places or by several mouths. */
  readonly alike?: string;
  /** That no check asks about it, and why not. */
  readonly exercise?: 'no';
  readonly why?: string;
  readonly allow?: readonly Waiver[];
};

/** One sentence of a passage, our retelling of one sentence of the article. */
export type Sentence = { readonly id: string; readonly text: string };

/** Our retelling of one paragraph of the article. */
export type Passage = {
  readonly id: string;
  /** The paragraph's number in the article, from 1. */
  readonly paragraph: number;
  readonly section?: string;
  readonly sentences: readonly Sentence[];
  readonly allow?: readonly Waiver[];
};

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

export type Choice = {
  readonly id: string;
  readonly text: string;
  readonly feedback: string;
  /** The error a distractor stands for; the key has none. */
  readonly misreading?: Misreading;
  /** The source that picking this choice names, so that the verdict can tell what that source did say. */
  readonly names?: string;
  /** That this is the choice which says that the article does not tell. */
  readonly open?: boolean;
};

export type Reading = {
  readonly kind: 'reading';
  readonly id: string;
  /** Passages shown, in order. */
  readonly passages: readonly string[];
  /** What to look out for, in one line. */
  readonly lookFor?: string;
  readonly allow?: readonly Waiver[];
};

export type Check = {
  readonly kind: 'check';
  readonly id: string;
  readonly stem: string;
  readonly skill: Skill;
  /** Claims asked about. */
  readonly claims: readonly string[];
  /** Sentences that prove the key. */
  readonly evidence: readonly string[];
  /** The whole truth in one sentence, for summaries. */
  readonly truth: string;
  readonly hint?: string;
  /** As the author wrote them; shown in the order of `choice-order.ts`. */
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly key: string;
  /** That the choices have an order of their own, such as days or numbers, and are shown in it. */
  readonly ordered?: boolean;
  readonly allow?: readonly Waiver[];
};

export type Step = Reading | Check;

/** What is known of a lesson without opening it. */
export type LessonOutline = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  readonly closedBook: boolean;
  /** Ids of all steps in order, and of the checks among them. */
  readonly steps: readonly string[];
  readonly checks: readonly string[];
  readonly allow?: readonly Waiver[];
};

export type Lesson = LessonOutline & { readonly body: readonly Step[] };

/** What opening the program needs: small, whatever the size of the course. */
export type CourseIndex = {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Paragraphs of the about screen. */
  readonly about: readonly string[];
  /** Changes when a check, a choice or a key changes: 8 hexadecimal digits. */
  readonly hash: string;
  /** Whether its ledger has enough for rounds of "Who said it?". */
  readonly hasDrill: boolean;
  readonly lessons: readonly LessonOutline[];
};

/** What lessons refer to: loaded with the first lesson. */
export type CourseRecord = {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly passages: readonly Passage[];
};

export type Course = {
  readonly index: CourseIndex;
  readonly record: CourseRecord;
  readonly lessons: readonly Lesson[];
};

/** An error keeps a course from being opened; a warning is for its author alone. */
export type Severity = 'error' | 'warning';

/** A mistake in a course file, with its place from 1. */
export type Problem = {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
};
