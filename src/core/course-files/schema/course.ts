import * as v from 'valibot';
import { FORMATS } from '../../course/course.js';
import { described, id, someText, text, titled, waivers } from './fields.js';

/** A version of the program, such as 0.2.0. */
export const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

export const courseSchema = titled(
  v.strictObject({
    format: described(
      v.picklist(FORMATS),
      'The format of these files. Examples, sort boards and choices in the text need format 2.',
      2,
    ),
    needs: v.exactOptional(
      described(
        v.pipe(v.string(), v.regex(VERSION, 'must be a version, such as 0.2.0')),
        'The version of on-the-record that the course needs. A program that is too old for the format names this version.',
        '0.2.0',
      ),
    ),
    id: described(
      id,
      'Names the course for good: learners’ progress is kept under it, so no two courses may share one.',
      'night-ferry',
    ),
    title: described(text, 'As shown at the top of the first screen.', 'The night ferry'),
    language: described(
      v.pipe(
        v.string(),
        v.regex(
          /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
          'must be a language tag of BCP 47, such as en or pt-BR',
        ),
      ),
      'The language that the course is written in, as a tag of BCP 47. Rules made for English stand aside in others.',
      'en',
    ),
    about: described(
      someText,
      'The paragraphs of the about screen: which article, what the course covers, whose wording it is.',
      ['This course is made from one article, on a quarrel over a ferry.'],
    ),
    lessons: described(
      v.pipe(v.array(id), v.minLength(1, 'is an empty list: name at least one lesson')),
      'The ids of the lessons in their order. Each is a file of that name, such as `the-letter.yaml`.',
      ['the-letter', 'the-answer'],
    ),
    allow: waivers,
  }),
  'course.yaml',
  'What the course is, and its lessons in order.',
);

export type CourseValue = v.InferOutput<typeof courseSchema>;
