import * as v from 'valibot';
import { FORMATS } from '../../course/course.js';
import { described, id, someText, text, titled, waivers } from './fields.js';

/** A version of the program, such as 0.2.0. */
export const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

export const courseSchema = titled(
  v.strictObject({
    format: described(
      v.picklist(FORMATS),
      'The format of these files. Write 2: format 1 has no examples, sort boards, choices in the text or short forms.',
      2,
    ),
    needs: v.exactOptional(
      described(
        v.pipe(v.string(), v.regex(VERSION, 'must be a version, such as 0.2.0')),
        'The version of on-the-record that the course needs. A program that is too old for the course asks for this version.',
        '0.3.0',
      ),
    ),
    id: described(
      id,
      "The id of the course. Learners' progress is saved under it, so each course needs its own. Do not change it later.",
      'night-ferry',
    ),
    title: described(text, 'The title on the first screen.', 'The night ferry'),
    language: described(
      v.pipe(
        v.string(),
        v.regex(
          /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
          'must be a language tag of BCP 47, such as en or pt-BR',
        ),
      ),
      'The language of the course, as a BCP 47 tag such as `en`. `check` applies the rules for English only to courses in English.',
      'en',
    ),
    about: described(
      someText,
      'The paragraphs of the screen about the course: which article it is from, what it covers, and whose wording it uses.',
      ['This course is made from one article about a ferry. The wording is ours.'],
    ),
    lessons: described(
      v.pipe(v.array(id), v.minLength(1, 'is an empty list: name at least one lesson')),
      'The ids of the lessons, in order. The lesson `first-lesson` is the file `first-lesson.yaml`.',
      ['first-lesson', 'the-answer'],
    ),
    allow: waivers,
  }),
  'course.yaml',
  'The title of the course, what it is about, and its lessons in order.',
);

export type CourseValue = v.InferOutput<typeof courseSchema>;
