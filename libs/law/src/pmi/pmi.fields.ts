import { amount, eventDate, type Fields, integer, oneOf, optional } from '../kernel/read.js';
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
