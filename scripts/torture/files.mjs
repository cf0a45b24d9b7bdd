import { loadTool } from '../load-tool.mjs';
import { filesOf, hostileCourses } from './hostile-courses.mjs';
import { hostileResults } from './hostile-rooms.mjs';
import { hostileRuns } from './hostile-runs.mjs';
import { hostileStores } from './hostile-stores.mjs';
import { shows } from './show.mjs';

/** Small enough that all that is shown of it can be looked at again and again. */
const COURSE = 'swing-bridge';

/**
 * Files of every kind with signs in them that do harm where they are shown, and with anything else: none makes a reader
 * fail, and whatever is read of them is shown as text, as a page and as a sheet, and does no harm there.
 */
export async function files(asked) {
  const show = await shows();
  const course = await courseOf(COURSE);
  const at = { ...asked, show, course };
  const kinds = {
    courses: await hostileCourses(at),
    results: hostileResults(at),
    ...(await hostileStores(at)),
    runs: await hostileRuns(at),
  };
  const all = Object.entries(kinds);
  const unread = all.filter(([, { read }]) => read === 0);
  return {
    tried: all.reduce((sum, [, { tried }]) => sum + tried, 0),
    faults: [
      ...unread.map(
        ([kind, { tried }]) => `${kind}: of ${tried} none was read, so nothing was shown`,
      ),
      ...all.flatMap(([kind, { faults }]) => [...new Set(faults)].map((one) => `${kind}: ${one}`)),
    ],
    told: `files of every kind, read and shown: ${all.map(([kind, { read }]) => `${read} ${kind}`).join(', ')}`,
  };
}

async function courseOf(id) {
  const { parseCourse } = await loadTool('src/core/course-files/parse-course.ts');
  const locate = () => ({ line: 1, column: 1 });
  return parseCourse(filesOf(id).map((file) => ({ ...file, locate }))).course;
}
