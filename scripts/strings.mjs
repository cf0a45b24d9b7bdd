// `npm run -s strings [-- FOLDER_OR_FILE...]` prints the strings of src that people can read, each with its file and line,
// for an editor to go through. It leaves out ids, keys, imports and values that a type lists.
import path from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { fromRoot } from './paths.mjs';

/** Folders where a single word in lower case is on screen. Elsewhere it is more often the name of a thing in code. */
const SHOWN = ['src/core/messages/', 'src/core/views/'];

/** Words that the program looks for in a news story. */
const WORD_LISTS = 'src/core/story/reported/';

const isPattern = (text) => /\(\?[:!=<]/.test(text);

const TEXTS = [
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateExpression,
  SyntaxKind.JsxText,
];

/** What a string in this place is: the name of a module, a type or a property. Or it is compared, and not shown. */
const NAMES = [
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.LiteralType,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.CaseClause,
];

const COMPARISONS = [
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.InKeyword,
];

/** Methods that look for a text or take one apart. */
const SEARCHES = ['includes', 'startsWith', 'endsWith', 'split', 'indexOf', 'join', 'has', 'get'];

const isCompared = ({ parent }) =>
  parent.kind === SyntaxKind.BinaryExpression && COMPARISONS.includes(parent.operatorToken.kind);

const isPropertyName = (node) =>
  node.parent.kind === SyntaxKind.PropertyAssignment && node.parent.name === node;

/** Such a method has the text before it or in its brackets. */
const isSearched = ({ parent }) =>
  SEARCHES.includes(parent.name?.text) ||
  (parent.kind === SyntaxKind.CallExpression && SEARCHES.includes(parent.expression.name?.text));

const isName = (node) =>
  NAMES.includes(node.parent.kind) ||
  isCompared(node) ||
  isPropertyName(node) ||
  isSearched(node) ||
  // An import() at run time.
  node.parent.expression?.kind === SyntaxKind.ImportKeyword;

/** The text as the source has it, with its expressions: an editor sees what goes where. */
const textOf = (node) =>
  (node.kind === SyntaxKind.TemplateExpression ? node.getText().slice(1, -1) : node.text)
    .replace(/\s+/g, ' ')
    .trim();

/** The words of the text, without expressions, tags, escapes and the flags of a command. */
const wordsOf = (text) =>
  text
    .replace(/\$\{[^}]*\}+|<[^>]*>|\\n|^--[\w-]+/g, ' 0 ')
    .match(/(?<![\p{L}\d_./-])\p{L}[\p{L}’'-]+(?![\d_(/])/gu) ?? [];

function isReadable(text, file) {
  if (isPattern(text) || file.startsWith(WORD_LISTS)) return false;
  const words = wordsOf(text);
  if (words.length > 1) return /\s/.test(text);
  const isShown = SHOWN.some((folder) => file.startsWith(folder));
  return words.length === 1 && (isShown || /^\p{Lu}\p{Ll}+[\s.:,]*$/u.test(text));
}

/** A word inside a template is read as a part of it, as in `${counted(n, 'question')} left`. */
const isInTemplate = ({ parent }) =>
  parent.kind === SyntaxKind.TemplateExpression ||
  (parent.kind !== SyntaxKind.SourceFile && isInTemplate(parent));

/** A type that lists its values, such as `'new' | 'done'`, takes ids. */
function isId(node, { checker }) {
  if (node.kind !== SyntaxKind.StringLiteral) return false;
  const type = checker.getContextualType(node);
  return type !== undefined && /^(?:readonly )?"/.test(checker.typeToString(type));
}

function* textsIn(node) {
  if (TEXTS.includes(node.kind) && !isName(node)) yield node;
  const children = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* textsIn(child);
}

function linesOf(project, name) {
  const source = project.program.getSourceFile(name);
  const file = path.relative(fromRoot('.'), name).replaceAll(path.sep, '/');
  const lineAt = (offset) => source.text.slice(0, offset).split('\n').length;
  return [...textsIn(source)]
    .filter((node) => !isInTemplate(node))
    .filter((node) => isReadable(textOf(node), file) && !isId(node, project))
    .map((node) => `${file}:${lineAt(node.getStart())}: ${textOf(node)}`);
}

const wanted = process.argv.slice(2);
const places = (wanted.length > 0 ? wanted : ['src']).map((place) => path.resolve(place));
const isWanted = (name) =>
  places.some((place) => name === place || name.startsWith(`${place}${path.sep}`));

const api = new API({ cwd: fromRoot('.') });
const snapshot = api.updateSnapshot({ openProject: fromRoot('tsconfig.json') });
const [project] = snapshot.getProjects();
const names = project.program.getSourceFileNames().filter((name) => isWanted(path.normalize(name)));
for (const name of names.sort()) for (const line of linesOf(project, name)) console.log(line);
api.close();
