import { command } from '#runtime';
import { participants } from '../domain/participant.js';
import { reportDeath } from '../domain/report-death.js';

export const ReportDeath = command('ReportDeath', participants, 'participantId', reportDeath);
