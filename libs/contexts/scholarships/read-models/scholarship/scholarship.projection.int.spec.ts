import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DomainEvent, localDate, rupiah } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, projectionSpec } from '#testing';
import type { ScholarshipEvent } from '../../domain/scholarship.events.js';
import {
  CLAIM_ID,
  PARTICIPANT_ID,
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  evidenced,
  granted,
} from '../../domain/scholarship.examples.js';
import { GetScholarship, GetScholarshipHandler } from './get-scholarship.query.js';
import {
  ListScholarships,
  ListScholarshipsHandler,
  type ScholarshipFilter,
} from './list-scholarships.query.js';
import { scholarshipProjection } from './scholarship.projection.js';

const STREAM = `scholarship-${SCHOLARSHIP_ID}`;
const OTHER = '1e8d7c6b-5f4e-5d3c-9b2a-182736455463';
const PAYOUT_ID = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a01';
const AUGUST_25 = localDate('2025-08-25');
const AUGUST_27 = localDate('2025-08-27');

/** What the process and the bank add once a year is approved. */
function payment(approvalId: string, source: 'CLAIM' | 'SCHOLARSHIP_YEAR' = 'SCHOLARSHIP_YEAR') {
  const order: PayoutEvent = {
    type: 'PayoutOrdered',
    data: {
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      source: { kind: source, id: SCHOLARSHIP_ID, eventId: approvalId },
      payee: 'GUARDIAN',
      componentCodes: ['SCHOLARSHIP_SMA'],
      amountIdr: rupiah(3_000_000),
      effectiveOn: AUGUST_25,
    },
  };
  const told: PayoutEvent = {
    type: 'PayoutInstructed',
    data: {
      payoutId: PAYOUT_ID,
      instructedOn: AUGUST_25,
      instructionNumber: 'INS-1',
      effectiveOn: AUGUST_25,
    },
  };
  const back: PayoutEvent = {
    type: 'PayoutReturned',
    data: {
      payoutId: PAYOUT_ID,
      bankReference: 'BANK-1',
      reason: 'ACCOUNT_CLOSED',
      returnedOn: AUGUST_25,
      effectiveOn: AUGUST_25,
    },
  };
  const settled: PayoutEvent = {
    type: 'PayoutSettled',
    data: {
      payoutId: PAYOUT_ID,
      bankReference: 'BANK-2',
      amountIdr: rupiah(3_000_000),
      settledOn: AUGUST_27,
      effectiveOn: AUGUST_27,
    },
  };
  const taken: PayoutEvent = {
    type: 'PayoutAccepted',
    data: { payoutId: PAYOUT_ID, bankReference: 'BANK-2', acceptedOn: AUGUST_27, effectiveOn: AUGUST_27 },
  };
  const corrected: PayoutEvent = {
    type: 'PayoutAccountCorrected',
    data: {
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      effectiveOn: AUGUST_27,
      person: { account: { bank: 'BNI', number: '0000033333', holder: 'Wali Contoh' } },
    },
  };
  return { order, told, taken, back, corrected, settled };
}

describe('the scholarship read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = projectionSpec(scholarshipProjection, () => fresh.database);
  const payouts = (...events: DomainEvent[]) => on(`payout-${PAYOUT_ID}`, ...events);

  const detail = () =>
    new GetScholarshipHandler(new ReadModels(fresh.database, 0)).execute(new GetScholarship(SCHOLARSHIP_ID));

  const list = (filter: Partial<ScholarshipFilter> = {}) =>
    new ListScholarshipsHandler(new ReadModels(fresh.database, 0)).execute(
      new ListScholarships({ limit: 10, ...filter }),
    );

  /** A scholarship with an approved year, and the id of the approval. */
  async function withApprovedYear() {
    const projected = await project(on(STREAM, granted(), evidenced(), approved(2025)));
    const approval = projected.events.find(({ type }) => type === 'ScholarshipYearApproved');
    return { projected, approvalId: approval?.id ?? '' };
  }

  it('keeps what is projected, approved and paid apart', async () => {
    await project(on(STREAM, granted()));
    expect(await detail()).toMatchObject({
      projectedIdr: 63_000_000,
      approvedIdr: 0,
      paidIdr: 0,
      status: 'ENTITLED',
      level: 'SMA',
      yearInLevel: 3,
      remainingYears: { TK: 0, SD: 0, SMP: 0, SMA: 1, PT: 5 },
    });
    const { projected, approvalId } = await withApprovedYear();
    expect(await detail()).toMatchObject({ projectedIdr: 63_000_000, approvedIdr: 3_000_000, paidIdr: 0 });
    const { order, settled } = payment(approvalId);
    await projected.and(payouts(order, settled));
    expect(await detail()).toMatchObject({
      projectedIdr: 63_000_000,
      approvedIdr: 3_000_000,
      paidIdr: 3_000_000,
      years: [{ year: 2025, status: 'PAID', paidOn: '2025-08-27', payoutId: PAYOUT_ID }],
    });
  });

  it('follows a year from its evidence to the payment', async () => {
    const evident = await project(on(STREAM, granted(), evidenced()));
    expect((await detail()).years).toMatchObject([
      {
        year: 2025,
        status: 'EVIDENCED',
        submittedBy: 'registrar-7',
        accountMasked: '****7890',
        documents: [{ kind: 'SCHOOL_LETTER' }, { kind: 'REPORT_CARD' }],
      },
    ]);
    await evident.and(on(STREAM, approved(2025)));
    const { order, told, taken, back, corrected, settled } = payment(evident.events.at(-1)?.id ?? '');
    const status = async (event: PayoutEvent) => {
      await evident.and(payouts(event));
      return (await detail()).years[0]?.status;
    };
    expect((await detail()).years).toMatchObject([{ status: 'APPROVED', deciderId: 'user-1' }]);
    expect(await status(order)).toBe('PAYMENT_ORDERED');
    expect(await status(told)).toBe('PAYMENT_ORDERED');
    expect(await status(back)).toBe('PAYMENT_RETURNED');
    expect(await status(corrected)).toBe('PAYMENT_ORDERED');
    expect(await status(taken)).toBe('PAYMENT_ORDERED');
    expect(await status(settled)).toBe('PAID');
    expect((await detail()).timeline.map(({ type, year }) => [type, year])).toEqual([
      ['ScholarshipGranted', null],
      ['ScholarshipEvidenceSubmitted', 2025],
      ['ScholarshipYearApproved', 2025],
      ['PayoutOrdered', 2025],
      ['PayoutInstructed', 2025],
      ['PayoutReturned', 2025],
      ['PayoutAccountCorrected', 2025],
      ['PayoutAccepted', 2025],
      ['PayoutSettled', 2025],
    ]);
  });

  it('shows why a year was denied until new evidence opens it again', async () => {
    const refused = await project(on(STREAM, granted(), evidenced(), denied(2025)));
    expect((await detail()).years).toMatchObject([
      { status: 'DENIED', refusal: { decision: 'REJECTED_NO_EVIDENCE', article: 'Annex III' } },
    ]);
    await refused.and(on(STREAM, evidenced()));
    expect((await detail()).years).toMatchObject([{ status: 'EVIDENCED', refusal: null, deciderId: null }]);
  });

  it('shows where the child stands by the newest year, also when a back year comes later', async () => {
    await project(
      on(
        STREAM,
        granted(),
        evidenced({ year: 2026, level: 'PT', yearInLevel: 1 }),
        evidenced({ year: 2025 }),
      ),
    );
    expect(await detail()).toMatchObject({ level: 'PT', yearInLevel: 1 });
  });

  it('shows why and since when the right is over', async () => {
    await project(on(STREAM, granted(), ended('MARRIED', AUGUST_27)));
    expect(await detail()).toMatchObject({ status: 'ENDED', endReason: 'MARRIED', endedOn: '2025-08-27' });
  });

  it('takes no notice of the payments of claims', async () => {
    const { projected, approvalId } = await withApprovedYear();
    const { order, settled } = payment(approvalId, 'CLAIM');
    await projected.and(payouts(order, settled));
    expect(await detail()).toMatchObject({ paidIdr: 0, years: [{ status: 'APPROVED' }] });
  });

  it('holds nothing personal but the last digits of an account, and not even those after an erasure', async () => {
    const person = { erased: true } as unknown as Extract<
      ScholarshipEvent,
      { type: 'ScholarshipEvidenceSubmitted' }
    >['data']['person'];
    await project(on(STREAM, granted(), evidenced(), evidenced({ year: 2026, person })));
    const shown = await detail();
    expect(JSON.stringify(shown)).not.toMatch(/002301004567890|Contoh|2007-05-04/);
    expect(shown.years.map(({ accountMasked }) => accountMasked)).toEqual(['****7890', null]);
  });

  it('lists scholarships by status, level, claim, participant and what waits, page by page', async () => {
    const other = granted();
    await project(
      on(STREAM, granted(), evidenced()),
      on(`scholarship-${OTHER}`, {
        ...other,
        data: { ...other.data, scholarshipId: OTHER, school: undefined, effectiveOn: AUGUST_25 },
      }),
    );
    const found = async (filter: Partial<ScholarshipFilter>) =>
      (await list(filter)).items.map(({ scholarshipId }) => (scholarshipId === OTHER ? 'other' : 'first'));
    expect(await found({})).toEqual(['first', 'other']);
    expect(await found({ status: 'ENDED' })).toEqual([]);
    expect(await found({ level: 'SMA' })).toEqual(['first']);
    expect(await found({ claimId: CLAIM_ID, participantId: PARTICIPANT_ID })).toEqual(['first', 'other']);
    expect(await found({ yearStatus: 'EVIDENCED' })).toEqual(['first']);
    expect(await found({ withoutEvidenceOf: 2025 })).toEqual(['other']);
    expect(await found({ withoutEvidenceOf: 2026 })).toEqual(['first', 'other']);

    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ level }) => level)).toEqual(['SMA', null]);
    expect(second.nextCursor).toBeNull();
  });

  it('says when there is no such scholarship', async () => {
    await project();
    await expect(detail()).rejects.toMatchObject({ code: 'SCHOLARSHIP_NOT_FOUND' });
  });

  it('stays the same when the same events come twice, and moves on past what it does not know', async () => {
    const { projected, approvalId } = await withApprovedYear();
    const { order, settled } = payment(approvalId);
    await projected.and(payouts(order, settled), on(STREAM, ended('LEVELS_DONE', AUGUST_27)));
    await projected.thenProjectedTwiceNothingChanges();
    await projected.thenUnknownEventsAreIgnored();
  });
});
