import type { Path } from '../../course-files/course-file.js';
import type { CourseDraft } from '../../course-files/draft.js';
import type { ClaimValue } from '../../course-files/schema/ledger.js';
import type { SourceValue } from '../../course-files/schema/sources.js';

/** What lessons refer to: sources, claims and passages, and the sentences of each passage. */
export type DraftMaterial = Pick<CourseDraft, 'sources' | 'claims' | 'passages' | 'sentences'>;

/** The list with the fault, and its path in the file of that list. */
export type MaterialFault = {
  readonly list: 'sources' | 'claims' | 'passages';
  readonly path: Path;
  readonly message: string;
};

/** Material for the documentation and the tests of a rule; a sentence is a passage of its own. */
export type MaterialExample = {
  readonly sources?: readonly (Pick<SourceValue, 'name'> & Partial<Pick<SourceValue, 'side'>>)[];
  readonly claims?: readonly Partial<Pick<ClaimValue, 'actor' | 'side' | 'target' | 'alike'>>[];
  readonly sentences?: readonly string[];
};

/** A rule for what lessons refer to. It judges what has no fault in its shape. */
export type MaterialRule = {
  readonly id: string;
  readonly languages: 'English' | 'any';
  /** Whether it compares items with one another, so that all must be written. */
  readonly isAboutAll: boolean;
  /** For the documentation. */
  readonly judges: string;
  /** What the rule warns about, in one line. */
  readonly about: string;
  /** The publication that gives the rule, or another reason for it. */
  readonly source: string;
  readonly fails: MaterialExample;
  readonly passes: MaterialExample;
  readonly faults: (material: DraftMaterial) => MaterialFault[];
};
