import { command } from '#runtime';
import {
  confirmContributions,
  confirmDeath,
  confirmFamily,
  confirmRegistration,
} from '../domain/confirm-back-dated.js';
import { contributions } from '../domain/contributions.js';
import { participants } from '../domain/participant.js';

export const ConfirmContributions = command(
  'ConfirmContributions',
  contributions,
  'participantId',
  confirmContributions,
);

export const ConfirmDeath = command('ConfirmDeath', participants, 'participantId', confirmDeath);

export const ConfirmRegistration = command(
  'ConfirmRegistration',
  participants,
  'participantId',
  confirmRegistration,
);

export const ConfirmFamily = command('ConfirmFamily', participants, 'participantId', confirmFamily);
