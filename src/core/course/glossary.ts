import { HABITS, type Habit } from './habits.js';
import type { Basis, Kind, Naming, SourceType } from './ledger.js';
import type { BuiltInHeading, Misreading, Skill } from './vocabulary.js';

/**
 * The meanings of the words in course files, for authors. Editors show each meaning beside its word, and
 * lessons/README.md lists them. A word without a meaning does not compile.
 */
type Meanings<Word extends string> = Readonly<Record<Word, string>>;

export const SOURCE_TYPE_MEANINGS: Meanings<SourceType> = {
  person: 'A person, with or without a name.',
  organisation: 'A company, an office or a newspaper. The article quotes it and names no person.',
  document:
    'A document such as a letter, a court filing or a report. The article quotes the document and not a person.',
  narration: 'The article itself, where it reports something without a source.',
};

export const NAMING_MEANINGS: Meanings<Naming> = {
  named: 'The article gives the name.',
  described: 'The article gives only a role.',
  anonymous: 'The article says that the source asked not to be named.',
};

export const BASIS_MEANINGS: Meanings<Basis> = {
  stated: 'The article says so.',
  derived: 'It follows from what the article says: two days before Thursday is Tuesday.',
  'not-stated': 'The article does not say. Then there is no value.',
};

export const KIND_MEANINGS: Meanings<Kind> = {
  statement: 'The source says how something is, or what happened.',
  position: 'The source says what it believes to be right.',
  demand: 'The source wants someone to do something, or not to do it.',
  refusal: 'The source says no to a demand, a request or an offer.',
  offer: 'The source is ready to do something if others accept it.',
  pledge: 'The source promises to do something, perhaps under a condition.',
  threat:
    'The source says what it will do, or what will happen, under a condition such as "if" or "unless". The act has not happened yet.',
  denial: 'The source says that something is not true.',
  assessment: 'The source judges how likely, good or serious something is.',
  'no-comment': 'The source did not comment, or did not answer.',
  context: 'Background in the article that nobody in it disputes.',
};

export const SKILL_MEANINGS: Meanings<Skill> = {
  attribution: 'Who says it, and whose act or view it is.',
  demand: 'What someone wants, refuses or offers.',
  measure: 'What was threatened, announced or done, and which of the three it is.',
  sequence: 'What came before what, and when.',
  sourcing: 'How the article names its source, and how the source said it.',
  limits: 'What the article does not say, and which words limit what it says.',
};

export const MISREADING_MEANINGS: Meanings<Misreading> = {
  'wrong-source': 'Credits a statement to the wrong person or organisation.',
  'teller-for-actor': 'Confuses who says it with who does it, wants it or believes it.',
  'wrong-side': "Credits one side's act or view to the other side.",
  'wrong-measure': 'Names a different measure: a seizure instead of a ban.',
  'wrong-time': 'Names the wrong day, or turns the order of events around.',
  'wrong-channel': 'Names the wrong channel: a letter instead of a meeting.',
  'wrong-naming': 'Says that a source is named when it is not, or the reverse.',
  'threatened-as-done': 'Treats a threat, a plan or a possibility as something that has happened.',
  'claim-as-fact': 'Treats what a source says as a fact.',
  'dropped-condition':
    'Leaves out or misses a limiting word or a condition, such as "could" or "unless".',
  overstated: 'Says more than the article: "all" instead of "some", or "must" instead of "may".',
  understated: 'Says less than the article: "some" instead of "all".',
  'added-cause': 'Adds a cause: the article says "and" or "after", and not "because".',
  'not-in-article': 'Says something that is not in the article, even if it may be true.',
  overlooked:
    'Misses the words that give the answer, or says that the article gives no answer when the article does.',
};

export const HABIT_MEANINGS: Meanings<Habit> = HABITS;

export const HEADING_MEANINGS: Meanings<BuiltInHeading> = {
  done: 'It has happened.',
  threatened: 'Someone says what will or could happen. It has not happened yet.',
  demanded: 'Someone wants someone else to do it.',
  refused: 'Someone says no to it.',
  offered: 'Someone is ready to do it.',
  denied: 'Someone says that it is not true.',
};
