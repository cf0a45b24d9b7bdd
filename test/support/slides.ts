import { countedSubmissions } from '../../src/core/room-report/collect.js';
import { roomReport } from '../../src/core/room-report/report.js';
import type { Slide } from '../../src/ui/slides/slide.js';
import { openRoomCourse, roomCourse } from './room-course.js';
import { roomFor } from './shipped-course.js';
import { simulatedRoom } from './simulated-room.js';

/** The slides of a room of five people, one for each question. */
export function slidesOf(): readonly Slide[] {
  const { material } = roomCourse;
  const room = roomFor(openRoomCourse, 'the-wall', 'the-answer');
  const results = simulatedRoom(openRoomCourse, room, { people: 5, seed: 1, difficulty: () => 0 });
  const submissions = results.map((result, i) => ({ where: `${i}.json`, result }));
  const { checks } = roomReport(
    openRoomCourse,
    countedSubmissions(openRoomCourse, submissions, room.code),
  );
  return checks.map((report) => ({ report, material, seed: room.code }));
}
