import { command } from '#runtime';
import { confirmNikDifference, correctParticipant } from '../domain/correct-participant.js';
import { correctables } from '../domain/correctable.js';
import { refuseCorrection } from '../domain/decide-correction.js';

export const CorrectParticipant = command(
  'CorrectParticipant',
  correctables,
  'participantId',
  correctParticipant,
);

export const ConfirmNikDifference = command(
  'ConfirmNikDifference',
  correctables,
  'participantId',
  confirmNikDifference,
);

export const RefuseCorrection = command('RefuseCorrection', correctables, 'participantId', refuseCorrection);
