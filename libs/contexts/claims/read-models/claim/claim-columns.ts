import { newRow } from '#followers';
import { type EventOf, maskAccountNumber, opened, rupiah, totalOf } from '#kernel';
import type { RecordedEvent } from '#event-store';
import type { ArrearsMonth, Deduction } from '../../domain/arrears.events.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { NO_HANDS, handsAfter } from '../../domain/hands-on-claim.js';
import { arithmeticOf, isComputed, lawGave } from '../../domain/kept-calculation.js';
import { isOtherwise } from '../../domain/more-than-approved.js';
import { stopsPayment } from '../../domain/terms.js';
import type { ClaimDocument, ClaimantPerson, DocumentReferences } from '../../domain/handed-in.events.js';
import type { DocumentItem } from './claim.answers.js';
import type { DeductionItem } from './decision.answers.js';
import type { WaitItem, WaitingItem } from './left-to-people.answers.js';
import { changesIn } from './claim-after-decision.js';
import { type ClaimRow, claims } from './claim.tables.js';

/** An event of a claim, as it is recorded. */
export type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;

/** The row of a claim that was just handed in. */
export function submitted(event: Recorded<'ClaimSubmitted'>): ClaimRow {
  const { data, revision } = event;
  const person = opened(data.person);
  return {
    ...newRow(claims, data),
    ...claimantColumns(person),
    status: 'INCOMPLETE',
    missing: [],
    documents: withReferences(data.documents, person),
    totalIdr: rupiah(0),
    orderedIdr: rupiah(0),
    paidIdr: rupiah(0),
    arrears: [],
    owedByEmployer: [],
    entitledChildren: 0,
    components: [],
    payouts: [],
    lateInvoices: [],
    parts: [],
    changes: [],
    objections: [],
    disputes: [],
    doubts: [],
    interims: [],
    notes: [],
    waits: [],
    heirs: [],
    heirsAreWanted: false,
    hands: handsAfter(NO_HANDS, event),
    waivedDocuments: [],
    timesReopened: 0,
    revision: Number(revision),
  };
}

/** Who claims and where they are paid; nulls once the person was erased. */
export function claimantColumns(
  person: ClaimantPerson | undefined,
): Pick<ClaimRow, 'claimantName' | 'bank' | 'accountHolder' | 'accountMasked'> {
  if (!person) return { claimantName: null, bank: null, accountHolder: null, accountMasked: null };
  const { bank, holder, number } = person.account;
  return {
    claimantName: person.claimantName,
    bank,
    accountHolder: holder,
    accountMasked: maskAccountNumber(number),
  };
}

function withReferences(
  documents: readonly ClaimDocument[],
  person: DocumentReferences | undefined,
): DocumentItem[] {
  return documents.map(({ kind, paperId = null }, place) => ({
    kind,
    paperId,
    reference: person?.references[place] ?? null,
    fault: null,
  }));
}

/** What was handed in later stands with the rest. */
export const received =
  ({ data }: Recorded<'DocumentsReceived' | 'SetOffConsented'>) =>
  ({ claimantName, documents, missing }: ClaimRow): Partial<ClaimRow> => {
    // The first shape of DocumentsReceived was not sealed; the submission tells that the person was erased.
    const references = claimantName === null ? undefined : opened(data.person);
    return {
      denialProposal: null,
      documents: [...documents, ...withReferences(data.documents, references)],
      missing: missing.filter((kind) => !data.documents.some((document) => document.kind === kind)),
    };
  };

/** What was handed in or calculated since ends a proposal and answers a question. */
export const NOTHING_PROPOSED: Partial<ClaimRow> = { denialProposal: null, sentBack: null };

/** The documents, those of a kind marked as not counting. */
export function refusedIn(
  documents: readonly DocumentItem[],
  { kind, fault }: Recorded<'DocumentRefused'>['data'],
): DocumentItem[] {
  return documents.map((document) =>
    document.kind === kind && document.fault === null ? { ...document, fault } : document,
  );
}

/** What was calculated before holds no more. */
export const NOTHING_FOUND: Partial<ClaimRow> = {
  determination: null,
  ruleSetVersion: null,
  totalIdr: rupiah(0),
  deduction: null,
  owedByEmployer: [],
  entitledChildren: 0,
  components: [],
  asked: null,
  lawGave: null,
};

/** Nothing is waited for; one that was denied for its arrears is open again. */
export const GOES_ON: Partial<ClaimRow> = {
  deciderId: null,
  decidedByDelegation: null,
  decidedOn: null,
  arrears: [],
  settleBy: null,
  heldSince: null,
  refusal: null,
};

/** What a calculation found. */
export const calculated = ({ data }: Recorded<'BenefitCalculated'>): Partial<ClaimRow> => ({
  ...NOTHING_PROPOSED,
  determination: null,
  status: 'CALCULATED',
  ...(data.eventDate && { eventDate: data.eventDate }),
  ...GOES_ON,
  assessorId: data.assessorId,
  refusal: data.refusal ?? null,
  deduction: data.deduction ? deductionItem(data.deduction) : null,
  owedByEmployer: [...(data.owedByEmployer ?? [])],
  ...foundBy(data),
});

const deductionItem = ({ arrears, ...line }: Deduction): DeductionItem => ({
  ...line,
  months: arrears.map(({ period }) => period),
});

/** A deduction, without the months that were given back. */
export function lessGivenBack(
  deduction: DeductionItem | null,
  givenBack: readonly ArrearsMonth[] = [],
): DeductionItem | null {
  if (!deduction) return null;
  const returned = givenBack.map(({ period }) => period);
  const amountIdr = rupiah(deduction.amountIdr - totalOf(givenBack));
  const months = deduction.months.filter((month) => !returned.includes(month));
  return { ...deduction, amountIdr, months };
}

/** A re-assessment that nobody has calculated. */
export const NOT_CALCULATED = {
  assessorId: null,
  approvedIdr: null,
  differenceIdr: null,
  ground: null,
  paidTooMuchIdr: rupiah(0),
  scholarshipsEnding: 0,
};

/** Where nothing is due otherwise, it ends there. */
export function reassessed({ data }: Recorded<'BenefitReassessed'>) {
  const { assessorId, approvedIdr, differenceIdr, effectiveOn, determinedBy } = data;
  return (row: ClaimRow): Partial<ClaimRow> => {
    const { openedOn = effectiveOn, ground = null } = row.reassessment ?? {};
    // Where only a deduction is given back, the benefit stands as it was calculated.
    const isFound = determinedBy !== undefined || isComputed(data);
    // What a person said is worked out from nothing.
    const said = determinedBy === undefined ? {} : { asked: null, lawGave: null };
    const found = isFound ? { found: { ...foundBy(data), ...said } } : {};
    const { changes, ...less } = changesIn(data);
    return {
      ...(data.changes && { changes }),
      ...(data.eventDate && { eventDate: data.eventDate }),
      reassessment: isOtherwise(data, row.hands.entitledIds)
        ? { openedOn, assessorId, approvedIdr, differenceIdr, ground, ...less, ...found }
        : null,
    };
  };
}

function foundBy(data: Recorded<'BenefitCalculated' | 'BenefitReassessed'>['data']) {
  const health = opened(data.health);
  const arithmetic = arithmeticOf(data.components, health?.arithmetic);
  return {
    ruleSetVersion: data.ruleSetVersion,
    totalIdr: data.totalIdr,
    entitledChildren: data.entitledChildren.length,
    asked: health?.inputs ?? null,
    lawGave: lawGave(data),
    components: data.components.map(({ code, amountIdr, law, article, payee }, line) => ({
      code,
      amountIdr,
      law,
      article,
      payee,
      arithmetic: arithmetic[line] ?? null,
    })),
  };
}

/** Words that a person or a medical section may hold; null once neither can be read any more. */
const wordsOf = ({
  person,
  health,
}: Partial<Pick<Recorded<'WaitBegun'>['data'], 'person' | 'health'>>): string | null =>
  (person && opened(person)?.words) ?? (health && opened(health)?.words) ?? null;

/** It waits for somebody: what was calculated is calculated again afterwards. */
export function waiting({ data }: Recorded<'WaitBegun'>): Partial<ClaimRow> {
  const { reason, until, askerId, effectiveOn: since } = data;
  return {
    ...NOTHING_FOUND,
    ...NOTHING_PROPOSED,
    status: 'WAITING',
    refusal: null,
    waiting: { reason, since, until, askerId, question: wordsOf(data) },
    ...(stopsPayment(reason) && { paymentsStopped: null }),
  };
}

/** Nothing is paid of it, whatever it waits for. */
export function stopped({ data }: Recorded<'PaymentsStopped'>): Partial<ClaimRow> {
  const { reason, until, askerId, effectiveOn: since } = data;
  return { paymentsStopped: { reason, since, until, askerId, question: wordsOf(data) } };
}

/** What was answered stands with what was asked. */
export const paidAgain =
  ({ data }: Recorded<'PaymentsResumed'>) =>
  ({ paymentsStopped, waits }: ClaimRow): Partial<ClaimRow> => ({
    paymentsStopped: null,
    waits: [...waits, endedWait(data, paymentsStopped)],
  });

type Ended = Pick<
  Recorded<'WaitEnded'>['data'],
  'reason' | 'how' | 'enderId' | 'effectiveOn' | 'person' | 'health'
>;

function endedWait(data: Ended, asked: WaitingItem | null): WaitItem {
  const { reason, how, enderId, effectiveOn: endedOn } = data;
  const said = (data.person && opened(data.person)) ?? (data.health && opened(data.health));
  const { since = endedOn, question = null } = asked ?? {};
  const answer = said?.words ?? null;
  const evidence = said?.evidence ?? null;
  return { reason, how, since, endedOn, enderId, question, answer, evidence };
}

/** It goes on, and what was answered stands with what was asked. */
export const goesOn =
  ({ data }: Recorded<'WaitEnded'>) =>
  ({ waiting: asked, waits }: ClaimRow): Partial<ClaimRow> => ({
    status: 'COMPLETE',
    payBy: data.payBy,
    waiting: null,
    denialProposal: null,
    waits: [...waits, endedWait(data, asked)],
  });

/** What a person said is due. Nothing explains it but their words. */
export const determined =
  ({ data }: Recorded<'BenefitDetermined'>) =>
  (): Partial<ClaimRow> => {
    const { assessorId, ground, insteadOf, components, totalIdr, effectiveOn: determinedOn } = data;
    const { reason = null, evidence = null } = opened(data.person) ?? {};
    return {
      ...NOTHING_FOUND,
      ...NOTHING_PROPOSED,
      status: 'CALCULATED',
      refusal: null,
      assessorId,
      totalIdr,
      components: components.map((one) => ({ ...one, arithmetic: null })),
      entitledChildren: data.entitledChildren?.length ?? 0,
      determination: { ground, insteadOf, determinedOn, reason, evidence },
    };
  };
