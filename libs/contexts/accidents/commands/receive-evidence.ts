import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { receiveEvidence } from '../domain/receive-evidence.js';
import { inSight } from './in-sight.js';

export const ReceiveEvidence = command('ReceiveEvidence', accidents, 'accidentId', receiveEvidence, {
  permit: inSight,
});
