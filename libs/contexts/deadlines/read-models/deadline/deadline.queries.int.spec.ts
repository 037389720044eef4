import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimOfAccident } from '#contexts/claims/facts';
import { event, localDate, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { ListOverdue, SumOverdue } from './deadline.queries.js';
import { deadlineReadModel } from './deadline.read-model.js';
import { ListWork, SumWork } from './work.queries.js';

const CLAIM = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
const [FOR_ONE, FOR_OTHER] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const SITI = '00000000-0000-4000-8000-000000000003';
const NOVEMBER_20 = localDate('2026-11-20');

describe('What is late', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(deadlineReadModel, () => fresh.database);

  const ordered = (payoutId: string) =>
    on(
      `payout-${payoutId}`,
      event('PayoutOrdered', {
        payoutId,
        participantId: SITI,
        source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
        payee: 'HEIR',
        heirId: payoutId,
        componentCodes: ['JKM_SANTUNAN'],
        amountIdr: rupiah(21_000_000),
        payBy: localDate('2026-11-25'),
        effectiveOn: NOVEMBER_20,
      }),
    );
  const ofClaim = (type: string, data: object) =>
    on(
      `claim-${CLAIM}`,
      event(type, { claimId: CLAIM, participantId: SITI, effectiveOn: NOVEMBER_20, ...data }),
    );

  const late = async () => {
    const handler = new ListOverdue.handler(new ReadModels(fresh.database, 0));
    const asked = { limit: 10, side: 'OURS', today: localDate('2027-03-01'), sight: SEES_ALL } as const;
    const { items } = await handler.execute(new ListOverdue(asked));
    return items.map(({ subjectId, step }) => [subjectId, step]);
  };

  it('is no payment to heirs while they disagree, nor for finance one that others inherit', async () => {
    const log = await project(ordered(FOR_ONE), ordered(FOR_OTHER));
    const both = [
      [FOR_ONE, 'INSTRUCT_PAYOUT'],
      [FOR_OTHER, 'INSTRUCT_PAYOUT'],
    ];
    expect(await late()).toEqual(expect.arrayContaining(both));
    await log.and(ofClaim('DisputeReported', { reporterId: 'ani', until: localDate('2027-05-20') }));
    expect(await late()).toEqual([]);
    await log.and(ofClaim('DisputeEnded', { enderId: 'ani', how: 'AGREED', outcome: 'OTHERWISE' }));
    expect(await late()).toEqual([]);
    await log.and(ofClaim('HeirsEstablished', { establisherId: 'budi', heirs: [{ heirId: FOR_ONE }] }));
    const redirected = [FOR_OTHER, 'REDIRECT_PAYOUT'];
    expect(new Set(await late())).toEqual(new Set([[FOR_ONE, 'INSTRUCT_PAYOUT'], redirected]));
  });

  it('is no payment of a claim, to whomever, while that waits for somebody before whose answer nothing is paid', async () => {
    const toEmployer = event('PayoutOrdered', {
      payoutId: FOR_OTHER,
      participantId: SITI,
      source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
      payee: 'EMPLOYER',
      employerId: SITI,
      componentCodes: ['JKK_STMB'],
      amountIdr: rupiah(1_000_000),
      payBy: localDate('2026-11-25'),
      effectiveOn: NOVEMBER_20,
    });
    const log = await project(ordered(FOR_ONE), on(`payout-${FOR_OTHER}`, toEmployer));
    const both = new Set([FOR_ONE, FOR_OTHER].map((id) => [id, 'INSTRUCT_PAYOUT']));
    expect(new Set(await late())).toEqual(both);
    await log.and(
      ofClaim('WaitBegun', { askerId: 'ani', reason: 'IDENTITY', until: localDate('2026-12-20') }),
    );
    expect(await late()).toEqual([]);
    await log.and(
      ofClaim('WaitEnded', { enderId: 'ani', reason: 'IDENTITY', payBy: localDate('2026-12-24') }),
    );
    expect(new Set((await late()).filter(([id]) => id !== CLAIM))).toEqual(both);
  });

  it('is late, and costs, without the days on which it stood still, one by one and summed up', async () => {
    const [claimId, held, wrong] = ['d1', 'd2', 'd3'].map(
      (end) => `00000000-0000-4000-8000-0000000000${end}`,
    );
    const paid = (payoutId: string, payee: string) =>
      event('PayoutOrdered', {
        payoutId,
        participantId: SITI,
        source: { kind: 'CLAIM', id: claimId, eventId: 'e' },
        payee,
        componentCodes: ['JKM_DEATH'],
        amountIdr: rupiah(21_000_000),
        payBy: localDate('2026-11-25'),
        effectiveOn: NOVEMBER_20,
      });
    const of = { claimId, participantId: SITI };
    await project(
      on(`payout-${held}`, paid(held!, 'HEIR')),
      on(
        `payout-${wrong}`,
        paid(wrong!, 'PARTICIPANT'),
        event('PayoutReturned', {
          payoutId: wrong,
          bankReference: 'B-1',
          reason: 'ACCOUNT_CLOSED',
          returnedOn: localDate('2026-12-01'),
          effectiveOn: localDate('2026-12-01'),
        }),
      ),
      on(
        `claim-${claimId}`,
        event('DisputeReported', {
          ...of,
          reporterId: 'ani',
          until: localDate('2027-05-20'),
          effectiveOn: localDate('2026-11-23'),
        }),
        event('DisputeEnded', {
          ...of,
          enderId: 'ani',
          how: 'AGREED',
          outcome: 'AS_APPROVED',
          effectiveOn: localDate('2027-02-20'),
        }),
      ),
    );
    const asked = { limit: 50, today: localDate('2027-03-01'), sight: SEES_ALL } as const;
    const reading = new ReadModels(fresh.database, 0);
    const { items } = await new ListOverdue.handler(reading).execute(new ListOverdue(asked));
    const [first, second] = [held, wrong].map((id) => items.find(({ subjectId }) => subjectId === id));
    expect(first).toMatchObject({
      dueOn: '2027-02-20',
      daysLate: 9,
      costIdr: 1_890_000,
      costPerDayIdr: 210_000,
    });
    expect(second).toMatchObject({ step: 'CORRECT_ACCOUNT', costIdr: 1_260_000, costPerDayIdr: 0 });
    const totals = await new SumOverdue.handler(reading).execute(new SumOverdue(asked));
    const ofFinance = items.filter(({ turn }) => turn === 'FINANCE');
    const sum = (of: 'costIdr' | 'costPerDayIdr') => ofFinance.reduce((all, one) => all + one[of], 0);
    expect(totals.find(({ turn }) => turn === 'FINANCE')).toMatchObject({
      count: ofFinance.length,
      costIdr: sum('costIdr'),
      costPerDayIdr: sum('costPerDayIdr'),
    });
  });

  it('is a payment to be given up once nobody has come who inherits, and nothing else of it', async () => {
    const [claimId, payoutId] = [FOR_OTHER, CLAIM];
    const wanted = { claimId, participantId: SITI, effectiveOn: NOVEMBER_20 };
    const paid = { payoutId, source: { kind: 'CLAIM', id: claimId, eventId: 'e' } };
    const log = await project(
      on(
        `payout-${payoutId}`,
        event('PayoutOrdered', {
          participantId: SITI,
          payee: 'PARTICIPANT',
          componentCodes: ['JKK_STMB'],
          amountIdr: rupiah(1_000_000),
          payBy: localDate('2026-11-25'),
          effectiveOn: NOVEMBER_20,
          ...paid,
        }),
      ),
      on(`claim-${claimId}`, event('HeirsWanted', { ...wanted, whoDied: 'PARTICIPANT' })),
    );
    const waits = async () => {
      const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
      const today = localDate('2027-12-20');
      const actor = { id: 'boss', roles: ['supervisor', 'adjudicator'] as const, office: '' };
      const { items } = await handler.execute(new ListWork({ limit: 50, today, actor, sight: SEES_ALL }));
      return items.flatMap(({ subjectId, step }) => ([payoutId, claimId].includes(subjectId) ? [step] : []));
    };
    expect(await waits()).toEqual(['ESTABLISH_HEIRS']);
    await log.and(on(`claim-${claimId}`, event('NobodyInherits', wanted)));
    expect(await waits()).toEqual(['CANCEL_PAYOUT']);
  });

  it('waits for heirs of one heir alone: the payment of the other is told to the bank meanwhile', async () => {
    const [claimId, lives, died] = ['c1', 'c2', 'c3'].map(
      (end) => `00000000-0000-4000-8000-0000000000${end}`,
    );
    const said = { claimId, participantId: SITI, effectiveOn: NOVEMBER_20, heirId: died };
    const paid = (heirId: string) =>
      on(
        `payout-${heirId}`,
        event('PayoutOrdered', {
          payoutId: heirId,
          participantId: SITI,
          source: { kind: 'CLAIM', id: claimId, eventId: 'e' },
          payee: 'HEIR',
          heirId,
          componentCodes: ['JKM_DEATH'],
          amountIdr: rupiah(1_000_000),
          payBy: localDate('2026-11-25'),
          effectiveOn: NOVEMBER_20,
        }),
      );
    const claim = (type: string, data: object) => on(`claim-${claimId}`, event(type, { ...said, ...data }));
    const log = await project(
      paid(lives!),
      paid(died!),
      claim('HeirsWanted', { whoDied: 'HEIR', besideIds: [lives] }),
    );
    const waits = async () => {
      const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
      const actor = { id: 'boss', roles: ['supervisor', 'adjudicator', 'finance'] as const, office: '' };
      const { items } = await handler.execute(
        new ListWork({ limit: 50, today: localDate('2027-12-20'), actor, sight: SEES_ALL }),
      );
      const of = [claimId, lives, died];
      return items
        .flatMap(({ subjectId, step }) =>
          of.includes(subjectId) ? [`${step} ${of.indexOf(subjectId)}`] : [],
        )
        .toSorted();
    };
    expect(await waits()).toEqual(['ESTABLISH_HEIRS 0', 'INSTRUCT_PAYOUT 1']);
    await log.and(claim('NobodyInherits', {}));
    expect(await waits()).toEqual(['CANCEL_PAYOUT 2', 'INSTRUCT_PAYOUT 1']);
    await log.and(claim('HeirsEstablished', { heirs: [], inPlaceOfId: died, besideIds: [lives] }));
    expect(await waits()).toEqual(['INSTRUCT_PAYOUT 1', 'REDIRECT_PAYOUT 2']);
  });

  describe('and what takes a level of authority', () => {
    const claims = [250, 600].map((millions) => ({
      claimId: `00000000-0000-4000-8000-000000000${millions}`,
      amountIdr: rupiah(millions * 1_000_000),
    }));
    const queueOf = async (authority: 2 | 3 | 4, office: string) => {
      const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
      const actor = { id: 'boss', office, authority, roles: ['supervisor'] as const };
      const { items } = await handler.execute(
        new ListWork({ limit: 50, today: localDate('2026-12-01'), actor, sight: SEES_ALL }),
      );
      return claims.filter(({ claimId }) => items.some(({ subjectId }) => subjectId === claimId)).length;
    };

    it('is with those who reach so far at the office, and above the branches what none of them may decide', async () => {
      await project(
        ...claims.map(({ claimId, amountIdr }) => {
          const of = { claimId, participantId: SITI, effectiveOn: NOVEMBER_20 };
          const component = { code: 'JKK_STMB', amountIdr, payee: 'PARTICIPANT' };
          return on(
            `claim-${claimId}`,
            event('ClaimSubmitted', { ...of, programme: 'JKK', office: 'BEKASI', submitterId: 'desk' }),
            event('ClaimCompleted', { ...of, payBy: localDate('2026-12-01') }),
            event('BenefitCalculated', {
              ...of,
              assessorId: 'ani',
              components: [component],
              totalIdr: amountIdr,
              entitledChildren: [],
            }),
          );
        }),
      );
      expect(await Promise.all(([2, 3, 4] as const).map((level) => queueOf(level, 'BEKASI')))).toEqual([
        0, 1, 2,
      ]);
      expect(await Promise.all(([3, 4] as const).map((level) => queueOf(level, 'JAKARTA')))).toEqual([0, 1]);
    });
  });

  describe('and what an office waits for', () => {
    const ACCIDENT = '00000000-0000-4000-8000-0000000000a1';
    const claimId = claimOfAccident(ACCIDENT);
    const [INVOICE, COMPLAINT] = [
      '00000000-0000-4000-8000-0000000000a2',
      '00000000-0000-4000-8000-0000000000a3',
    ];
    const today = localDate('2026-12-01');
    const ofInvoice = {
      accidentId: ACCIDENT,
      participantId: SITI,
      invoiceId: INVOICE,
      effectiveOn: NOVEMBER_20,
    };
    const log = async () => {
      const known = await project(
        on(
          `claim-${claimId}`,
          event('ClaimSubmitted', {
            claimId,
            participantId: SITI,
            programme: 'JKK',
            office: 'BEKASI',
            submitterId: 'desk',
            effectiveOn: NOVEMBER_20,
          }),
          event('InterestDeclared', {
            claimId,
            participantId: SITI,
            declarerId: 'niece',
            effectiveOn: NOVEMBER_20,
          }),
        ),
        on(
          `billing-${ACCIDENT}`,
          event('InvoiceSubmitted', {
            ...ofInvoice,
            totalIdr: rupiah(900_000),
            verifyBy: localDate('2026-12-04'),
            submitterId: 'rs',
          }),
          event('InvoiceReturned', { ...ofInvoice, reasons: ['V-01'], resubmitBy: localDate('2026-12-20') }),
        ),
        on(
          `complaint-${COMPLAINT}`,
          event('ComplaintReceived', {
            complaintId: COMPLAINT,
            participantId: SITI,
            subject: 'SERVICE',
            office: 'BEKASI',
            recorderId: 'desk',
            answerBy: localDate('2026-11-27'),
            effectiveOn: NOVEMBER_20,
          }),
          event('ComplaintAnswered', {
            complaintId: COMPLAINT,
            participantId: SITI,
            answererId: 'ani',
            replyBy: localDate('2026-12-08'),
            effectiveOn: NOVEMBER_20,
          }),
        ),
      );
      return known;
    };
    const asker = (id: string, office: string) =>
      ({ today, actor: { id, office, roles: ['adjudicator'] as const }, sight: SEES_ALL }) as const;
    const waiting = async (id: string, office: string) => {
      const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
      const { items } = await handler.execute(
        new ListWork({ limit: 50, waiting: true, ...asker(id, office) }),
      );
      return items.filter(({ subjectId }) => [INVOICE, COMPLAINT].includes(subjectId));
    };
    const count = async (id: string, office: string) => {
      const handler = new SumWork.handler(new ReadModels(fresh.database, 0));
      return (await handler.execute(new SumWork(asker(id, office)))).waitsForOthers;
    };

    it('is shown to it, with who is waited for, until when, and how that ends', async () => {
      await log();
      expect(await waiting('ani', 'BEKASI')).toMatchObject([
        {
          step: 'REPLY_TO_ANSWER',
          turn: 'CLAIMANT',
          dueOn: '2026-12-08',
          takenBy: expect.arrayContaining(['close-complaint']) as unknown,
        },
        {
          step: 'REVISE_INVOICE',
          turn: 'FACILITY',
          dueOn: '2026-12-20',
          takenBy: expect.arrayContaining(['pass-invoice-on']) as unknown,
        },
      ]);
    });

    it('is neither of another office, nor shown to whoever has an interest in the claim', async () => {
      expect(await waiting('ani', 'BANDUNG')).toEqual([]);
      expect((await waiting('niece', 'BEKASI')).map(({ step }) => step)).toEqual(['REPLY_TO_ANSWER']);
    });

    it('is counted as it is listed', async () => {
      expect((await count('ani', 'BEKASI')) - (await count('ani', 'BANDUNG'))).toBe(2);
      expect((await count('niece', 'BEKASI')) - (await count('niece', 'BANDUNG'))).toBe(1);
    });
  });
});
