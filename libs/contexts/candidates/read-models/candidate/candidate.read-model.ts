import { day, index, integer, ordering, table, text, uuid } from '#postgres';
import type { ParticipantRegistered } from '#contexts/participants/facts';
import { category, change, fold, newRow, put, readModel } from '#followers';
import { opened } from '#kernel';
import type {
  CandidateEvent,
  CandidateListEvent,
  DecliningReason,
  ListSource,
} from '../../domain/candidate.events.js';

/** Where a candidate stands. */
export const CANDIDATE_STATUSES = ['FOUND', 'CONTACTED', 'DECLINED', 'REGISTERED'] as const;

export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

/** A list of people who are to be looked for. */
export const candidateLists = table(
  'candidateLists',
  {
    candidateListId: uuid().key(),
    name: text(),
    source: text<ListSource>(),
    reference: text(),
    district: text(),
    branch: text(),
    expectedPersons: integer(),
    openedOn: day(),
    revision: integer(),
  },
  { indexes: [index('candidate_lists_by_day', ['openedOn', 'candidateListId'])] },
);

export const BY_DAY = ordering(candidateLists, ['openedOn', 'candidateListId']);

/** One candidate. Personal columns are null once the person's key was destroyed. */
export const candidates = table(
  'candidates',
  {
    participantId: uuid().key(),
    candidateListId: uuid(),
    district: text(),
    status: text<CandidateStatus>(),
    foundOn: day(),
    contactedOn: day().nullable(),
    reason: text<DecliningReason>().nullable(),
    registeredOn: day().nullable(),
    name: text().nullable(),
    phone: text().nullable(),
    work: text().nullable(),
    revision: integer(),
  },
  { indexes: [index('candidates_by_list', ['candidateListId', 'status', 'participantId'])] },
);

export const BY_ID = ordering(candidates, ['participantId']);

/** Who was found to be registered, and who is still to be: whoever is registered by any way is registered here as well. */
export const candidateReadModel = readModel({
  name: 'candidate',
  version: 2,
  own: [category<CandidateListEvent>('candidatelist'), category<CandidateEvent>('candidate')],
  also: [category<ParticipantRegistered>('participant')],
  tables: { candidateLists, candidates },
  on: {
    CandidateListOpened: (event) => [
      put(candidateLists, {
        ...newRow(candidateLists, event.data),
        openedOn: event.data.effectiveOn,
        revision: Number(event.revision),
      }),
    ],
    CandidateFound: (event) => [
      put(candidates, {
        ...newRow(candidates, event.data, opened(event.data.person)),
        status: 'FOUND',
        foundOn: event.data.effectiveOn,
        revision: Number(event.revision),
      }),
    ],
    CandidateContacted: (event) => [
      change(candidates, event.data.participantId, (row) => ({
        ...row,
        ...(row.status !== 'REGISTERED' && { status: 'CONTACTED' as const }),
        contactedOn: event.data.effectiveOn,
        // Who had declined is looked at again.
        reason: null,
        revision: Number(event.revision),
      })),
    ],
    CandidateDeclined: (event) => [
      change(candidates, event.data.participantId, (row) => ({
        ...row,
        ...(row.status !== 'REGISTERED' && { status: 'DECLINED' as const }),
        reason: event.data.reason,
        revision: Number(event.revision),
      })),
    ],
    ParticipantRegistered: ({ data }) => [
      fold(
        candidates,
        data.participantId,
        (row) => row && { ...row, status: 'REGISTERED' as const, registeredOn: data.effectiveOn },
      ),
    ],
  },
});
