import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, localDate, rupiah, sightOf } from '#kernel';
import type { FacilityRegistered } from '#contexts/providers/facts';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import type { PayoutEvent } from '../../domain/payout.events.js';
import {
  ACCOUNT,
  FACILITY_ACCOUNT,
  FACILITY_ID,
  MARCH_13,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
  toThePlkk,
} from '../../domain/payout.examples.js';
import { GetPayout, ListPayouts, ListPayoutsToInstruct, type PayoutListQuery } from './payout.queries.js';
import { payoutReadModel } from './payout.read-model.js';

const CLAIM_ID = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
const OTHER_PAYOUT = '6a1d9b6f-1e1e-5c63-8e4e-7d2d5d6c8b12';
const MARCH_20 = localDate('2026-03-20');
const order = { ...toTheHeir, source: { ...toTheHeir.source, id: CLAIM_ID } };

const PLKK_REGISTERED: FacilityRegistered = {
  type: 'FacilityRegistered',
  data: {
    facilityId: FACILITY_ID,
    kind: 'HOSPITAL',
    name: 'RSUD Contoh',
    district: '321605',
    account: FACILITY_ACCOUNT,
    effectiveOn: localDate('2026-01-05'),
  },
};

const FINANCE = sightOf({ roles: ['finance'] });

describe('the payout read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(payoutReadModel, () => fresh.database);
  const theHeirs = (...events: PayoutEvent[]) => on(`payout-${PAYOUT_ID}`, ordered(order), ...events);

  /** Another payment, without a last day. */
  const another = () =>
    on(
      `payout-${OTHER_PAYOUT}`,
      ordered({
        ...order,
        payoutId: OTHER_PAYOUT,
        source: { kind: 'SCHOLARSHIP_YEAR', id: CLAIM_ID, eventId: 'e' },
        amountIdr: rupiah(3_000_000),
        payBy: undefined,
      }),
    );

  const detail = (today = MARCH_13) =>
    new GetPayout.handler(new ReadModels(fresh.database, 0)).execute(
      new GetPayout({ payoutId: PAYOUT_ID, today, sight: SEES_ALL }),
    );

  /** The account that finance reads in the detail. */
  const accountForFinance = async () => {
    const handler = new GetPayout.handler(new ReadModels(fresh.database, 0));
    return (await handler.execute(new GetPayout({ payoutId: PAYOUT_ID, today: MARCH_13, sight: FINANCE })))
      .account;
  };

  const toInstruct = (page: { limit?: number; cursor?: string } = {}) =>
    new ListPayoutsToInstruct.handler(new ReadModels(fresh.database, 0)).execute(
      new ListPayoutsToInstruct({ limit: 10, ...page, today: MARCH_13, sight: FINANCE }),
    );

  const list = async (filter: Partial<PayoutListQuery> = {}, today = MARCH_13) => {
    const handler = new ListPayouts.handler(new ReadModels(fresh.database, 0));
    return handler.execute(new ListPayouts({ limit: 10, ...filter, today, sight: SEES_ALL }));
  };

  it('follows a payment from the order to the settlement and shows the last four digits of the account', async () => {
    await project(theHeirs(instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_20)));
    const shown = await detail();
    expect(shown).toMatchObject({
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      status: 'SETTLED',
      amountIdr: 42_000_000,
      sourceKind: 'CLAIM',
      sourceId: CLAIM_ID,
      payBy: '2026-03-16',
      bank: 'BRI',
      accountMasked: '****7890',
      instructionNumber: 'INS-1',
      bankReference: 'BANK-1',
      settledOn: '2026-03-20',
      returns: 0,
      revision: 3,
    });
    expect(shown.timeline.map(({ type, effectiveOn, actorId }) => [type, effectiveOn, actorId])).toEqual([
      ['PayoutOrdered', '2026-03-12', 'user-1'],
      ['PayoutInstructed', '2026-03-13', 'user-1'],
      ['PayoutAccepted', '2026-03-13', 'user-1'],
      ['PayoutSettled', '2026-03-20', 'user-1'],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/002301004567890|Contoh/);
  });

  it('shows a payment that came back, and the other account it can be paid to', async () => {
    const cameBack = await project(theHeirs(instructed(MARCH_13), returned(MARCH_13)));
    expect(await detail()).toMatchObject({
      status: 'RETURNED',
      bankReference: 'BANK-1',
      returnReason: 'ACCOUNT_CLOSED',
      returns: 1,
    });
    const other = await cameBack.and(on(`payout-${PAYOUT_ID}`, corrected(MARCH_20)));
    expect(await detail()).toMatchObject({
      status: 'ACCOUNT_CORRECTED',
      bank: 'BNI',
      accountMasked: '****6789',
      instructionNumber: null,
      bankReference: null,
    });
    await other.and(on(`payout-${PAYOUT_ID}`, confirmed(MARCH_20)));
    expect(await detail()).toMatchObject({ status: 'ORDERED' });
    await other.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_20)));
    expect(await detail()).toMatchObject({ status: 'INSTRUCTED', bankReference: null, returns: 1 });
  });

  it('forgets the reference of a returned payment when a PLKK is instructed again', async () => {
    await project(
      on(
        `payout-${PAYOUT_ID}`,
        ordered({ ...toThePlkk, source: order.source }),
        instructed(MARCH_13),
        returned(MARCH_13),
        instructed(MARCH_20),
      ),
    );
    expect(await detail()).toMatchObject({ status: 'INSTRUCTED', bankReference: null, returns: 1 });
  });

  it('shows the account of a PLKK from the moment it is paid', async () => {
    const facility = { ...toThePlkk, source: order.source };
    const plkk = await project(on(`payout-${PAYOUT_ID}`, ordered(facility)));
    expect(await detail()).toMatchObject({ facilityId: FACILITY_ID, bank: null, accountMasked: null });
    const { data } = instructed(MARCH_13) as Extract<PayoutEvent, { type: 'PayoutInstructed' }>;
    await plkk.and(
      on(`payout-${PAYOUT_ID}`, {
        type: 'PayoutInstructed',
        data: { ...data, facilityAccount: FACILITY_ACCOUNT },
      }),
    );
    expect(await detail()).toMatchObject({ bank: 'BJB', accountMasked: '****2100' });
  });

  it('shows a PLKK what is paid to itself, and as little of others as of what was never ordered', async () => {
    const seenBy = (facilityId: string, payoutId = PAYOUT_ID) =>
      new GetPayout.handler(new ReadModels(fresh.database, 0)).execute(
        new GetPayout({ payoutId, today: MARCH_13, sight: sightOf({ roles: ['plkk'], facilityId }) }),
      );
    const projected = await project(
      on(`payout-${PAYOUT_ID}`, ordered({ ...toThePlkk, source: order.source })),
    );
    expect(await seenBy(FACILITY_ID)).toMatchObject({
      status: 'ORDERED',
      amountIdr: toThePlkk.amountIdr,
      account: null,
    });
    await expect(seenBy(OTHER_PAYOUT)).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
    await projected.and(another());
    await expect(seenBy(FACILITY_ID, OTHER_PAYOUT)).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
  });

  it('gives finance the account in full while the bank is still to be told, and everyone else its last digits', async () => {
    const projected = await project(theHeirs());
    expect(await accountForFinance()).toEqual(ACCOUNT);
    expect(await detail()).toMatchObject({ account: null, bank: 'BRI', accountMasked: '****7890' });
    expect(JSON.stringify([await detail(), await list()])).not.toMatch(/002301004567890|Contoh/);
    await projected.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_13)));
    expect(await accountForFinance()).toBeNull();
  });

  it('keeps no account in full of a person once the bank was told', async () => {
    const accounts = (tables: Parameters<Parameters<typeof projected.thenRows>[0]>[0]) =>
      tables.selectFrom('accounts').select('number');
    const projected = await project(theHeirs());
    await projected.thenRows(accounts, [{ number: ACCOUNT.number }]);
    await projected.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_13)));
    await projected.thenRows(accounts, []);
  });

  it('gives finance no account to correct, the new one to confirm, and to instruct once it is confirmed', async () => {
    const cameBack = await project(theHeirs(instructed(MARCH_13), returned(MARCH_13)));
    expect(await accountForFinance()).toBeNull();
    expect((await toInstruct()).items).toEqual([]);
    await cameBack.and(on(`payout-${PAYOUT_ID}`, corrected(MARCH_20)));
    expect(await accountForFinance()).toEqual(OTHER_ACCOUNT);
    expect((await toInstruct()).items).toEqual([]);
    await cameBack.and(on(`payout-${PAYOUT_ID}`, confirmed(MARCH_20)));
    expect((await toInstruct()).items).toMatchObject([{ payoutId: PAYOUT_ID, account: OTHER_ACCOUNT }]);
  });

  it('gives finance the account of the facility for a PLKK, again when the money came back', async () => {
    const plkk = await project(
      on(`facility-${FACILITY_ID}`, PLKK_REGISTERED),
      on(`payout-${PAYOUT_ID}`, ordered({ ...toThePlkk, source: order.source })),
    );
    expect(await accountForFinance()).toEqual(FACILITY_ACCOUNT);
    await plkk.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_13)));
    expect(await accountForFinance()).toBeNull();
    await plkk.and(on(`payout-${PAYOUT_ID}`, returned(MARCH_13)));
    expect(await accountForFinance()).toEqual(FACILITY_ACCOUNT);
    expect((await toInstruct()).items).toMatchObject([{ status: 'RETURNED', account: FACILITY_ACCOUNT }]);
  });

  it('holds nothing of an account after an erasure, once it was built anew', async () => {
    await project(theHeirs(), another());
    expect(JSON.stringify(await toInstruct())).toMatch(/002301004567890/);
    const rebuilt = await project(on(`payout-${PAYOUT_ID}`, erased(ordered(order))));
    const nothing = async () => {
      expect(await accountForFinance()).toBeNull();
      // Nobody can tell a bank where to pay: a supervisor gives it up.
      expect((await toInstruct()).items).toEqual([]);
      await rebuilt.thenRows((tables) => tables.selectFrom('accounts').selectAll(), []);
      await rebuilt.thenRows(
        (tables) => tables.selectFrom('payouts').select(['bank', 'accountMasked']),
        [{ bank: null, accountMasked: null }],
      );
    };
    await nothing();
    await rebuilt.and(
      on(
        `payout-${PAYOUT_ID}`,
        instructed(MARCH_13),
        returned(MARCH_13),
        erased(corrected(MARCH_20)),
        confirmed(MARCH_20),
      ),
    );
    await nothing();
  });

  it('lists for finance what is to be instructed with its accounts, page by page', async () => {
    const both = await project(another(), theHeirs());
    const first = await toInstruct({ limit: 1 });
    expect(first.items).toMatchObject([{ payoutId: PAYOUT_ID, status: 'ORDERED', account: ACCOUNT }]);
    const second = await toInstruct({ limit: 1, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({
      items: [{ payoutId: OTHER_PAYOUT, payBy: null, account: ACCOUNT }],
      nextCursor: null,
    });
    await both.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_13)));
    expect((await toInstruct()).items.map(({ payoutId }) => payoutId)).toEqual([OTHER_PAYOUT]);
  });

  it('lists nothing for finance that is held by a dispute of heirs, or goes to others since', async () => {
    const [HEIR, NOBODY] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    const said = { claimId: CLAIM_ID, participantId: PARTICIPANT_ID, effectiveOn: MARCH_13 };
    const claim = (type: string, data: object) => on(`claim-${CLAIM_ID}`, event(type, { ...said, ...data }));
    const disagree = claim('DisputeReported', { reporterId: 'ani', until: MARCH_20 });
    const otherwise = claim('DisputeEnded', { enderId: 'ani', how: 'AGREED', outcome: 'OTHERWISE' });
    const inherits = (heirId: string) =>
      claim('HeirsEstablished', { establisherId: 'budi', heirs: [{ heirId }] });
    const toBePaid = on(`payout-${PAYOUT_ID}`, ordered({ ...order, heirId: HEIR }));
    const listed = async () => (await toInstruct()).items.map(({ payoutId }) => payoutId);

    const held = await project(toBePaid, inherits(HEIR), disagree, another());
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await held.and(otherwise);
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await held.and(inherits(NOBODY));
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await held.and(otherwise, inherits(HEIR));
    expect(await listed()).toEqual([PAYOUT_ID, OTHER_PAYOUT]);
  });

  it('lists the living heirs for finance while the share of one who died waits, or is given up', async () => {
    const [LIVES, DIED] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    const said = { claimId: CLAIM_ID, participantId: PARTICIPANT_ID, effectiveOn: MARCH_13, heirId: DIED };
    const claim = (type: string, data: object) => on(`claim-${CLAIM_ID}`, event(type, { ...said, ...data }));
    const died = claim('HeirsWanted', { whoDied: 'HEIR', besideIds: [LIVES], until: MARCH_20 });
    const listed = async () => (await toInstruct()).items.map(({ payoutId }) => payoutId);

    const log = await project(
      on(`payout-${PAYOUT_ID}`, ordered({ ...order, heirId: LIVES })),
      on(`payout-${OTHER_PAYOUT}`, ordered({ ...order, payoutId: OTHER_PAYOUT, heirId: DIED })),
      died,
    );
    expect(await listed()).toEqual([PAYOUT_ID]);
    await log.and(claim('NobodyInherits', { until: MARCH_20 }));
    expect(await listed()).toEqual([PAYOUT_ID]);
    await log.and(claim('HeirDeathRevoked', {}));
    expect(await listed()).toHaveLength(2);
    await log.and(died, claim('HeirsEstablished', { heirs: [], inPlaceOfId: DIED, besideIds: [LIVES] }));
    expect(await listed()).toEqual([PAYOUT_ID]);
  });

  it('lists nothing for finance of a claim that waits for somebody before whose answer nothing is paid', async () => {
    const said = { claimId: CLAIM_ID, participantId: PARTICIPANT_ID, effectiveOn: MARCH_13 };
    const claim = (type: string, data: object) => on(`claim-${CLAIM_ID}`, event(type, { ...said, ...data }));
    const listed = async () => (await toInstruct()).items.map(({ payoutId }) => payoutId);

    const log = await project(theHeirs(), another(), claim('WaitBegun', { reason: 'MEDICAL_ADVICE' }));
    expect(await listed()).toEqual([PAYOUT_ID, OTHER_PAYOUT]);
    await log.and(claim('WaitBegun', { reason: 'IDENTITY' }));
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await log.and(claim('WaitEnded', { reason: 'IDENTITY', how: 'ANSWERED' }));
    expect(await listed()).toEqual([PAYOUT_ID, OTHER_PAYOUT]);
  });

  it('lists what a delay owes no sooner than what came late: both wait for the claim', async () => {
    const said = { claimId: CLAIM_ID, participantId: PARTICIPANT_ID, effectiveOn: MARCH_13 };
    const claim = (type: string, data: object) => on(`claim-${CLAIM_ID}`, event(type, { ...said, ...data }));
    const source = { kind: 'LATENESS' as const, id: PAYOUT_ID, eventId: OTHER_PAYOUT };
    const forTheDelay = on(`payout-${OTHER_PAYOUT}`, ordered({ ...order, payoutId: OTHER_PAYOUT, source }));
    const arrived = theHeirs(instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_20));
    const listed = async () => (await toInstruct()).items.map(({ payoutId }) => payoutId);

    const log = await project(arrived, forTheDelay);
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await log.and(claim('WaitBegun', { reason: 'IDENTITY' }));
    expect(await listed()).toEqual([]);
    await log.and(claim('WaitEnded', { reason: 'IDENTITY', how: 'ANSWERED' }));
    expect(await listed()).toEqual([OTHER_PAYOUT]);
    await log.and(claim('DisputeReported', { reporterId: 'ani', until: MARCH_20 }));
    expect(await listed()).toEqual([]);
    await log.and(claim('DisputeEnded', { enderId: 'ani', how: 'AGREED', outcome: 'AS_APPROVED' }));
    expect(await listed()).toEqual([OTHER_PAYOUT]);
  });

  it('is late of what stood still only after as many days more, and of what stands still no longer', async () => {
    const late = async (today: string) =>
      (await list({ overdue: true }, localDate(today))).items.map(({ payBy }) => payBy);
    const claim = (type: string, day: string, more: object) =>
      on(
        `claim-${CLAIM_ID}`,
        event(type, {
          claimId: CLAIM_ID,
          participantId: PARTICIPANT_ID,
          effectiveOn: localDate(day),
          ...more,
        }),
      );
    const log = await project(theHeirs());
    expect(await late('2026-03-18')).toEqual(['2026-03-16']);
    await log.and(claim('DisputeReported', '2026-03-13', { reporterId: 'ani', until: '2027-03-13' }));
    expect(await late('2026-11-13')).toEqual([]);
    await log.and(
      claim('DisputeEnded', '2026-11-13', { enderId: 'ani', how: 'AGREED', outcome: 'AS_APPROVED' }),
    );
    expect(await late('2026-11-13')).toEqual([]);
    expect(await late('2026-11-14')).toEqual(['2026-11-13']);
  });

  it('marks a last day of a year whose days off are not decreed yet', async () => {
    await project(theHeirs(), another());
    expect((await list()).items).toMatchObject([
      { payBy: '2026-03-16', calendar: null },
      { payBy: null, calendar: null },
    ]);
    await project(on(`payout-${PAYOUT_ID}`, ordered({ ...order, payBy: localDate('2027-01-04') })));
    expect((await list()).items).toMatchObject([{ payBy: '2027-01-04', calendar: 'CALENDAR_MISSING' }]);
  });

  it('shows no account of a person who was erased', async () => {
    await project(on(`payout-${PAYOUT_ID}`, erased(ordered(order))));
    expect(await detail()).toMatchObject({ amountIdr: 42_000_000, bank: null, accountMasked: null });
  });

  it('lists what must be paid first first, page by page', async () => {
    await project(another(), theHeirs());
    const first = await list({ limit: 1 });
    expect(first.items).toMatchObject([{ payoutId: PAYOUT_ID, overdue: false }]);
    const second = await list({ limit: 1, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ payoutId: OTHER_PAYOUT, payBy: null }], nextCursor: null });
  });

  it('finds payments by status, source, participant, last day and lateness', async () => {
    const both = await project(theHeirs(), another());
    const found = async (filter: Partial<PayoutListQuery>, today = MARCH_13) =>
      (await list(filter, today)).items.map(({ amountIdr }) => amountIdr / 1_000_000);
    expect(await found({ sourceKind: 'SCHOLARSHIP_YEAR' })).toEqual([3]);
    expect(await found({ sourceId: CLAIM_ID, participantId: PARTICIPANT_ID })).toEqual([42, 3]);
    expect(await found({ status: 'SETTLED' })).toEqual([]);
    expect(await found({ payBy: localDate('2026-03-16') })).toEqual([42]);
    expect(await found({ payBy: localDate('2026-03-15') })).toEqual([]);
    expect(await found({ overdue: true })).toEqual([]);
    expect(await found({ overdue: true }, MARCH_20)).toEqual([42]);
    expect(await found({ overdue: false }, MARCH_20)).toEqual([3]);
    await both.and(on(`payout-${PAYOUT_ID}`, instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_20)));
    expect(await found({ overdue: true }, MARCH_20)).toEqual([]);
    expect(await found({ status: 'SETTLED' })).toEqual([42]);
  });

  it('says when there is no such payment', async () => {
    await project(another());
    await expect(detail()).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
  });

  it('stays the same when the same events come twice, and moves on past what it does not know', async () => {
    const projected = await project(
      theHeirs(instructed(MARCH_13), returned(MARCH_13), corrected(MARCH_20)),
      another(),
      on(`facility-${FACILITY_ID}`, PLKK_REGISTERED),
    );
    await projected.thenAppliedTwiceNothingChanges();
    await projected.thenUnknownEventsAreIgnored();
  });
});
