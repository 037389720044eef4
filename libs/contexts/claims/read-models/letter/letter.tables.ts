import {
  type Row,
  day,
  index,
  json,
  ordering,
  position,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import type { DocumentKind } from '../../domain/handed-in.events.js';
import type {
  Approval,
  LetterContents,
  LetterKind,
  LetterSubject,
  PaymentAdvice,
  RefusedDocument,
  ShownAccount,
} from './letter-contents.js';

/** How somebody is called, as far as letters need it. */
export const names = table('names', { participantId: uuid().key(), name: text().nullable() });

/** How a facility is called. */
export const facilities = table('facilities', { facilityId: uuid().key(), name: text() });

/** An accident, for what is written about it before there is a claim. */
export const accidents = table('accidents', {
  accidentId: uuid().key(),
  subject: json<LetterSubject>(),
});

/** A complaint, for what is written about it. */
export const complaints = table('complaints', {
  complaintId: uuid().key(),
  subject: json<LetterSubject>(),
});

/** What the calculation of a claim found that stands. */
export type Found = Pick<Approval, 'components' | 'totalIdr' | 'ruleSetVersion'>;

/** A claim, as far as the next letter about it needs it. */
export const cases = table('cases', {
  claimId: uuid().key(),
  subject: json<LetterSubject>(),
  account: json<ShownAccount>().nullable(),
  /** How those are called who are paid for the heirs who were recorded, by heir; null once the person was erased. */
  heirs: json<Readonly<Record<string, string | null>>>(),
  documents: json<readonly DocumentKind[]>(),
  refused: json<readonly RefusedDocument[]>(),
  found: json<Found>().nullable(),
  /** Of a re-assessment that is not approved yet. */
  foundAnew: json<Found>().nullable(),
  /** Of a time that has passed while somebody is still treated. */
  foundSoFar: json<Found>().nullable(),
  approvedIdr: money(),
  /** What persons were paid of it before the end of the treatment, as far as nothing of that was found not to be due. */
  interimPaidIdr: money(),
  /** Day of the decision that the last objection is against. */
  objectedTo: day().nullable(),
});

/** A payment of a claim, until the money has arrived. */
export const payments = table('payments', {
  payoutId: uuid().key(),
  subject: json<LetterSubject>(),
  facilityId: uuid().nullable(),
  advice: json<Omit<PaymentAdvice, 'bankReference'>>(),
});

/** A scholarship, with what it follows from. */
export const scholarships = table('scholarships', {
  scholarshipId: uuid().key(),
  subject: json<LetterSubject>(),
});

/** A letter, as the event says that it follows from: it is made of this whenever somebody asks for it. */
export const letters = table(
  'letters',
  {
    letterId: uuid().key(),
    /** The event that it follows from, and where that stands: its proof is printed on the letter. */
    eventId: uuid(),
    streamId: text(),
    position: position(),
    kind: text<LetterKind>(),
    claimId: uuid().nullable(),
    accidentId: uuid().nullable(),
    complaintId: uuid().nullable(),
    /** The facility that it is for as well. */
    facilityId: uuid().nullable(),
    /** It has what only those are shown who see health. */
    tellsOfHealth: yesNo(),
    issuedOn: day(),
    subject: json<LetterSubject>(),
    contents: json<LetterContents>(),
  },
  {
    indexes: [
      index('letters_by_claim', ['claimId', 'issuedOn', 'letterId']),
      index('letters_by_accident', ['accidentId', 'issuedOn', 'letterId']),
      index('letters_by_complaint', ['complaintId', 'issuedOn', 'letterId']),
    ],
  },
);

export type LetterRow = Row<typeof letters>;
export type CaseRow = Row<typeof cases>;

export const BY_DAY = ordering(letters, ['issuedOn', 'letterId']);
