import { participantFacts } from '#contexts/participants/facts';
import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type NotifyAccidentInput, notifyAccident } from '../domain/notify-accident.js';

export class NotifyAccident extends StreamCommand<NotifyAccidentInput> {
  readonly commandName = 'NotifyAccident';
}

/** Refuses `PARTICIPANT_NOT_FOUND` beside what the decision refuses. */
export const NotifyAccidentHandler = commandHandler(
  NotifyAccident,
  accidents,
  'accidentId',
  notifyAccident,
  (_accident, read, { participantId }) => participantFacts(read, participantId),
);
