import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { issueDetermination } from '../domain/issue-determination.js';
import { nameCareBearer } from '../domain/name-care-bearer.js';

export const IssueDetermination = command('IssueDetermination', accidents, 'accidentId', issueDetermination);

export const NameCareBearer = command('NameCareBearer', accidents, 'accidentId', nameCareBearer);
