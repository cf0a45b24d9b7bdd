/** The pronoun of a person. */
export type Gender = 'he' | 'she';

const FEMALE =
  /\b(?:mrs|ms|miss|\w*woman|mother|daughter|sister|wife|widow|girl|lady|dame|queen|princess|actress|grandmother|aunt|baroness)\b/i;

const MALE =
  /\b(?:mr|\w*(?<!wo)man|father|son|brother|husband|boy|lord|sir|king|prince|grandfather|uncle)\b/i;

/** Whether words for a person say that it is a man or a woman. */
export function genderOf(text: string): Gender | undefined {
  if (FEMALE.test(text)) return 'she';
  return MALE.test(text) ? 'he' : undefined;
}
