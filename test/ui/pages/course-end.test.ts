import { expect, test } from 'vitest';
import { lineWidth } from '../../../src/ui/layout/line.js';
import { linesOf } from '../../../src/ui/layout/page.js';
import { courseEndPage } from '../../../src/ui/pages/course-end.js';

const entries = [
  { id: 'record', text: 'Your record', note: 'who said, demanded and threatened what' },
  { id: 'course', text: "Try a story you haven't read", note: 'the same skills, a new story' },
  { id: 'checklist', text: "Five questions for today's paper", note: 'as a page to print' },
  { id: 'home', text: 'Home', note: '' },
];

test('the entries at the end of the course are all alike: each note beside its name, or each below', () => {
  const view = { score: '', learned: '', skills: [], entries };
  const shapes = new Set<string>();
  for (let width = 36; width <= 116; width += 1) {
    const items = courseEndPage(view, width).items.slice(0, 3);
    const rows = items.map(({ lines }) => linesOf(lines));
    for (const row of rows.flat()) expect(lineWidth(row)).toBeLessThanOrEqual(width - 2);
    const isBelow = rows.map((lines, i) => {
      const first = lines[0]?.spans.map(({ text }) => text).join('') ?? '';
      return !first.includes(entries[i]?.note.slice(0, 8) ?? '');
    });
    expect(new Set(isBelow).size).toBe(1);
    shapes.add(String(isBelow[0]));
  }
  expect(shapes.size).toBe(2);
});
