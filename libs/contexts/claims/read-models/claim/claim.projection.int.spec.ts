import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DomainEvent, event, localDate, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type FreshDatabase, freshDatabase, on, projectionSpec } from '#testing';
import {
  ACCIDENT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  PLKK,
  REFUSED_BY_LAW,
  TAKEN_OVER,
  calculated,
} from '../../domain/claim.examples.js';
import type { ClaimComponent, ClaimEvent } from '../../domain/claim.events.js';
import { claimProjection } from './claim.projection.js';
import { GetClaim, GetClaimHandler } from './get-claim.query.js';

const STREAM = `claim-${CLAIM}`;
const TO_CLAIMANT = '5f0c7f0e-6666-5000-8000-000000000001';
const TO_PLKK = '5f0c7f0e-6666-5000-8000-000000000002';
const today = localDate('2026-11-20');

const components: ClaimComponent[] = [
  {
    code: 'JKK_MEDICAL_PLKK',
    amountIdr: rupiah(18_500_000),
    law: 'PP 82/2019',
    article: 'Annex III',
    payee: 'PLKK',
  },
  {
    code: 'JKK_STMB',
    amountIdr: rupiah(2_000_000),
    law: 'PP 82/2019',
    article: 'Annex III',
    payee: 'PARTICIPANT',
  },
];
const CALCULATED = calculated({
  components,
  totalIdr: rupiah(20_500_000),
  health: {
    inputs: {},
    arithmetic: [
      { code: 'JKK_MEDICAL_PLKK', arithmetic: '18,500,000' },
      { code: 'JKK_STMB', arithmetic: '60/30 × 1,000,000 = 2,000,000' },
    ],
  },
});
const APPROVED: ClaimEvent = {
  type: 'ClaimApproved',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    programme: 'JKK',
    eventDate: localDate('2026-08-20'),
    approverId: 'supervisor',
    totalIdr: rupiah(20_500_000),
    payments: [],
    entitledChildren: [],
    payBy: localDate('2026-12-01'),
    effectiveOn: today,
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
  },
};

const ordered = (payoutId: string, payee: string, amount: number): PayoutEvent => ({
  type: 'PayoutOrdered',
  data: {
    payoutId,
    participantId: PARTICIPANT,
    source: { kind: 'CLAIM', id: CLAIM, eventId: STREAM },
    payee,
    facilityId: payee === 'PLKK' ? PLKK : undefined,
    componentCodes: [],
    amountIdr: rupiah(amount),
    effectiveOn: today,
  },
});
const settled = (payoutId: string, amount: number): PayoutEvent => ({
  type: 'PayoutSettled',
  data: { payoutId, bankReference: 'TRX-1', amountIdr: rupiah(amount), settledOn: today, effectiveOn: today },
});
const returned = (payoutId: string): PayoutEvent => ({
  type: 'PayoutReturned',
  data: { payoutId, bankReference: 'TRX-1', reason: 'NAME_MISMATCH', returnedOn: today, effectiveOn: today },
});

const instructed = (payoutId: string): PayoutEvent => ({
  type: 'PayoutInstructed',
  data: { payoutId, instructedOn: today, instructionNumber: 'INS-1', effectiveOn: today },
});
const accepted = (payoutId: string): PayoutEvent => ({
  type: 'PayoutAccepted',
  data: { payoutId, bankReference: 'TRX-1', acceptedOn: today, effectiveOn: today },
});
const corrected = (payoutId: string): PayoutEvent => ({
  type: 'PayoutAccountCorrected',
  data: {
    payoutId,
    participantId: PARTICIPANT,
    effectiveOn: today,
    person: { account: { bank: 'Bank Contoh', number: '0000022222', holder: 'Sari Contoh' } },
  },
});

/** What an accident goes through. Its events say nothing here but when they took effect. */
const ACCIDENT_STORY = [
  'AccidentNotified',
  'StageOneReported',
  'PlkkReferralIssued',
  'GuaranteeLetterIssued',
  'CareProvided',
  'AccidentEvidenceReceived',
  'AccidentConcluded',
  'DoctorStatementIssued',
  'StageTwoReported',
];

describe('the claim read model', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });

  afterAll(() => fresh.drop());

  const project = projectionSpec(claimProjection, () => fresh.database);
  const claimIs = (...events: DomainEvent[]) => project(on(STREAM, ...events));

  it('shows what is missing, then when payment is due', async () => {
    const missing: ClaimEvent = {
      type: 'DocumentsRequested',
      data: { claimId: CLAIM, participantId: PARTICIPANT, missing: ['KK3'], effectiveOn: today },
    };
    const incomplete = await claimIs(JKK_SUBMITTED, missing);
    await incomplete.thenRows(
      (tables) => tables.selectFrom('claims').select(['status', 'missing', 'pay_by', 'office', 'revision']),
      [{ status: 'INCOMPLETE', missing: ['KK3'], pay_by: null, office: 'Bekasi', revision: 1 }],
    );
    await incomplete.thenRows(
      (tables) => tables.selectFrom('claims').select(['claimant', 'claimant_name', 'submitted_on']),
      [{ claimant: 'PARTICIPANT', claimant_name: 'Sari Contoh', submitted_on: today }],
    );
    const complete = await incomplete.and(on(STREAM, COMPLETED));
    await complete.thenRows(
      (tables) => tables.selectFrom('claims').select(['status', 'missing', 'pay_by']),
      [{ status: 'COMPLETE', missing: [], pay_by: localDate('2026-12-01') }],
    );
  });

  it('adds what is handed in later to what came with the claim', async () => {
    const late = { kind: 'POLICE_LETTER', reference: 'archive/late' } as const;
    const received: ClaimEvent = {
      type: 'DocumentsReceived',
      data: { claimId: CLAIM, participantId: PARTICIPANT, documents: [late], effectiveOn: today },
    };
    const projected = await claimIs(JKK_SUBMITTED, received, COMPLETED);
    await projected.thenRows(
      (tables) => tables.selectFrom('claims').select(['documents', 'revision']),
      [{ documents: [...JKK_SUBMITTED.data.documents, late], revision: 2 }],
    );
    await projected.thenProjectedTwiceNothingChanges();
  });

  it('names whoever has taken a claim over, where it stood', async () => {
    const claimant = (tables: Parameters<Parameters<typeof before.thenRows>[0]>[0]) =>
      tables.selectFrom('claims').select(['claimant', 'claimant_name', 'status', 'total_idr', 'revision']);
    const before = await claimIs(JKK_SUBMITTED, COMPLETED, CALCULATED);
    const now = { status: 'CALCULATED' as const, total_idr: rupiah(20_500_000) };
    await before.thenRows(claimant, [
      { claimant: 'PARTICIPANT', claimant_name: 'Sari Contoh', revision: 2, ...now },
    ]);
    const after = await before.and(on(STREAM, TAKEN_OVER));
    await after.thenRows(claimant, [
      { claimant: 'HEIR', claimant_name: 'Rohmah Contoh', revision: 3, ...now },
    ]);
    expect((await detail()).timeline.at(-1)).toMatchObject({ of: 'claim', type: 'ClaimTakenOver' });
    await after.thenProjectedTwiceNothingChanges();
  });

  it('names no heir once the participant was erased', async () => {
    const erased = { ...TAKEN_OVER, data: { ...TAKEN_OVER.data, person: { erased: true } } };
    const projected = await claimIs(JKK_SUBMITTED, COMPLETED, erased);
    await projected.thenRows(
      (tables) => tables.selectFrom('claims').select(['claimant', 'claimant_name']),
      [{ claimant: 'HEIR', claimant_name: null }],
    );
  });

  it('says why a claim is held, and no more once it is calculated', async () => {
    const law = { law: 'PP 44/2015', article: 'convention Q-1' };
    const held: ClaimEvent = {
      type: 'ClaimHeld',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        assessorId: 'assessor',
        reason: 'PENDING_ARREARS',
        detail: 'Arrears',
        effectiveOn: today,
        ...law,
      },
    };
    const query = (tables: Parameters<Parameters<typeof waiting.thenRows>[0]>[0]) =>
      tables.selectFrom('claims').select(['status', 'assessor_id', 'refusal']);
    const waiting = await claimIs(JKK_SUBMITTED, COMPLETED, held);
    const refusal = { decision: 'PENDING_ARREARS', rule: 'arrears-are-settled', detail: 'Arrears', ...law };
    await waiting.thenRows(query, [{ status: 'HELD', assessor_id: 'assessor', refusal }]);
    const goingOn = await waiting.and(on(STREAM, CALCULATED));
    await goingOn.thenRows(query, [{ status: 'CALCULATED', assessor_id: 'assessor', refusal: null }]);
  });

  it('says who approved a claim, and when', async () => {
    const projected = await claimIs(JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED);
    await projected.thenRows(
      (tables) => tables.selectFrom('claims').select(['status', 'decider_id', 'decided_on']),
      [{ status: 'APPROVED', decider_id: 'supervisor', decided_on: today }],
    );
  });

  it('follows a payment from station to station', async () => {
    const payment = `payout-${TO_CLAIMANT}`;
    let projected = await project(
      on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
      on(payment, ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000)),
    );
    for (const [next, status] of [
      [instructed, 'INSTRUCTED'],
      [accepted, 'ACCEPTED'],
      [returned, 'RETURNED'],
      [corrected, 'ORDERED'],
      [instructed, 'INSTRUCTED'],
    ] as const) {
      projected = await projected.and(on(payment, next(TO_CLAIMANT)));
      await projected.thenRows((tables) => tables.selectFrom('claim_payouts').select('status'), [{ status }]);
    }
  });

  it('knows a payment of a school year for none of its own', async () => {
    const order = ordered(TO_CLAIMANT, 'GUARDIAN', 3_000_000) as Extract<
      PayoutEvent,
      { type: 'PayoutOrdered' }
    >;
    const source = { ...order.data.source, kind: 'SCHOLARSHIP_YEAR' as const };
    const projected = await project(
      on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
      on(
        `payout-${TO_CLAIMANT}`,
        { ...order, data: { ...order.data, source } },
        settled(TO_CLAIMANT, 3_000_000),
      ),
    );
    await projected.thenRows((tables) => tables.selectFrom('claim_payouts').selectAll(), []);
    await projected.thenRows(
      (tables) => tables.selectFrom('claims').select(['status', 'paid_idr']),
      [{ status: 'APPROVED', paid_idr: rupiah(0) }],
    );
  });

  it('keeps the components of the last calculation only', async () => {
    const twice = await claimIs(JKK_SUBMITTED, COMPLETED, calculated(), CALCULATED);
    await twice.thenRows(
      (tables) =>
        tables.selectFrom('claim_components').select(['code', 'amount_idr', 'arithmetic']).orderBy('line'),
      [
        { code: 'JKK_MEDICAL_PLKK', amount_idr: rupiah(18_500_000), arithmetic: '18,500,000' },
        { code: 'JKK_STMB', amount_idr: rupiah(2_000_000), arithmetic: '60/30 × 1,000,000 = 2,000,000' },
      ],
    );
  });

  it('shows arithmetic of an erased person as unknown', async () => {
    const erased = { ...CALCULATED, data: { ...CALCULATED.data, health: { erased: true } } };
    const projected = await claimIs(JKK_SUBMITTED, COMPLETED, erased);
    await projected.thenRows(
      (tables) => tables.selectFrom('claim_components').select(['amount_idr', 'arithmetic']),
      [
        { amount_idr: rupiah(18_500_000), arithmetic: null },
        { amount_idr: rupiah(2_000_000), arithmetic: null },
      ],
    );
  });

  it('is paid when every payout is settled, and returned while one has come back', async () => {
    const status = (tables: Parameters<Parameters<typeof half.thenRows>[0]>[0]) =>
      tables.selectFrom('claims').select(['status', 'ordered_idr', 'paid_idr']);
    const half = await project(
      on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'PARTICIPANT', 2_000_000),
        settled(TO_CLAIMANT, 2_000_000),
      ),
      on(`payout-${TO_PLKK}`, ordered(TO_PLKK, 'PLKK', 18_500_000)),
    );
    await half.thenRows(status, [
      { status: 'PAYMENT_ORDERED', ordered_idr: rupiah(20_500_000), paid_idr: rupiah(2_000_000) },
    ]);
    const back = await half.and(on(`payout-${TO_PLKK}`, returned(TO_PLKK)));
    await back.thenRows(status, [
      { status: 'PAYMENT_RETURNED', ordered_idr: rupiah(20_500_000), paid_idr: rupiah(2_000_000) },
    ]);
    const paid = await back.and(on(`payout-${TO_PLKK}`, settled(TO_PLKK, 18_500_000)));
    await paid.thenRows(status, [
      { status: 'PAID', ordered_idr: rupiah(20_500_000), paid_idr: rupiah(20_500_000) },
    ]);
    await paid.thenProjectedTwiceNothingChanges();
    await paid.thenUnknownEventsAreIgnored();
  });

  it('names the rule of a denial', async () => {
    const denied: ClaimEvent = {
      type: 'ClaimDenied',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        deciderId: 'supervisor',
        ...REFUSED_BY_LAW.data.refusal!,
        effectiveOn: today,
      },
    };
    const projected = await claimIs(JKK_SUBMITTED, COMPLETED, REFUSED_BY_LAW, denied);
    await projected.thenRows(
      (tables) => tables.selectFrom('claims').select(['status', 'refusal', 'decider_id', 'decided_on']),
      [
        {
          status: 'DENIED',
          refusal: REFUSED_BY_LAW.data.refusal!,
          decider_id: 'supervisor',
          decided_on: today,
        },
      ],
    );
    await projected.thenProjectedTwiceNothingChanges();
  });

  const detail = () =>
    new GetClaimHandler(new ReadModels(fresh.database, 0)).execute(new GetClaim(CLAIM, today));

  it('shows all that was decided about a claim, by whom and by which rules', async () => {
    const { assessorId, ruleSetVersion } = CALCULATED.data;
    await claimIs(
      JKK_SUBMITTED,
      COMPLETED,
      { ...CALCULATED, data: { ...CALCULATED.data, entitledChildren: [CHILD] } },
      APPROVED,
    );
    const { documents, eventDate, participantId, accidentId } = JKK_SUBMITTED.data;
    expect(await detail()).toMatchObject({
      claimId: CLAIM,
      programme: 'JKK',
      status: 'APPROVED',
      participantId,
      accidentId,
      eventDate,
      submittedOn: today,
      completedOn: today,
      payBy: '2026-12-01',
      assessorId,
      ruleSetVersion,
      deciderId: 'supervisor',
      decidedOn: today,
      totalIdr: 20_500_000,
      orderedIdr: 0,
      paidIdr: 0,
      refusal: null,
      entitledChildren: 1,
      missing: [],
      documents,
      payouts: [],
      revision: 3,
    });
  });

  it('tells accident, claim and payments as one story', async () => {
    await project(
      on(`accident-${ACCIDENT}`, ...ACCIDENT_STORY.map((type) => event(type, { effectiveOn: today }))),
      on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000),
        instructed(TO_CLAIMANT),
        accepted(TO_CLAIMANT),
        returned(TO_CLAIMANT),
        corrected(TO_CLAIMANT),
        settled(TO_CLAIMANT, 20_500_000),
      ),
    );
    const { timeline } = await detail();
    expect(timeline.map(({ of, type }) => `${of}: ${type}`)).toEqual([
      ...ACCIDENT_STORY.map((type) => `accident: ${type}`),
      'claim: ClaimSubmitted',
      'claim: ClaimCompleted',
      'claim: BenefitCalculated',
      'claim: ClaimApproved',
      'payout: PayoutOrdered',
      'payout: PayoutInstructed',
      'payout: PayoutAccepted',
      'payout: PayoutReturned',
      'payout: PayoutAccountCorrected',
      'payout: PayoutSettled',
    ]);
  });

  it('tells the story in order, with who did it', async () => {
    const projected = await claimIs(JKK_SUBMITTED, COMPLETED, CALCULATED);
    const story = await projected.tables.selectFrom('timeline').selectAll().orderBy('position').execute();
    expect(story.map(({ type, actor_id: actor }) => [type, actor])).toEqual([
      ['ClaimSubmitted', 'user-1'],
      ['ClaimCompleted', 'user-1'],
      ['BenefitCalculated', 'user-1'],
    ]);
  });
});
