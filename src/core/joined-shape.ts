import { type Fits, fields, isFlag, isId, isText, isWhole, listOf } from './json-shape.js';

/** What is kept of an exercise that someone has come to: the room, who it is, and what is asked there. */
export const JOINED = {
  room: fields({ code: isId, lessons: listOf(isId), minutes: isWhole, feedback: isText }),
  person: fields({ id: isId, name: isText, named: isFlag }),
  exercise: isText,
} satisfies Readonly<Record<string, Fits>>;
