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
  type PlkkAgreementExtended,
  type PlkkAgreementSigned,
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
  ],
);
