import { amount, bool, eventDate, type Fields, integer, months, oneOf, optional } from '../kernel/read.js';
import { membershipFields } from '../coverage/coverage.fields.js';
import { PMI_AIDS, PMI_WORK_ENDS } from './migrant-aid.policies.js';
import type { MigrantAidInput } from './migrant-aid.js';
import { PMI_ROUTES, type PmiContributionInput } from './contribution-pmi.js';

export const contributionPmiFields: Fields<PmiContributionInput> = {
  route: oneOf(PMI_ROUTES, {
    INDIVIDUAL: 'INDEPENDENT',
    SELF: 'INDEPENDENT',
    MANDIRI: 'INDEPENDENT',
    PERSEORANGAN: 'INDEPENDENT',
    G_TO_G: 'GOVERNMENT',
    OWN_COMPANY: 'COMPANY',
  }),
  contractMonths: integer(1, 120),
  extraMonths: optional(integer(0, 120)),
  jhtMonthly: optional(amount()),
  registeredOn: optional(eventDate),
};

export const migrantAidFields: Fields<MigrantAidInput> = {
  ...membershipFields,
  eventDate,
  kind: oneOf(PMI_AIDS),
  ownFault: optional(bool),
  proved: optional(bool),
  workEnded: optional(oneOf(PMI_WORK_ENDS)),
  monthsWorked: optional(months),
  loss: optional(amount()),
};
