import { action, actionsOn, attempt } from '#runtime';
import { participants, recordOf } from '../domain/participant.js';
import {
  ConfirmContributions,
  ConfirmDeath,
  ConfirmFamily,
  ConfirmRegistration,
} from './confirm-back-dated.js';
import { ParticipantsController } from './participants.controller.js';

/** What can be confirmed of a participant that others entered long after the day from which it holds. */
export const participantActions = actionsOn(participants, 'participantId', { known: recordOf }, [
  action('confirm-registration', ParticipantsController, 'confirmRegistration', ({ id: participantId }) => [
    attempt(ConfirmRegistration, { participantId }),
  ]),
  action('confirm-contributions', ParticipantsController, 'confirmContributions', ({ id: participantId }) => [
    attempt(ConfirmContributions, { participantId }),
  ]),
  action('confirm-death', ParticipantsController, 'confirmDeath', ({ id: participantId }) => [
    attempt(ConfirmDeath, { participantId }),
  ]),
  action('confirm-family', ParticipantsController, 'confirmFamily', ({ id: participantId }) => [
    attempt(ConfirmFamily, { participantId }),
  ]),
]);
