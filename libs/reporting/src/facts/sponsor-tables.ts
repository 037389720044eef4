import { day, index, integer, month, table, text, uuid, yesNo, type Table } from '#postgres';
import { TOLD } from './told.js';

/** Sponsors, each of a kind. */
export const sponsors = table(
  'sponsors',
  { ...TOLD, sponsorId: uuid(), kind: text(), district: text(), registeredOn: day() },
  { indexes: [index('sponsors_of', ['sponsorId'])] },
);

/** What agreements of sponsors went through. */
export const agreements = table(
  'agreements',
  {
    ...TOLD,
    agreementId: uuid(),
    sponsorId: uuid(),
    step: text<'SIGNED' | 'CONFIRMED' | 'EXTENDED' | 'ENDED_EARLY'>(),
    happenedOn: day(),
    validFrom: day().nullable(),
    validUntil: day().nullable(),
    quota: integer().nullable(),
    /** Signed so long before it was recorded that it does not hold before it is confirmed. */
    toBeConfirmed: yesNo(),
  },
  { indexes: [index('agreements_of', ['agreementId'])] },
);

/** Places under agreements: who took one, who left it, and who had none after all. One event may tell of many people. */
export const places = table(
  'places',
  {
    ...TOLD,
    participantId: uuid().key(),
    agreementId: uuid(),
    step: text<'TAKEN' | 'LEFT' | 'GIVEN_BACK'>(),
    /** The first month, or the last one; of a place that was given back the month in which it was. */
    period: month(),
  },
  { indexes: [index('places_of', ['agreementId', 'participantId'])] },
);

/** Lists of people who are to be looked for. */
export const candidateLists = table(
  'candidateLists',
  {
    ...TOLD,
    candidateListId: uuid(),
    district: text(),
    branch: text(),
    expectedPersons: integer(),
    openedOn: day(),
  },
  { indexes: [index('candidate_lists_of', ['candidateListId'])] },
);

/** What candidates went through. */
export const candidates = table(
  'candidates',
  {
    ...TOLD,
    participantId: uuid(),
    candidateListId: uuid(),
    step: text<'FOUND' | 'DECLINED'>(),
    district: text().nullable(),
    happenedOn: day(),
  },
  { indexes: [index('candidates_of', ['participantId'])] },
);

export const SPONSOR_TABLES: readonly Table[] = [sponsors, agreements, places, candidateLists, candidates];
