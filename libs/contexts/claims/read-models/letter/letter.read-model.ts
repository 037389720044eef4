import type { AccidentEvent } from '#contexts/accidents/facts';
import type { ComplaintEvent } from '#contexts/complaints/facts';
import type { ParticipantCorrected, ParticipantRegistered } from '#contexts/participants/facts';
import type { PayoutEvent, PayoutReturned, SettledPayoutReturned } from '#contexts/payouts/facts';
import type { ReceivableRecorded } from '#contexts/reviews/facts';
import type { ScholarshipGranted, ScholarshipYearApproved } from '#contexts/scholarships/facts';
import type { FacilityRegistered } from '#contexts/providers/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, append, category, change, fold, put, putOwn, readModel, via } from '#followers';
import { type DomainEvent, maskAccountNumber, opened, rupiah } from '#kernel';
import type { BankAccount } from '#kernel';
import type { ApprovedPart, ClaimEvent } from '../../domain/claim.events.js';
import { letterIdOf } from '../../domain/letter-id.js';
import type { ComplaintLetter, LetterContents, LetterSubject, ShownAccount } from './letter-contents.js';
import {
  type CaseRow,
  type Found,
  type LetterRow,
  accidents,
  cases,
  complaints,
  facilities,
  letters,
  names,
  payments,
  scholarships,
} from './letter.tables.js';

type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<Extract<ClaimEvent, { type: Type }>>;

function letter(
  event: RecordedEvent<DomainEvent<string, { effectiveOn: LetterRow['issuedOn'] }>>,
  subject: LetterSubject,
  contents: LetterContents,
  { facilityId = null, tellsOfHealth = false }: Partial<Pick<LetterRow, 'facilityId' | 'tellsOfHealth'>> = {},
): LetterRow {
  const { claimId, accidentId } = subject;
  return {
    letterId: letterIdOf(event.id),
    eventId: event.id,
    streamId: event.streamId,
    position: String(event.position),
    kind: contents.kind,
    claimId,
    accidentId,
    complaintId: subject.complaint?.complaintId ?? null,
    facilityId,
    tellsOfHealth,
    issuedOn: event.data.effectiveOn,
    subject,
    contents,
  };
}

/** A letter about a claim, made of what is known of it at this place in the log. */
const aboutClaim = <Type extends ClaimEvent['type']>(
  event: Recorded<Type>,
  contents: (row: CaseRow) => LetterContents,
  tellsOfHealth = false,
): Change =>
  append(
    letters,
    via(cases, event.data.claimId, (row) => letter(event, row.subject, contents(row), { tellsOfHealth })),
  );

/** A letter about a complaint. The words of whoever complains, or answers, may tell of health. */
const aboutComplaint = (event: RecordedEvent<ComplaintEvent>, contents: ComplaintLetter): Change =>
  append(
    letters,
    via(complaints, event.data.complaintId, ({ subject }) =>
      letter(event, subject, contents, { tellsOfHealth: true }),
    ),
  );

const ofCase = (claimId: string, to: (row: CaseRow) => Partial<CaseRow>): Change =>
  change(cases, claimId, (row) => ({ ...row, ...to(row) }));

function shownAccount(account: BankAccount | undefined): ShownAccount | null {
  if (!account) return null;
  const { bank, holder, number } = account;
  return { bank, holder, numberMasked: maskAccountNumber(number) };
}

function foundBy({ data }: Recorded<'BenefitCalculated' | 'BenefitReassessed' | 'InterimCalculated'>): Found {
  const arithmetic = opened(data.health)?.arithmetic;
  return {
    totalIdr: data.totalIdr,
    ruleSetVersion: data.ruleSetVersion,
    components: data.components.map((component, line) => ({
      ...component,
      arithmetic: arithmetic?.[line]?.arithmetic ?? null,
    })),
  };
}

function caseOf({ data }: Recorded<'ClaimSubmitted'>, participantName: string | null): CaseRow {
  const { claimId, participantId, accidentId = null, programme, eventDate, office, documents } = data;
  const person = opened(data.person);
  const addressee = person?.claimantName ?? null;
  return {
    claimId,
    subject: { participantId, participantName, addressee, claimId, accidentId, programme, eventDate, office },
    account: shownAccount(person?.account),
    documents: documents.map(({ kind }) => kind),
    refused: [],
    found: null,
    foundAnew: null,
    foundSoFar: null,
    approvedIdr: rupiah(0),
    objectedTo: null,
  };
}

/** Letters that follow from what was decided and paid: each holds what its event said, and what had been said before. */
export const letterReadModel = readModel({
  name: 'letter',
  version: 6,
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
    AccidentNotified: ({ data }) => [
      put(
        accidents,
        via(names, data.participantId, ({ name }) => ({
          accidentId: data.accidentId,
          subject: {
            participantId: data.participantId,
            participantName: name,
            addressee: name,
            claimId: null,
            accidentId: data.accidentId,
            programme: 'JKK',
            eventDate: data.occurredOn,
            office: '',
          },
        })),
      ),
    ],
    GuaranteeLetterIssued: (event) => [
      append(
        letters,
        via(accidents, event.data.accidentId, ({ subject }) => {
          const { guaranteeNumber, facilityId, basis } = event.data;
          const { office } = event.metadata.actor;
          const contents = { kind: 'GUARANTEE', guaranteeNumber, facilityId, basis } as const;
          return letter(event, { ...subject, office }, contents, { facilityId });
        }),
      ),
    ],
    CareBearerNamed: (event) =>
      event.data.facilityIds.map((facilityId) =>
        append(
          letters,
          via(accidents, event.data.accidentId, ({ subject }) => {
            const { bearer, concludedOn } = event.data;
            const { office } = event.metadata.actor;
            const contents = { kind: 'CARE_BEARER', facilityId, bearer, concludedOn } as const;
            const of = letter(event, { ...subject, office }, contents, { facilityId });
            // One for each facility that is told.
            return { ...of, letterId: letterIdOf(`${event.id}/${facilityId}`) };
          }),
        ),
      ),
    ScholarshipGranted: ({ data: { scholarshipId, claimId } }) => [
      put(
        scholarships,
        via(cases, claimId, ({ subject }) => ({ scholarshipId, subject })),
      ),
    ],
    ScholarshipYearApproved: (event) => [
      append(
        letters,
        via(scholarships, event.data.scholarshipId, ({ subject }) => {
          const { year, amountIdr, components, payee, person } = event.data;
          const [first] = components;
          const account = shownAccount(opened(person)?.account);
          const { law, article } = first ?? { law: '', article: '' };
          const contents = {
            kind: 'SCHOLARSHIP_YEAR',
            year,
            amountIdr,
            law,
            article,
            payee,
            account,
          } as const;
          return letter(event, subject, contents);
        }),
      ),
    ],
    ReceivableRecorded: (event) => {
      const { benefit, kind, amountIdr } = event.data;
      // What employers owe, or are owed, goes by their bills.
      if (kind !== 'PAID_TOO_MUCH') return [];
      const contents = { kind: 'RECEIVABLE', amountIdr } as const;
      return [
        append(
          letters,
          benefit.kind === 'CLAIM'
            ? via(cases, benefit.id, ({ subject }) => letter(event, subject, contents))
            : via(scholarships, benefit.id, ({ subject }) => letter(event, subject, contents)),
        ),
      ];
    },
    ComplaintReceived: (event) => {
      const { complaintId, participantId, complainant, office, topic, answerBy, effectiveOn } = event.data;
      const subjectOf = (name: string | null): LetterSubject => ({
        participantId,
        participantName: name,
        addressee: name,
        claimId: null,
        accidentId: null,
        programme: null,
        eventDate: effectiveOn,
        office,
        complaint: { complaintId, complainant },
      });
      const said = opened(event.data.person)?.words ?? null;
      const contents = {
        kind: 'COMPLAINT_RECEIPT',
        topic,
        about: event.data.subject,
        answerBy,
        said,
      } as const;
      return [
        put(
          complaints,
          via(names, participantId, ({ name }) => ({ complaintId, subject: subjectOf(name) })),
        ),
        append(
          letters,
          via(names, participantId, ({ name }) =>
            letter(event, subjectOf(name), contents, { tellsOfHealth: true }),
          ),
        ),
      ];
    },
    ComplaintAnswered: (event) => {
      const { answer, replyBy, person } = event.data;
      const said = (person && opened(person)?.words) ?? null;
      return [aboutComplaint(event, { kind: 'COMPLAINT_ANSWER', answer, replyBy, said })];
    },
    ComplaintEscalated: (event) => [
      aboutComplaint(event, { kind: 'COMPLAINT_ESCALATED', answerBy: event.data.answerBy }),
    ],
    MediationBegun: (event) => [
      aboutComplaint(event, { kind: 'MEDIATION_INVITATION', endBy: event.data.endBy }),
    ],
    MediationEnded: (event) => {
      const { result, claimId, person } = event.data;
      const { words: said = null, minutes = null } = (person && opened(person)) ?? {};
      const isClaimOpen = claimId !== undefined;
      return [aboutComplaint(event, { kind: 'MEDIATION_RECORD', result, said, minutes, isClaimOpen })];
    },
    ClaimSubmitted: (event) => [
      put(cases, caseOf(event, null)),
      put(
        cases,
        via(names, event.data.participantId, ({ name }) => caseOf(event, name)),
      ),
    ],
    ClaimTakenOver: ({ data }) => [
      ofCase(data.claimId, ({ subject }) => {
        const person = opened(data.person);
        return {
          subject: { ...subject, addressee: person?.claimantName ?? null },
          account: shownAccount(person?.account),
        };
      }),
    ],
    DocumentRefused: ({ data: { claimId, kind, fault } }) => [
      ofCase(claimId, ({ refused }) => ({ refused: [...refused, { kind, fault }] })),
    ],
    DocumentsReceived: ({ data: { claimId, documents } }) => [
      ofCase(claimId, ({ refused }) => ({
        refused: refused.filter((one) => !documents.some(({ kind }) => kind === one.kind)),
      })),
    ],
    DocumentsRequested: (event) => [
      aboutClaim(event, ({ refused }) => ({
        kind: 'PAPERS_REQUEST',
        missing: event.data.missing,
        refused: refused.filter(({ kind }) => event.data.missing.includes(kind)),
      })),
    ],
    ClaimHeld: (event) => {
      const { arrears = [], settleBy = null, law, article } = event.data;
      return [aboutClaim(event, () => ({ kind: 'HOLD', arrears, settleBy, law, article }))];
    },
    BenefitCalculated: (event) => [ofCase(event.data.claimId, () => ({ found: foundBy(event) }))],
    // A person granted it: there is no arithmetic but theirs, by the rule set that had left it to them.
    BenefitDetermined: ({ data: { claimId, totalIdr, components } }) => [
      ofCase(claimId, ({ found }) => ({
        found: {
          totalIdr,
          ruleSetVersion: found?.ruleSetVersion ?? '',
          components: components.map((component) => ({ ...component, arithmetic: null })),
        },
      })),
    ],
    BenefitReassessed: (event) => [
      // Where only a deduction is given back, the benefit stands as it was calculated.
      ofCase(event.data.claimId, ({ found }) => {
        const anew = foundBy(event);
        return { foundAnew: anew.components.length === 0 && !event.data.changes ? found : anew };
      }),
    ],
    InterimCalculated: (event) => [ofCase(event.data.claimId, () => ({ foundSoFar: foundBy(event) }))],
    InterimApproved: (event) => {
      const { totalIdr, payments: paid, payBy, person } = event.data;
      return [
        aboutClaim(
          event,
          ({ foundSoFar }) => ({
            kind: 'INTERIM',
            components: foundSoFar?.components ?? [],
            ruleSetVersion: foundSoFar?.ruleSetVersion ?? '',
            totalIdr,
            approvedBeforeIdr: rupiah(0),
            deduction: null,
            givenBack: [],
            payments: paid,
            owedByEmployer: [],
            scholarships: 0,
            payBy,
            account: shownAccount(opened(person)?.account),
          }),
          true,
        ),
      ];
    },
    ClaimApproved: (event) => {
      const { claimId, totalIdr, deduction = null, payments: paid, owedByEmployer = [], payBy } = event.data;
      const { parts, person } = event.data;
      const inPart = parts && { parts, reason: opened(person)?.reason ?? null };
      return [
        aboutClaim(
          event,
          ({ found }) => ({
            kind: 'APPROVAL',
            components: explained(found?.components ?? [], parts),
            ...(inPart && { inPart }),
            ruleSetVersion: found?.ruleSetVersion ?? '',
            totalIdr,
            approvedBeforeIdr: rupiah(0),
            deduction,
            givenBack: [],
            payments: paid,
            owedByEmployer,
            scholarships: event.data.entitledChildren.length,
            payBy,
            account: shownAccount(opened(event.data.person)?.account),
          }),
          true,
        ),
        ofCase(claimId, () => ({ approvedIdr: totalIdr })),
      ];
    },
    DifferenceApproved: (event) => {
      const { claimId, totalIdr, givenBack = [], payments: paid, payBy, paidTooMuch = [] } = event.data;
      const [{ amountIdr: paidTooMuchIdr } = {}] = paidTooMuch.filter(
        ({ employerId }) => employerId === undefined,
      );
      return [
        aboutClaim(
          event,
          ({ found, foundAnew, approvedIdr }) => ({
            kind: 'DIFFERENCE',
            components: (foundAnew ?? found)?.components ?? [],
            ruleSetVersion: (foundAnew ?? found)?.ruleSetVersion ?? '',
            totalIdr,
            approvedBeforeIdr: approvedIdr,
            deduction: null,
            givenBack,
            ...(paidTooMuchIdr !== undefined && { paidTooMuchIdr }),
            payments: paid,
            owedByEmployer: [],
            scholarships: event.data.entitledChildren.length,
            payBy,
            account: shownAccount(opened(event.data.person)?.account),
          }),
          true,
        ),
        ofCase(claimId, ({ found, foundAnew }) => ({
          approvedIdr: totalIdr,
          found: foundAnew ?? found,
          foundAnew: null,
        })),
      ];
    },
    ObjectionRaised: ({ data: { claimId, decidedOn } }) => [
      ofCase(claimId, () => ({ objectedTo: decidedOn })),
    ],
    ObjectionAnswered: (event) => {
      const { answer, person } = event.data;
      const reason = (person && opened(person)?.reason) ?? null;
      return [
        aboutClaim(
          event,
          ({ objectedTo }) => ({ kind: 'OBJECTION_ANSWER', answer, decidedOn: objectedTo, reason }),
          // Words of the office may tell of it.
          true,
        ),
      ];
    },
    ClaimDenied: (event) => {
      const { decision, rule, law, article, detail, owedByEmployer = [] } = event.data;
      const contents = { kind: 'DENIAL', decision, rule, law, article, detail, owedByEmployer } as const;
      return [aboutClaim(event, () => contents)];
    },
    PayoutOrdered: ({ data }) => {
      const { payoutId, source, payee, componentCodes, amountIdr } = data;
      const { facilityId = null, benefitIdr = null, deductedIdr = null } = data;
      if (source.kind !== 'CLAIM') return [];
      return [
        put(
          payments,
          via(cases, source.id, ({ subject }) => ({
            payoutId,
            subject,
            facilityId,
            advice: {
              kind: 'PAYMENT_ADVICE',
              payee,
              componentCodes,
              amountIdr,
              benefitIdr,
              deductedIdr,
              account: shownAccount(opened(data.person)?.account),
            },
          })),
        ),
      ];
    },
    PayoutInstructed: ({ data: { payoutId, facilityAccount, employerAccount } }) => {
      const account = shownAccount(facilityAccount ?? employerAccount);
      return account === null ? [] : [ofPayment(payoutId, account)];
    },
    PayoutAccountCorrected: ({ data }) => [
      ofPayment(data.payoutId, shownAccount(opened(data.person)?.account)),
    ],
    PayoutReturned: (event) => [cameBack(event)],
    SettledPayoutReturned: (event) => [cameBack(event)],
    PayoutSettled: (event) => [
      append(
        letters,
        via(payments, event.data.payoutId, ({ subject, facilityId, advice }) => {
          const contents = { ...advice, bankReference: event.data.bankReference };
          return letter(event, subject, contents, { facilityId, tellsOfHealth: facilityId === null });
        }),
      ),
    ],
  },
});

/** Whoever was to be paid is told that the money came back, also where it had arrived. */
const cameBack = (event: RecordedEvent<PayoutReturned | SettledPayoutReturned>) =>
  append(
    letters,
    via(payments, event.data.payoutId, ({ subject, facilityId, advice }) => {
      const { payee, amountIdr, account } = advice;
      const { reason } = event.data;
      const contents = {
        kind: 'PAYMENT_RETURNED',
        payee,
        amountIdr,
        reason,
        account,
        ...('from' in event.data && { from: event.data.from }),
      } as const;
      return letter(event, subject, contents, { facilityId });
    }),
  );

/** The components as they were approved, with the arithmetic of the calculation where nothing was cut of them. */
const explained = (
  components: Found['components'],
  parts: readonly ApprovedPart[] = [],
): Found['components'] =>
  components.flatMap((component) => {
    const part = parts.find(({ code }) => code === component.code);
    if (!part) return [component];
    return part.approvedIdr > 0 ? [{ ...component, amountIdr: part.approvedIdr, arithmetic: null }] : [];
  });

/** Payments of scholarships have no row. */
const ofPayment = (payoutId: string, account: ShownAccount | null): Change =>
  fold(payments, payoutId, (row) => row && { ...row, advice: { ...row.advice, account } });
