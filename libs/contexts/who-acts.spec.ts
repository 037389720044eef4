import { describe, expect, it } from '@jest/globals';
import { invoiceActionsOf } from '#contexts/billing/commands/invoice.actions';
import { billings } from '#contexts/billing/domain/billing';
import { claimOfAccident } from '#contexts/claims/facts';
import { claims } from '#contexts/claims/domain/claim';
import { JKK_SUBMITTED } from '#contexts/claims/domain/claim.examples';
import { complaintActions } from '#contexts/complaints/commands/complaint.actions';
import { complaints } from '#contexts/complaints/domain/complaint';
import { payoutActions } from '#contexts/payouts/commands/payout.actions';
import { ordered, toTheHeir } from '#contexts/payouts/domain/payout.examples';
import { payouts } from '#contexts/payouts/domain/payout';
import { sampleActions } from '#contexts/quality/commands/sample.actions';
import { samples } from '#contexts/quality/domain/sample';
import { receivableActions } from '#contexts/reviews/commands/receivable.actions';
import { reviewActionsOf } from '#contexts/reviews/commands/review.actions';
import { receivables } from '#contexts/reviews/domain/receivable';
import { REVIEW, opened } from '#contexts/reviews/domain/review.examples';
import { reviews } from '#contexts/reviews/domain/review';
import { scholarshipActions } from '#contexts/scholarships/commands/scholarship.actions';
import { SCHOLARSHIP_ID, granted } from '#contexts/scholarships/domain/scholarship.examples';
import { scholarships } from '#contexts/scholarships/domain/scholarship';
import { type CommandContext, type DomainEvent, Rejection, localDate, rupiah } from '#kernel';
import type { ActionTable, AnyActionTable, Trying } from '#runtime';
import { logOf, testContext } from '#testing/decisions';

const ACCIDENT = '6a0c7f0e-1111-5000-8000-000000000001';
const CLAIM = claimOfAccident(ACCIDENT);
const [SITI, ID] = ['6a0c7f0e-2222-8000-8000-000000000001', '6a0c7f0e-3333-5000-8000-000000000001'];
const DAY = localDate('2026-11-20');

const event = (type: string, data: object): DomainEvent => ({ type, data: { effectiveOn: DAY, ...data } });

const benefit = { kind: 'SCHOLARSHIP', id: SCHOLARSHIP_ID };

/** A claim of Bekasi of which `niece` has said that it is a relative's, and one thing of each kind that rests on it. */
const log = logOf({
  [claims.of(CLAIM)]: [
    { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, claimId: CLAIM, office: 'Bekasi' } },
    event('InterestDeclared', { claimId: CLAIM, declarerId: 'niece', interest: 'RELATIVE' }),
  ],
  [payouts.of(ID)]: [
    ordered({ ...toTheHeir, payoutId: ID, source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' } }),
  ],
  [scholarships.of(SCHOLARSHIP_ID)]: [{ ...granted(), data: { ...granted().data, claimId: CLAIM } }],
  [reviews.of(SITI)]: [{ ...opened, data: { ...opened.data, participantId: SITI, benefit } }],
  [receivables.of(ID)]: [
    event('ReceivableRecorded', {
      receivableId: ID,
      participantId: SITI,
      reviewId: REVIEW,
      benefit,
      kind: 'PAID_TOO_MUCH',
      amountIdr: rupiah(500_000),
      finderId: 'ani',
    }),
  ],
  [complaints.of(ID)]: [
    event('ComplaintReceived', {
      complaintId: ID,
      participantId: SITI,
      subject: 'ACCIDENT',
      subjectId: ACCIDENT,
      topic: 'DELAY',
      complainant: 'PARTICIPANT',
      office: 'Bekasi',
      recorderId: 'desk',
      answerBy: localDate('2026-11-27'),
      person: { words: 'Nobody has said anything since March' },
    }),
  ],
  [samples.of(ID)]: [
    event('DecisionSampled', {
      sampleId: ID,
      month: '2026-10',
      subject: benefit,
      participantId: SITI,
      decisionId: 'e',
      decision: 'APPROVAL',
      stratum: 'APPROVAL_BELOW_10M',
      amountIdr: rupiah(500_000),
      decidedOn: DAY,
      office: 'Bekasi',
      deciderId: 'cahya',
      handIds: [],
      reviewBy: localDate('2026-12-20'),
    }),
    event('SampleReviewed', {
      sampleId: ID,
      subject: benefit,
      participantId: SITI,
      result: 'WRONG_PERSON',
      reference: 'UP/1',
      reviewerId: 'hadi',
      followUpBy: localDate('2026-12-20'),
    }),
  ],
  [billings.of(ACCIDENT)]: [
    event('InvoiceSubmitted', {
      accidentId: ACCIDENT,
      participantId: SITI,
      invoiceId: ID,
      facilityId: ID,
      invoiceNumber: 'INV-1',
      revision: 0,
      benefit: 'CARE',
      careKind: 'OUTPATIENT',
      interim: false,
      admittedOn: DAY,
      dischargedOn: DAY,
      totalIdr: rupiah(500_000),
      lineCount: 1,
      mayRepeat: [],
      verifyBy: localDate('2026-12-04'),
      submitterId: 'rs',
      health: { mainDiagnosis: 'T14.9', otherDiagnoses: [], procedures: [], lines: [] },
    }),
  ],
});

type Table = Pick<AnyActionTable, 'actions' | 'stream'>;

const TABLES: readonly (readonly [what: string, table: Table, id: string])[] = [
  ['an invoice', invoiceActionsOf(ID), ACCIDENT],
  ['a payment', payoutActions, ID],
  ['a scholarship', scholarshipActions, SCHOLARSHIP_ID],
  ['a review', reviewActionsOf(REVIEW), SITI],
  ['what is owed', receivableActions, ID],
  ['a complaint', complaintActions, ID],
  ['a decision that was drawn', sampleActions, ID],
];

/** Open to whoever has an interest as well, and why. */
const ASKED_OF_NOBODY: Readonly<Record<string, string>> = {
  'record-bank-result': 'what the bank says of a payment decides nothing',
  'record-bank-result-late': 'as the result itself',
  'revise-invoice': 'a facility bills',
  'withdraw-invoice': 'a facility bills',
  'show-payment': 'what a facility or a desk is shown is verified by others',
};

/** By which command, and what it says to somebody. */
async function asked(
  { actions, stream }: Table,
  id: string,
  context: CommandContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const state: unknown = await log.state(stream as never, id);
  const codes = new Map<string, readonly string[]>();
  const trial: Trying = {
    async decide(input, of, ofId, decide, facts, permit) {
      const known = await log.state(of, ofId);
      await permit?.(known, log, input, context);
      const events = decide(input, known, context, await facts(known, log, input, context));
      return { streamId: of.of(ofId), events: events.map(({ type }) => type) };
    },
  };
  for (const action of actions as ActionTable<unknown>['actions']) {
    const said: string[] = [];
    for (const attempt of action.attempts({ id, state, today: DAY, actor: context.actor, said: {} })) {
      said.push(await codeOf(() => attempt.run(trial)));
    }
    codes.set(action.name, said);
  }
  return codes;
}

async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'OPEN';
  } catch (error) {
    if (error instanceof Rejection) return error.refusal.code;
    throw error;
  }
}

const somebody = (id: string, office: string) =>
  testContext({ today: DAY, actor: { id, office, roles: ['supervisor'], authority: 3 } });

describe.each(TABLES)('Of what rests on a claim, as %s,', (_what, table, id) => {
  it('nothing is open to whoever has an interest in the claim', async () => {
    const said = await asked(table, id, somebody('niece', 'Bandung'));
    const open = [...said].filter(
      ([name, codes]) =>
        !(name in ASKED_OF_NOBODY) &&
        !codes.every((code) => ['INTEREST_DECLARED', 'REVIEWER_HAD_A_HAND'].includes(code)),
    );
    expect(open).toEqual([]);
  });

  it('others are not kept from it for that', async () => {
    const said = await asked(table, id, somebody('lina', 'Bekasi'));
    expect([...said.values()].flat()).not.toContain('INTEREST_DECLARED');
  });
});

describe('What rests on a claim is decided where that was taken in', () => {
  it.each([
    ['an invoice', 'approve-invoice', 'NOT_OF_YOUR_OFFICE'],
    ['a payment', 'cancel-payout', 'NOT_OF_YOUR_OFFICE'],
    ['a payment', 'redirect-payout', 'NOT_OF_YOUR_OFFICE'],
    ['a scholarship', 'approve-year', 'NOT_OF_YOUR_OFFICE'],
    ['a scholarship', 'end-scholarship', 'NOT_OF_YOUR_OFFICE'],
    ['a scholarship', 'resume-scholarship', 'NOT_OF_YOUR_OFFICE'],
    ['a review', 'close-review', 'NOT_OF_YOUR_OFFICE'],
    ['what is owed', 'waive-receivable', 'NOT_OF_YOUR_OFFICE'],
    ['what is owed', 'refuse-waiver', 'NOT_OF_YOUR_OFFICE'],
    ['a complaint', 'answer-complaint', 'COMPLAINT_OF_ANOTHER_OFFICE'],
    ['a complaint', 'begin-mediation', 'COMPLAINT_OF_ANOTHER_OFFICE'],
    ['a complaint', 'end-mediation', 'COMPLAINT_OF_ANOTHER_OFFICE'],
    ['a decision that was drawn', 'follow-up-sample', 'FOLLOWED_UP_AT_ITS_BRANCH'],
  ])('%s: %s', async (what, name, code) => {
    const [, table, id] = TABLES.find(([kind]) => kind === what)!;
    const elsewhere = await asked(table, id, somebody('lina', 'Bandung'));
    expect(new Set(elsewhere.get(name))).toEqual(new Set([code]));
    const there = await asked(table, id, somebody('lina', 'Bekasi'));
    expect(there.get(name)).not.toContain(code);
  });
});
