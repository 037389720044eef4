import { describe, expect, it } from '@jest/globals';
import { fold, localDate, putForward, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { endSponsorAgreement, extendSponsorAgreement } from './change-sponsor-agreement.js';
import { AGREEMENT, VILLAGE, agreementSigned, villageRegistered } from './participant.examples.js';
import type { SponsorEvent } from './sponsor.events.js';
import { agreementInForce, sponsors } from './sponsor.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(sponsors);
const of = { sponsorId: VILLAGE, agreementId: AGREEMENT };
const extension = { ...of, reference: 'Adendum 1', validUntil: localDate('2027-06-30') };
const extended: SponsorEvent = {
  type: 'SponsorAgreementExtended',
  data: { ...extension, effectiveOn: localDate('2026-11-20') },
};
/** An addendum that one person has signed. */
const proposed = ({ validUntil, ...more }: Partial<typeof extension> & { quota?: number }): SponsorEvent => ({
  type: 'SponsorProposalMade',
  data: {
    ...of,
    reference: extension.reference,
    proposed: { kind: 'EXTENSION', validUntil: validUntil ?? extension.validUntil, ...more },
    ...putForward(context),
  },
});
const counting: SponsorEvent = {
  ...agreementSigned,
  data: { ...agreementSigned.data, quota: 600 },
} as SponsorEvent;
const ending = {
  ...of,
  reason: 'BUDGET_WITHDRAWN',
  reference: 'Surat 1',
  lastDay: localDate('2026-11-30'),
} as const;
const { lastDay: effectiveOn, ...ended } = ending;
const endedEarly: SponsorEvent = { type: 'SponsorAgreementEndedEarly', data: { ...ended, effectiveOn } };

describe('Extending an agreement', () => {
  it('lets it be in force for longer once two have signed', () => {
    given([villageRegistered, agreementSigned])
      .when((state) => extendSponsorAgreement(extension, state, context))
      .thenRecorded([proposed({})]);
    const state = fold(sponsors, [villageRegistered, agreementSigned, extended]);
    expect(agreementInForce(state, AGREEMENT, localDate('2027-06-30'))).toMatchObject({
      validUntil: '2027-06-30',
    });
  });

  it('makes the quota larger', () => {
    const larger = { ...extension, validUntil: localDate('2026-12-31'), quota: 700 };
    given([villageRegistered, counting])
      .when((state) => extendSponsorAgreement(larger, state, context))
      .thenRecorded([proposed({ validUntil: larger.validUntil, quota: 700 })]);
  });

  it('states a quota that was not stated before', () => {
    const limited = { ...extension, validUntil: localDate('2026-12-31'), quota: 700 };
    given([villageRegistered, agreementSigned])
      .when((state) => extendSponsorAgreement(limited, state, context))
      .thenRecorded([proposed({ validUntil: limited.validUntil, quota: 700 })]);
  });

  it.each([
    ['AGREEMENT_NOT_SHORTENED', [agreementSigned], { validUntil: localDate('2026-12-30') }],
    ['AGREEMENT_NOT_EXTENDED', [counting], { validUntil: localDate('2026-12-31'), quota: 600 }],
    ['QUOTA_NOT_LOWERED', [counting], { quota: 599 }],
    ['QUOTA_NOT_LOWERED', [counting], { monthlyIdr: rupiah(1) }],
    ['AGREEMENT_ADDENDUM_KNOWN', [agreementSigned, extended], {}],
    ['AGREEMENT_ENDED_EARLY', [agreementSigned, endedEarly], {}],
    ['AGREEMENT_NOT_FOUND', [], {}],
  ])('is refused: %s', (code, history, changes) => {
    given([villageRegistered, ...history])
      .when((state) => extendSponsorAgreement({ ...extension, ...changes }, state, context))
      .thenRejected(code);
  });
});

describe('Ending an agreement before its time', () => {
  it('makes its last day an earlier one', () => {
    given([villageRegistered, agreementSigned])
      .when((state) => endSponsorAgreement(ending, state, context))
      .thenRecorded([endedEarly]);
    const state = fold(sponsors, [villageRegistered, agreementSigned, endedEarly]);
    expect(() => agreementInForce(state, AGREEMENT, localDate('2026-12-01'))).toThrow(
      expect.objectContaining({ code: 'AGREEMENT_NOT_IN_FORCE' }),
    );
  });

  it.each([
    ['ENDS_OUTSIDE_AGREEMENT', [], localDate('2026-12-31')],
    ['ENDS_OUTSIDE_AGREEMENT', [], localDate('2025-12-31')],
    ['AGREEMENT_ENDED_TOO_LONG_AGO', [], localDate('2026-03-31')],
    ['AGREEMENT_ENDED_EARLY', [endedEarly], localDate('2026-11-29')],
  ])('is refused: %s', (code, history, lastDay) => {
    given([villageRegistered, agreementSigned, ...history])
      .when((state) => endSponsorAgreement({ ...ending, lastDay }, state, context))
      .thenRejected(code);
  });
});
