import { HABITS, type Habit } from './habits.js';
import type { Basis, Kind, Naming, SourceType } from './ledger.js';
import type { BuiltInHeading, Misreading, Skill } from './vocabulary.js';

/**
 * The meanings of the words in course files, for authors. Editors show each meaning beside its word, and
 * lessons/README.md lists them. A word without a meaning does not compile.
 */
type Meanings<Word extends string> = Readonly<Record<Word, string>>;

export const SOURCE_TYPE_MEANINGS: Meanings<SourceType> = {
  person: 'Somebody, with or without a name.',
  organisation: 'A company, an office, a paper: quoted as such, without a person.',
  document:
    'A paper: a letter, a filing, a report. The article has it from the paper, and not from a person.',
  narration: 'The article’s own voice, where it tells something and gives nobody as its source.',
};

export const NAMING_MEANINGS: Meanings<Naming> = {
  named: 'The article gives the name.',
  described: 'The article gives a role only.',
  anonymous: 'The article says that the source asked not to be named.',
};

export const BASIS_MEANINGS: Meanings<Basis> = {
  stated: 'The article says so.',
  derived: 'It follows strictly from what the article says: the day two days before Thursday.',
  'not-stated': 'The article leaves it open; then there is no value.',
};

export const KIND_MEANINGS: Meanings<Kind> = {
  statement: 'Tells how something is, or what happened.',
  position: 'Tells what somebody stands for or holds to be right.',
  demand: 'Wants somebody to do, or to leave, something.',
  refusal: 'Says no to what was wanted.',
  offer: 'Is ready to do something, and leaves the taking to others.',
  pledge: 'Binds itself to do something, perhaps under a condition.',
  threat: 'Announces what will follow if something does not happen; it has not followed yet.',
  denial: 'Says that something told of it is not so.',
  assessment: 'Judges: how likely, how good, how grave.',
  'no-comment': 'Did not want to say anything, or did not answer.',
  context: 'Background that the article gives, and nobody disputes there.',
};

export const SKILL_MEANINGS: Meanings<Skill> = {
  attribution: 'Who said it, and whose act or view it is.',
  demand: 'What somebody wants, refuses or offers.',
  measure: 'What was threatened, announced or done, and which of the three.',
  sequence: 'What came before what, and when.',
  sourcing: 'How the article knows: by name or without, and through which channel.',
  limits: 'What the article leaves open, hedges, or ties to a condition.',
};

export const MISREADING_MEANINGS: Meanings<Misreading> = {
  'wrong-source': 'Puts words into another mouth.',
  'teller-for-actor': 'Takes the one who tells for the one who acts or wants.',
  'wrong-side': 'Gives one side’s act or view to the other.',
  'wrong-measure': 'Names another measure than the one spoken of.',
  'wrong-time': 'Puts it on another day, or before what it came after.',
  'wrong-channel': 'Has it said in a letter instead of at a meeting, and the like.',
  'wrong-naming': 'Gives a name to a source without one, or takes it away.',
  'threatened-as-done': 'Takes what was threatened or planned for done.',
  'claim-as-fact': 'Takes what somebody says for what is so.',
  'dropped-condition': 'Leaves out an if, an unless, a word that limits.',
  overstated: 'Makes more of it: all instead of some, must instead of may.',
  understated: 'Makes less of it.',
  'added-cause': 'Makes a because of an and, or of an after.',
  'not-in-article': 'Likely enough, perhaps even true, and nowhere in the article.',
  overlooked: 'Says that the article does not tell, where it does.',
};

export const HABIT_MEANINGS: Meanings<Habit> = HABITS;

export const HEADING_MEANINGS: Meanings<BuiltInHeading> = {
  done: 'It has happened.',
  threatened: 'Somebody says what will or might follow. It has not followed yet.',
  demanded: 'Somebody wants it from somebody else.',
  refused: 'Somebody says no to it.',
  offered: 'Somebody is ready to do it.',
  denied: 'Somebody says that it is not so.',
};
