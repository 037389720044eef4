import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { checkPlkkQuality } from '../domain/check-plkk-quality.js';

export const CheckPlkkQuality = command('CheckPlkkQuality', facilities, 'facilityId', checkPlkkQuality);
