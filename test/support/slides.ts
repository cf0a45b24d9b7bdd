import { countedSubmissions } from '../../src/core/room-report/collect.js';
import { roomReport } from '../../src/core/room-report/report.js';
import { type Slide, type SlideShow, slideShow } from '../../src/ui/slides/slide.js';
import { openRoomCourse, roomCourse } from './room-course.js';
import { roomFor } from './shipped-course.js';
import { simulatedRoom } from './simulated-room.js';

/**
 * The slides of a room of five people, one for each question.
 * @param hard how hard the questions are; everyone is right far below 0
 */
export function showOf(hard = 0): SlideShow {
  const room = roomFor(openRoomCourse, 'the-wall', 'the-answer');
  const model = { people: 5, seed: 1, difficulty: () => hard };
  const results = simulatedRoom(openRoomCourse, room, model);
  const submissions = results.map((result, i) => ({ where: `${i}.json`, result }));
  const collected = countedSubmissions(openRoomCourse, submissions, room.code);
  return slideShow(roomReport(openRoomCourse, collected), roomCourse.material, roomCourse.index);
}

export const slidesOf = (): readonly Slide[] => showOf().slides;
