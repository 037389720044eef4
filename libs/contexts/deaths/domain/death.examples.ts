import { localDate } from '#kernel';
import type { DeathEvent } from './death.events.js';

export const SITI = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01';
export const DIED_ON = localDate('2026-11-10');

export const traced = (accidentId: string): DeathEvent => ({
  type: 'DeathTraced',
  data: { participantId: SITI, accidentId, tracerId: 'user-1', effectiveOn: DIED_ON },
});
