import { describe, expect, it } from '@jest/globals';
import { type Period, fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { AGREEMENT, VILLAGE } from './participant.examples.js';
import type { RosterEvent } from './roster.events.js';
import {
  addMembers,
  carries,
  givePlacesBack,
  lastMonthBefore,
  readmitMembers,
  removeMembers,
  requireCarried,
  rosters,
  shareOut,
} from './roster.js';
import type { SponsorAgreement } from './sponsor.js';

const given = decisionSpec(rosters);
const context = testContext();
const [SITI, BUDI, ANI] = ['siti', 'budi', 'ani'];
const place = (participantId: string, monthlyIdr = 16_800) => ({
  participantId,
  monthlyIdr: rupiah(monthlyIdr),
});
const agreement = (limits: { quota?: number; monthlyIdr?: number } = {}): SponsorAgreement => ({
  agreementId: AGREEMENT,
  sponsorKind: 'VILLAGE',
  governmentPaid: true,
  validFrom: localDate('2026-01-01'),
  validUntil: localDate('2026-12-31'),
  ...(limits.quota !== undefined && { quota: limits.quota }),
  ...(limits.monthlyIdr !== undefined && { monthlyIdr: rupiah(limits.monthlyIdr) }),
});
const adding = (...ids: readonly string[]) => ({
  sponsorId: VILLAGE,
  agreementId: AGREEMENT,
  payer: 'VILLAGE' as const,
  way: 'PAYMENT' as const,
  from: period('2026-11'),
  members: ids.map((id) => place(id)),
});
const added = (...ids: readonly string[]): RosterEvent => ({
  type: 'SponsorMembersAdded',
  data: { ...adding(...ids), effectiveOn: localDate('2026-11-20') },
});
const removing = (last: string, ...participantIds: readonly string[]) => ({
  sponsorId: VILLAGE,
  agreementId: AGREEMENT,
  participantIds,
  last: period(last),
  reason: 'MOVED' as const,
});
const removed = (last: string, ...ids: readonly string[]): RosterEvent => ({
  type: 'SponsorMembersRemoved',
  data: { ...removing(last, ...ids), effectiveOn: localDate('2026-11-20') },
});

describe('Places under an agreement', () => {
  it('are given while there are some, and one to each', () => {
    given([added(SITI)])
      .when((state) => addMembers(adding(SITI, BUDI), state, context, { agreement: agreement({ quota: 2 }) }))
      .thenRecorded([added(BUDI)]);
  });

  it('are counted: one more than the quota is refused, with what is allowed', () => {
    const { details } = given([added(SITI, BUDI)])
      .when((state) => addMembers(adding(ANI), state, context, { agreement: agreement({ quota: 2 }) }))
      .thenRejected('QUOTA_USED_UP');
    expect(details.allowed?.length).toBe(3);
  });

  it('are bounded by money as well, where that was stated', () => {
    given([added(SITI)])
      .when((state) =>
        addMembers(adding(BUDI), state, context, { agreement: agreement({ monthlyIdr: 33_599 }) }),
      )
      .thenRejected('MONTHLY_MONEY_USED_UP');
  });

  it('are free again once somebody left', () => {
    given([added(SITI, BUDI), removed('2026-11', BUDI)])
      .when((state) => addMembers(adding(ANI), state, context, { agreement: agreement({ quota: 2 }) }))
      .thenRecorded([added(ANI)]);
  });

  it('of several go to the first ones, in their order', () => {
    const wanted = [place(SITI), place(BUDI), place(ANI)];
    const { given: got, refused } = shareOut(wanted, rosters.initial, agreement({ quota: 2 }));
    expect(got).toEqual([place(SITI), place(BUDI)]);
    expect([...refused].map(([id, { code }]) => [id, code])).toEqual([[ANI, 'QUOTA_USED_UP']]);
  });
});

describe('Leaving an agreement', () => {
  const facts = (...under: readonly string[]) => ({ agreement: agreement(), under });

  it('names the last month, and is said once of each', () => {
    given([added(SITI, BUDI), removed('2026-10', BUDI)])
      .when((state) => removeMembers(removing('2026-11', SITI, BUDI), state, context, facts()))
      .thenRecorded([removed('2026-11', SITI)]);
  });

  it('is possible for whoever was registered or paid for under an agreement that counts nobody', () => {
    given([])
      .when((state) => removeMembers(removing('2026-11', SITI), state, context, facts(SITI)))
      .thenRecorded([removed('2026-11', SITI)]);
  });

  it.each([
    ['NOT_CARRIED', removing('2026-11', ANI)],
    ['LAST_MONTH_OUTSIDE_AGREEMENT', removing('2027-01', SITI)],
    ['LAST_MONTH_OUTSIDE_AGREEMENT', removing('2025-11', SITI)],
  ])('is refused: %s', (code, input) => {
    given([added(SITI)])
      .when((state) => removeMembers(input, state, context, facts()))
      .thenRejected(code);
  });

  it('ends before the first month of another payer, or with the agreement', () => {
    const until = (from: string) => lastMonthBefore(period(from), agreement());
    expect([until('2026-11'), until('2027-06')]).toEqual(['2026-10', '2026-12']);
  });
});

describe('Coming back to an agreement', () => {
  const facts = (limits: { quota?: number } = {}, ...under: readonly string[]) => ({
    agreement: agreement(limits),
    under,
  });
  const history = [added(SITI, BUDI), removed('2026-10', SITI)];

  it('takes a place again, as long as there is one', () => {
    given(history)
      .when((state) => readmitMembers(adding(SITI), state, context, facts({ quota: 2 })))
      .thenRecorded([added(SITI)]);
    given([...history, added(ANI)])
      .when((state) => readmitMembers(adding(SITI), state, context, facts({ quota: 2 })))
      .thenRejected('QUOTA_USED_UP');
  });

  it.each([
    ['of whoever has not left it', 'TRANSFER_GOES_NOWHERE', BUDI, []],
    ['of whoever is under it, where it counts nobody', 'TRANSFER_GOES_NOWHERE', ANI, [ANI]],
    ['of whoever was never there', 'NOT_CARRIED', ANI, []],
  ])('is refused %s', (_whom, code, who, under) => {
    given(history)
      .when((state) => readmitMembers(adding(SITI, who), state, context, facts({}, ...under)))
      .thenRejected(code);
  });
});

describe('A payment under an agreement', () => {
  const state = fold(rosters, [added(SITI), removed('2026-10', SITI)]);
  const paying = (from: Period, months: number) => () =>
    requireCarried([SITI], { period: from, months }, state);

  it('is taken for months up to the last one of somebody who left, and for no later one', () => {
    expect(paying(period('2026-09'), 2)).not.toThrow();
    expect(paying(period('2026-10'), 2)).toThrow(expect.objectContaining({ code: 'NO_LONGER_CARRIED' }));
  });

  it('of months up to the last one needs no place anew: who has left does not come back by it', () => {
    expect(carries(state, [SITI], period('2026-10'))).toBe(true);
    expect([carries(state, [SITI], period('2026-11')), carries(state, [SITI])]).toEqual([false, false]);
  });

  it('is taken again once they are carried again', () => {
    const again = fold(rosters, [added(SITI), removed('2026-10', SITI), added(SITI)]);
    expect(() => requireCarried([SITI], { period: period('2026-12'), months: 1 }, again)).not.toThrow();
  });
});

describe('A place that was taken for somebody who was not paid for', () => {
  it('is free again, and they may come back', () => {
    const back = { sponsorId: VILLAGE, agreementId: AGREEMENT, participantIds: [SITI, ANI] };
    const givenBack: RosterEvent = {
      type: 'SponsorPlacesGivenBack',
      data: { ...back, participantIds: [SITI], effectiveOn: localDate('2026-11-20') },
    };
    given([added(SITI, BUDI)])
      .when((state) => givePlacesBack(back, state, context))
      .thenRecorded([givenBack]);
    const state = fold(rosters, [added(SITI, BUDI), givenBack]);
    expect(carries(state, [SITI])).toBe(false);
    expect(shareOut([place(ANI), place(SITI)], state, agreement({ quota: 2 })).given).toEqual([place(ANI)]);
    requireCarried([SITI], { period: period('2026-12'), months: 1 }, state);
  });
});
