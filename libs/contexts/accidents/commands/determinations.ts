import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { determinationsOf } from '../domain/determinations-of.js';
import { issueDetermination } from '../domain/issue-determination.js';
import { nameCareBearer } from '../domain/name-care-bearer.js';
import { mayDecide } from './may-decide.js';

export const IssueDetermination = command('IssueDetermination', accidents, 'accidentId', issueDetermination, {
  facts: async (_accident, read, { accidentId }) => ({
    known: await read.state(determinationsOf, accidentId),
  }),
  permit: mayDecide,
});

export const NameCareBearer = command('NameCareBearer', accidents, 'accidentId', nameCareBearer, {
  permit: mayDecide,
});
