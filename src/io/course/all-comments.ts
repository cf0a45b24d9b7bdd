import { CST, Lexer } from 'yaml';
import type { Comment } from '../../core/course-files/course-file.js';

/** All comments of a text in YAML. Those in lines below one another are one, without their marks. */
export function allComments(text: string): Comment[] {
  const comments: (Comment & { readonly end: number })[] = [];
  let [line, before] = [1, ''];
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== CST.SCALAR) {
      const words = token.replace(/^#+\s*/, '');
      const last = comments.at(-1);
      if (last?.end === line - 1)
        comments[comments.length - 1] = { ...last, text: `${last.text} ${words}`, end: line };
      else comments.push({ text: words, line, end: line });
    }
    line += token.split('\n').length - 1;
    before = token;
  }
  return comments;
}
