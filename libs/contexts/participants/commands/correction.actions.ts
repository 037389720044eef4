import { action, actionsOn, attempt } from '#runtime';
import { NO_CORRECTION_REASONS } from '../domain/correction.events.js';
import { correctables, recordedPerson } from '../domain/correctable.js';
import { paymentsOf } from '../domain/payments.js';
import { ConfirmCorrection } from './confirm-correction.js';
import { RefuseCorrection } from './correct-participant.js';
import { CorrectionsController } from './corrections.controller.js';
import { ConfirmReversal, RefuseReversal } from './reverse-contribution.js';
import { ReversalsController } from './reversals.controller.js';

const [reason] = NO_CORRECTION_REASONS;

/** What can be done with something that was asked for of a participant and waits for a second person. */
export const correctionActionsOf = (correctionId: string) =>
  actionsOn(correctables, 'participantId', { params: { correctionId }, known: recordedPerson }, [
    action('confirm-correction', CorrectionsController, 'confirm', ({ id: participantId }) => [
      attempt(ConfirmCorrection, { participantId, correctionId }),
    ]),
    action('refuse-correction', CorrectionsController, 'refuse', ({ id: participantId }) => [
      attempt(RefuseCorrection, { participantId, correctionId, reason }),
    ]),
  ]);

export const correctionActions = correctionActionsOf('');

/** The same of a payment of a contribution that somebody asked to take back. */
export const reversalActionsOf = (correctionId: string) =>
  actionsOn(paymentsOf, 'participantId', { params: { correctionId }, known: () => undefined }, [
    action('confirm-reversal', ReversalsController, 'confirm', ({ id: participantId }) => [
      attempt(ConfirmReversal, { participantId, correctionId }),
    ]),
    action('refuse-reversal', ReversalsController, 'refuse', ({ id: participantId }) => [
      attempt(RefuseReversal, { participantId, correctionId, reason }),
    ]),
  ]);

export const reversalActions = reversalActionsOf('');
