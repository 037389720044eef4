import { membershipFields } from '../coverage/coverage.fields.js';
import { bool, eventDate, type Fields, months, oneOf, optional } from '../kernel/read.js';
import { SEGMENTS } from '../kernel/segment.js';
import { scholarshipFields } from '../scholarship/scholarship.fields.js';
import { contextFields } from '../wage/wage.fields.js';
import type { JkmInput } from './jkm.js';

export const jkmFields: Fields<JkmInput> = {
  ...contextFields,
  ...membershipFields,
  ...scholarshipFields,
  segment: oneOf(SEGMENTS),
  deathDate: eventDate,
  consecutivePaidMonths: optional(months),
  totalPaidMonths: optional(months),
  workAccident: optional(bool),
};
