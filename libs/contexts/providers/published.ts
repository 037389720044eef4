import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  district,
  id,
  oneOf,
} from '#publishing/contracts';
import {
  FACILITY_KINDS,
  type FacilityRegistered,
  type PlkkAgreementEnded,
  type PlkkAgreementExtended,
  type PlkkAgreementSigned,
  type PlkkAgreementSuspended,
  type PlkkSuspensionLifted,
} from './domain/facility.events.js';

const agreement = { facilityId: id('The facility'), agreementId: id('The agreement') };

/** What the world outside may know of facilities: where they are, and when they are PLKK. Names and accounts stay inside. */
export const providersContracts: ContextContracts = contextContracts(
  'providers',
  ['facility'],
  [
    contract({
      type: 'lindung.providers.facility-registered.v1',
      from: 'FacilityRegistered',
      about: 'A health facility became known. It is a PLKK only while an agreement is in force.',
      fields: {
        facilityId: id('The facility'),
        kind: oneOf('Its kind', FACILITY_KINDS),
        district: district('Where it is'),
        registeredOn: day('Day of the registration'),
      },
      data: ({ data }: FacilityRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.providers.plkk-agreement-signed.v1',
      from: 'PlkkAgreementSigned',
      about: 'A facility became an accident-care centre (PLKK) for a time.',
      fields: {
        ...agreement,
        validFrom: day('First day'),
        validUntil: day('Last day'),
        signedOn: day('Day on which it was recorded'),
      },
      data: ({ data }: PlkkAgreementSigned) => ({ ...data, signedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.providers.plkk-agreement-extended.v1',
      from: 'PlkkAgreementExtended',
      about: 'An addendum moved the last day of an agreement.',
      fields: { ...agreement, validUntil: day('Last day now'), extendedOn: day('Day of the addendum') },
      data: ({ data }: PlkkAgreementExtended) => ({ ...data, extendedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.providers.plkk-agreement-suspended.v1',
      from: 'PlkkAgreementSuspended',
      about: 'For a time the facility takes no new patients as a PLKK.',
      fields: {
        ...agreement,
        from: day('First day'),
        until: day('Last day'),
        careUntil: day('So long patients in care are treated'),
      },
      data: ({ data }: PlkkAgreementSuspended) => ({ ...data, from: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.providers.plkk-suspension-lifted.v1',
      from: 'PlkkSuspensionLifted',
      about: 'A suspension ended before its last day.',
      fields: { ...agreement, from: day('From this day on the agreement is in force again') },
      data: ({ data }: PlkkSuspensionLifted) => ({ ...data, from: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.providers.plkk-agreement-ended.v1',
      from: 'PlkkAgreementEnded',
      about: 'An agreement ends before its time.',
      fields: {
        ...agreement,
        lastDay: day('Last day'),
        careUntil: day('So long patients in care are treated'),
      },
      data: ({ data }: PlkkAgreementEnded) => ({ ...data, lastDay: data.effectiveOn }),
    }),
  ],
  {
    PlkkAgreementAmended: 'services, prices and the account are between BPJS and the facility',
    PlkkProposalMade: 'binds nobody before a second person has signed, which is published',
    PlkkProposalRefused: 'nothing comes of what was inside',
    PlkkProposalLapsed: 'nothing comes of what was inside',
    PlkkQualityChecked: 'a look that stops nothing by itself; what it leads to is published',
  },
);
