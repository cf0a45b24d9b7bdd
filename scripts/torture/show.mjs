import { inLines } from './line-talk.mjs';
import { pastOf } from './made-logs.mjs';
import { onScreens } from './on-screens.mjs';
import { rooms } from './room.mjs';
import { hiddenIn } from './signs.mjs';
import { ways } from './ways.mjs';

const PEOPLE = [
  { id: '0Q5TR4J44J6E', name: 'Ada', wrong: false },
  { id: '1Q5TR4J44J6E', name: 'Ben', wrong: true },
];

/** Everything that can be shown of what was read: each gives the harm that it would do. */
export async function shows() {
  const [{ every }, onScreen, lines, inRoom] = await Promise.all([
    ways(),
    onScreens(),
    inLines(),
    rooms(),
  ]);
  const session = (course, begun, within) => [
    ...harmOf('screen', every(course, begun, onScreen.talker, within)),
    ...harmOf('lines', every(course, begun, lines, within)),
  ];
  const report = (course) => reportHarm(inRoom, course);
  return {
    rooms: inRoom,
    session,
    report,
    course: (course, within) => [
      ...session(course, { log: [], other: otherThan(course) }, within),
      ...session(course, { log: pastOf(course) }, { steps: 6 }),
      ...report(course),
    ],
    mistakes: (problems) => onScreen.mistakes(problems),
  };
}

const harmOf = (what, texts) =>
  [...new Set(texts)].flatMap((text) => {
    const harm = hiddenIn(text);
    return harm ? [`${what}: ${harm}`] : [];
  });

const otherThan = ({ index }) => ({ id: 'other', title: index.title, comesAfter: false });

/** The report of a room of two, and the exercise on paper. */
function reportHarm(rooms, course) {
  const room = rooms.roomOf(course);
  const files = PEOPLE.map((who, i) => ({
    where: `${i}.json`,
    text: JSON.stringify(rooms.handed(course, room, who)),
  }));
  return [...rooms.harm(course, room, files).harm, ...rooms.handoutHarm(course, room)];
}
