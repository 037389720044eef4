import { command } from '#runtime';
import { deadlines } from '../domain/deadline.js';
import { passDeadline } from '../domain/pass-deadline.js';
import { expectedOf } from '../steps/step-folds.js';

/** Only the daily look sends it: whether a step is late, the log says. */
export const PassDeadline = command('PassDeadline', deadlines, 'deadlineId', passDeadline, {
  facts: async (_state, read, input) => ({ expected: await expectedOf(read, input) }),
});
