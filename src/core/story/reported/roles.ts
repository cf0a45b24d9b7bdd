import { setOf } from './words.js';

/** Titles before a name that only say Mr or Ms. */
export const COURTESY = setOf(
  'mr mr. mrs mrs. ms ms. mx miss dr dr. prof prof. sir lord lady dame',
);

/** Titles before a name that are a role. */
export const TITLES = setOf(
  `professor president senator sen. rep. representative congressman congresswoman governor gov. mayor councillor cllr.
  minister secretary chancellor judge sheriff sgt. sergeant captain capt. colonel col. general gen. lieutenant lt.
  officer detective inspector superintendent chief commissioner rev. bishop archbishop pope king queen prince princess
  ambassador coach chairman chairwoman chair director spokesman spokeswoman manager executive attorney leader head`,
);

const ORGANISATIONS = setOf(
  `council company firm group agency department ministry government administration union association committee
  commission board court party charity trust university college school hospital bank office authority body club team
  campaign coalition federation society institute organisation organization church congress senate parliament army navy
  force service corporation business developer operator watchdog regulator retailer supplier publisher newspaper network
  station inc inc. ltd plc corp llc partnership alliance foundation centre center museum airline airport railway
  cooperative co-operative chamber league cabinet tribunal jury panel inquiry studio estate forum guild lobby embassy
  laboratory lab academy police insurer lender maker carmaker chipmaker drugmaker manufacturer builder housebuilder
  broadcaster nonprofit startup start-up chain utility`,
);

const DOCUMENTS = setOf(
  `report letter statement document filing email e-mail memo study survey poll lawsuit suit complaint record notice audit
  website article leaflet sign indictment affidavit review analysis figures data contract blog post order ruling
  judgment judgement petition transcript log note text message assessment newsletter invoice minutes papers paper`,
);

const PERSON =
  /^(?:people|person|official|source|staff|family|relative|critic|expert|witness|resident|parent|neighbou?r|student|pupil|activist|analyst|aide|guard|clerk|head|chief|judge|nurse|crew|farmhand|captain|mayor|boss|executive|colleague|friend|guest|member|mp|kid|boy|girl|child|children|husband|wife|son|daughter|couple|other|youth|local|patient|client|agent|president|assistant|attendant|accountant|consultant|lieutenant|superintendent|correspondent|opponent|respondent|republican|democrat|mother|father|deputy|secretary|attorney|representative|detective|constable|apprentice|librarian|historian|technician|guardian|veteran|civilian|politician|volunteer|engineer|trainee|employee|servant|tenant|merchant|participant|applicant|inhabitant|informant|spectator|spokes\w+|chair|co-chair|someone|somebody|anyone|everyone|everybody|nobody|no-one|one|another|some|many|both|few|most|counsel|cleric|economist|\w*(?:man|men|woman|women|person)|\w+(?:ist|[cr]ian)|[a-z]{2,}(?:er|or))$/;

const NOT_PERSON = setOf(
  `number river matter power summer winter october november september december weather motor door floor error factor
  sector color colour mirror computer tower border corner dinner center quarter chapter trailer under over after
  register shelter cluster disaster fever lower upper former latter water offer order letter paper harbor harbour
  ferry-timber timber rather whether either neither together answer`,
);

export type SpeakerType = 'person' | 'organisation' | 'document';

/** The word without a possessive ending, and in the singular. */
const singular = (lower: string): string =>
  lower
    .replace(/['’]s?$/, '')
    .replace(/(?<=[^aeiou])ies$/, 'y')
    .replace(/(?<=ss|ch|sh)es$/, '')
    .replace(/(?<![su])s$/, '');

/** What a noun says about the one whom it names; undefined for things that say nothing. */
export function speakerType(lower: string): SpeakerType | undefined {
  const word = singular(lower);
  if (DOCUMENTS.has(word) || DOCUMENTS.has(lower)) return 'document';
  if (ORGANISATIONS.has(word)) return 'organisation';
  return PERSON.test(word) && !NOT_PERSON.has(word) ? 'person' : undefined;
}
