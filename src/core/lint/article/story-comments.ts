import type { CourseFile } from '../../course-files/course-file.js';
import { counted } from '../../text/english.js';
import type { Finding } from '../finding.js';
import { type Article, sharedRuns } from './shared-runs.js';

/** Warns about each file that still has the story's words in its comments: whoever gets the folder gets them, too. */
export const storyComments = (files: readonly CourseFile[], article: Article): Finding[] =>
  files.flatMap((file) => {
    const copied = (file.comments?.() ?? []).filter(
      ({ text }) => sharedRuns(text, article).length > 0,
    );
    const [first] = copied;
    if (!first) return [];
    const verb = copied.length === 1 ? 'has' : 'have';
    const message = `${counted(copied.length, 'comment')} of this file ${verb} seven or more words in a row from the article: delete them before you share the course`;
    const place = { line: first.line, column: 1 };
    return [
      {
        ...{ file: { ...file, locate: () => place }, path: [], severity: 'warning' },
        ...{ rule: 'article-comments', message },
      },
    ];
  });
