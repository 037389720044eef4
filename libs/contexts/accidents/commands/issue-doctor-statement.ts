import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { issueDoctorStatement } from '../domain/issue-doctor-statement.js';
import { inSight } from './in-sight.js';

export const IssueDoctorStatement = command(
  'IssueDoctorStatement',
  accidents,
  'accidentId',
  issueDoctorStatement,
  { permit: inSight },
);
