import { action, actionsOn, attempt, notSaid } from '#runtime';
import { TRACE_EVIDENCE } from '../domain/death.events.js';
import { deaths } from '../domain/death.js';
import { DeathsController } from './deaths.controller.js';
import { RemoveTrace } from './remove-trace.js';
import { TraceDeath } from './trace-death.js';

/** What can be done about where a death came from. Whether it is traced to an accident depends on which. */
export const deathActions = actionsOn(deaths, 'participantId', { known: () => undefined }, [
  action(
    'trace-death',
    DeathsController,
    'trace',
    ({ id: participantId, said: { accidentId } }) => [
      accidentId === undefined
        ? notSaid('accidentId')
        : attempt(TraceDeath, { participantId, accidentId }, accidentId),
    ],
    'accidentId',
  ),
  action('remove-trace', DeathsController, 'remove', ({ id: participantId }) => [
    attempt(RemoveTrace, { participantId, evidence: { kind: TRACE_EVIDENCE[0], number: 'ANY-1' } }),
  ]),
]);
