import { day, index, integer, month, table, text, uuid, type Table } from '#postgres';
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
    step: text<'SIGNED' | 'EXTENDED' | 'ENDED_EARLY'>(),
    happenedOn: day(),
    validFrom: day().nullable(),
    validUntil: day().nullable(),
    quota: integer().nullable(),
  },
  { indexes: [index('agreements_of', ['agreementId'])] },
);

/** Places under agreements: who took one, and who left it. One event may tell of many people. */
export const places = table(
  'places',
  {
    ...TOLD,
    participantId: uuid().key(),
    agreementId: uuid(),
    step: text<'TAKEN' | 'LEFT'>(),
    /** The first month, or the last one. */
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
