import type { AttributionMap, MapCell } from '../../core/course/attribution-map.js';
import { sentenceText } from '../../core/course/evidence.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import {
  cellText,
  cellTitle,
  MAP_ABOUT,
  mapText,
  tellersText,
} from '../../core/messages/ledger.js';
import { WORTH_ANOTHER_LOOK } from '../../core/messages/lesson.js';
import { entryText, ROUTE_TITLES } from '../../core/messages/menu.js';
import { CERTAINTY_ASKED, calibrationNote, QUIZ_TITLE } from '../../core/messages/review.js';
import { SETTING_NAMES, SETTINGS_NOTE, settingValueText } from '../../core/messages/settings.js';
import { claimText } from '../../core/messages/verdict.js';
import type { Scene } from '../../core/scene/scene.js';
import { SETTINGS, settingText } from '../../core/settings.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { quizEndView } from '../../core/views/quiz-end.js';
import { type Block, bullet, indented, numbered, type Row } from '../block.js';
import type { PlainContext } from '../context.js';
import { withLeave } from '../prompt.js';
import { reportBlocks } from './learner-report.js';

type StudyScene = Extract<
  Scene,
  { kind: 'quiz-end' | 'settings' | 'learner-report' | 'map' | 'cell' }
>;

type QuizEndScene = Extract<Scene, { kind: 'quiz-end' }>;

/** The pages of self-study: a quiz's end, settings, the learner report, the map and its cells. */
export function studyBlocks(context: PlainContext, now: StudyScene): Block[] {
  const state = context.store.state();
  switch (now.kind) {
    case 'quiz-end':
      return quizEndBlocks(context, now);
    case 'settings':
      return settingsBlocks(state, now.menu);
    case 'learner-report':
      return [
        [ROUTE_TITLES['learner-report']],
        ...reportBlocks(now.report, context.material()),
        menuBlock(state, now.menu),
      ];
    case 'map':
      return mapBlocks(now.map);
    case 'cell':
      return cellBlocks(now.cell, context.material());
  }
}

const menuBlock = ({ course }: State, menu: readonly MenuEntry[]): Block =>
  numbered(menu.map((entry) => entryText(entry, course, 0)));

/** How often the learner was right at their highest certainty, if they have rated any answer. */
function calibrationRows({ course, progress }: State): Row[] {
  const text = calibrationNote(course, progress);
  return text === undefined ? [] : [text];
}

export const certaintyBlocks = (state: State): Block[] => [
  [CERTAINTY_ASKED, ...calibrationRows(state)],
];

function quizEndBlocks(context: PlainContext, now: QuizEndScene): Block[] {
  const state = context.store.state();
  const { score, missed, notes } = quizEndView(now, state, context.material());
  const entries = now.menu.map((entry) => entryText(entry, state.course, 0));
  return [
    [QUIZ_TITLE[now.quiz.kind]],
    ...(score ? [[score.text]] : []),
    ...(missed.length === 0 ? [] : [[WORTH_ANOTHER_LOOK, ...missed.map(bullet)]]),
    ...(notes.length === 0 ? [] : [notes]),
    numbered(withLeave(entries, context)),
  ];
}

function settingsBlocks({ progress }: State, menu: readonly MenuEntry[]): Block[] {
  const entries = menu.map((entry) => {
    const setting = entry.does === 'set' && SETTINGS.find(({ key }) => key === entry.key);
    if (!setting) return 'Home';
    const value = settingValueText(setting, settingText(setting, progress.settings));
    return `${SETTING_NAMES[setting.key]}: ${value}. ${setting.about}`;
  });
  return [['Settings'], numbered(entries), [SETTINGS_NOTE]];
}

/** The attribution map as a list: whose acts, and which sources report them. */
function mapBlocks(map: AttributionMap): Block[] {
  const cells = map.cells.map((cell) => `${cellTitle(cell)}. ${tellersText(cell)}`);
  const list = cells.length > 0 ? [[MAP_ABOUT], numbered(cells)] : [];
  return [[ROUTE_TITLES.map], ...list, [mapText(map)]];
}

function cellBlocks(cell: MapCell, material: CourseMaterial): Block[] {
  return [
    [cellText(cell)],
    ...cell.claims.map((claim) => [
      claimText(claim, material),
      indented(sentenceText(claim, material)),
    ]),
  ];
}
