import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import {
  ACCIDENT,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  OTHER_PLKK,
  PARTICIPANT,
  PLKK,
  calculatedBy,
  invoice,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { billingOfClaims, nameAccident, noteLateInvoices } from './late-invoices.js';

const given = decisionSpec(billingOfClaims);
const today = localDate('2026-11-20');
const calculated: ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())];
const approved: ClaimEvent[] = [
  ...calculated,
  ...approveClaim({ claimId: CLAIM }, fold(claims, calculated), testContext(), jkkFacts()),
];

/** As an earlier release approved it: with neither its accident nor its invoices. */
const approvedBefore: ClaimEvent[] = approved.map((event) => {
  if (event.type !== 'ClaimApproved') return event;
  const { accidentId: _accident, invoices: _invoices, ...data } = event.data;
  return { type: event.type, data };
});

const late = (facilityId: string, invoiceNumber: string, amountIdr: number): ClaimEvent => ({
  type: 'InvoiceCameLate',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    facilityId,
    invoiceNumber,
    invoiceIdr: rupiah(amountIdr),
    effectiveOn: today,
  },
});
const INV_1 = invoice(18_500_000);
const INV_2 = invoice(750_000, PLKK, 'INV-2');
const recorded = (on: string) => ({ facilityId: PLKK, invoiceNumber: 'INV-2', on: localDate(on) });

describe('noting late invoices', () => {
  it('notes each that the approval does not contain, whoever found it', () => {
    const invoices = [INV_1, INV_2, invoice(100_000, OTHER_PLKK)];
    for (const input of [{ claimId: CLAIM }, { claimId: CLAIM, recorded: recorded('2026-11-20') }]) {
      given(approved)
        .when((state) => noteLateInvoices(input, state, testContext(), invoices))
        .thenRecorded([late(PLKK, 'INV-2', 750_000), late(OTHER_PLKK, 'INV-1', 100_000)]);
    }
  });

  it('notes each once', () => {
    given([...approved, late(PLKK, 'INV-2', 750_000)])
      .when((state) => noteLateInvoices({ claimId: CLAIM }, state, testContext(), [INV_1, INV_2]))
      .thenNothing();
  });

  it('is nothing to a claim that is not approved: its calculation will contain them', () => {
    for (const history of [[], calculated]) {
      given(history)
        .when((state) => noteLateInvoices({ claimId: CLAIM }, state, testContext(), [INV_1, INV_2]))
        .thenNothing();
    }
  });

  it('takes an old approval to contain whatever was recorded until its day', () => {
    const noted = (recordedOn?: string) =>
      given(approvedBefore).when((state) =>
        noteLateInvoices(
          { claimId: CLAIM, ...(recordedOn && { recorded: recorded(recordedOn) }) },
          state,
          testContext(),
          [INV_1, INV_2],
        ),
      );
    noted().thenNothing();
    noted('2026-11-19').thenNothing();
    noted('2026-11-20').thenNothing();
    noted('2026-11-21').thenRecorded([late(PLKK, 'INV-2', 750_000)]);
  });
});

describe('naming the accident of an approved claim', () => {
  const named: ClaimEvent = {
    type: 'ApprovedAccidentNamed',
    data: {
      claimId: CLAIM,
      participantId: PARTICIPANT,
      accidentId: ACCIDENT,
      approvedOn: today,
      effectiveOn: today,
    },
  };
  const naming = (history: ClaimEvent[]) =>
    given(history).when((state) => nameAccident({ claimId: CLAIM }, state, testContext()));

  it('is for what an earlier release approved, once', () => {
    naming(approvedBefore).thenRecorded([named]);
    naming([...approvedBefore, named]).thenNothing();
  });

  it('is nothing where the approval names it, where there is none, and before the approval', () => {
    naming(approved).thenNothing();
    naming(calculated).thenNothing();
    const jkm = [JKM_SUBMITTED, COMPLETED, calculatedBy(jkmFacts())];
    const death = approveClaim({ claimId: CLAIM }, fold(claims, jkm), testContext(), jkmFacts());
    naming([...jkm, ...death]).thenNothing();
  });

  it('changes nothing of the claim', () => {
    expect(fold(claims, [...approvedBefore, named])).toEqual(fold(claims, approvedBefore));
  });
});
