import type { AccidentEvent } from '#contexts/accidents/facts';
import type { ComplaintEvent } from '#contexts/complaints/facts';
import type { ParticipantCorrected, ParticipantRegistered } from '#contexts/participants/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { FacilityRegistered } from '#contexts/providers/facts';
import type { ReceivableRecorded } from '#contexts/reviews/facts';
import type { ScholarshipGranted, ScholarshipYearApproved } from '#contexts/scholarships/facts';
import { category, put, putOwn, readModel } from '#followers';
import { opened } from '#kernel';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { fromAccidents } from './from-accidents.js';
import { fromClaims } from './from-claims.js';
import { fromComplaints } from './from-complaints.js';
import { fromPayments } from './from-payments.js';
import { fromScholarships } from './from-scholarships.js';
import {
  accidents,
  cases,
  complaints,
  facilities,
  letters,
  names,
  payments,
  scholarships,
} from './letter.tables.js';

/** Letters that follow from what was decided and paid: each holds what its event said, and what had been said before. */
export const letterReadModel = readModel({
  name: 'letter',
  version: 11,
  own: [],
  also: [
    category<ClaimEvent>('claim'),
    category<ParticipantRegistered | ParticipantCorrected>('participant'),
    category<AccidentEvent>('accident'),
    category<PayoutEvent>('payout'),
    category<FacilityRegistered>('facility'),
    category<ScholarshipGranted | ScholarshipYearApproved>('scholarship'),
    category<ReceivableRecorded>('receivable'),
    category<ComplaintEvent>('complaint'),
  ],
  tables: { names, facilities, accidents, cases, complaints, scholarships, payments, letters },
  on: {
    ParticipantRegistered: (event) => {
      const { participantId, person } = event.data;
      return [putOwn(event, names, { participantId, name: opened(person)?.name ?? null })];
    },
    ParticipantCorrected: ({ data }) => {
      const name = opened(data.person)?.now.name;
      return name === undefined ? [] : [put(names, { participantId: data.participantId, name })];
    },
    FacilityRegistered: ({ data: { facilityId, name } }) => [put(facilities, { facilityId, name })],
    ...fromClaims,
    ...fromAccidents,
    ...fromPayments,
    ...fromComplaints,
    ...fromScholarships,
  },
});
