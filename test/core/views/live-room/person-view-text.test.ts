import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personViewText } from '../../../../src/core/views/live-room/person-view-text.js';
import { personView } from '../../../../src/core/views/live-room/write-person-view.js';
import { liveCourse, liveGame, livePlan, planOf } from '../../../support/live-room.js';
import { anyRules, IDS, livePlay, play } from '../../../support/live-steps.js';

test('the text of a view is the view, in ASCII, also where people share parts of it', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) play(game, step);
      const freshPlan = planOf(liveCourse);
      for (const id of IDS) {
        const [text, fresh] = [livePlan, freshPlan].map((plan) =>
          personViewText(personView(game.room(), id, plan, game.now())),
        );
        const view = personView(game.room(), id, planOf(liveCourse), game.now());
        expect(JSON.parse(text ?? '')).toEqual(JSON.parse(JSON.stringify(view)));
        expect(fresh).toBe(text);
        expect(text).toMatch(/^[ -~]*$/);
      }
    }),
    { numRuns: 60 },
  );
});
