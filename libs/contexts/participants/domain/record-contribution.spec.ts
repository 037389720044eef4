import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, period, rupiah } from '#kernel';
import { coverageOn } from '#law';
import { decisionSpec, testContext } from '#testing/decisions';
import { contributionYears } from './contribution-years.js';
import { contributions } from './contributions.js';
import { participants } from './participant.js';
import type { ContributionEvent } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';
import {
  AGREEMENT,
  SITI,
  VILLAGE,
  agreementSigned,
  contributionPaid,
  sitiDied,
  sitiRegistered,
  villageRegistered,
} from './participant.examples.js';
import { type RecordContributionInput, recordContribution } from './record-contribution.js';
import type { SponsorEvent } from './sponsor.events.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(contributionYears);
const context = testContext();

const november: RecordContributionInput = {
  participantId: SITI,
  period: period('2026-11'),
  months: 1,
  payer: 'SELF',
  paidOn: localDate('2026-11-02'),
  receipt: 'R-1',
};

function whenPaying(
  changes: Partial<RecordContributionInput> = {},
  {
    paid = [],
    history = [sitiRegistered()],
    sponsor = [],
  }: { paid?: ContributionEvent[]; history?: ParticipantEvent[]; sponsor?: SponsorEvent[] } = {},
) {
  const facts = { participant: fold(participants, history), sponsor: fold(sponsors, sponsor) };
  return given(paid).when((state) => recordContribution({ ...november, ...changes }, state, context, facts));
}

const amountOf = (amountIdr: number) => [
  expect.objectContaining({ data: expect.objectContaining({ amountIdr }) }) as never,
];

describe('Recording a contribution', () => {
  it('records the half contribution of November 2026, with each part and its law', () => {
    whenPaying().thenRecorded([
      contributionPaid('2026-11', 1, '2026-11-02', {
        components: [
          {
            code: 'CONTRIB_JKK',
            amountIdr: rupiah(5_000),
            law: expect.stringContaining('PP 50/2025') as never,
            article: expect.any(String) as never,
          },
          {
            code: 'CONTRIB_JKM',
            amountIdr: rupiah(3_400),
            law: expect.stringContaining('PP 50/2025') as never,
            article: expect.any(String) as never,
          },
        ],
        ruleSetVersion: expect.any(String) as never,
      }),
    ]);
  });

  it('is counted by what the worker was registered as', () => {
    const counted = { occupationGroup: 'PORTER', branch: 'J03' } as const;
    whenPaying({}, { history: [sitiRegistered(counted)] }).thenRecorded([
      expect.objectContaining({ data: expect.objectContaining(counted) }) as never,
    ]);
  });

  it('is refused for somebody who was erased', () => {
    const { data } = sitiRegistered();
    const erased = { type: 'ParticipantRegistered' as const, data: { ...data, person: ERASED } };
    whenPaying({}, { history: [erased] }).thenRejected('PERSONAL_DATA_ERASED');
  });

  it('knows no relief where the government pays', () => {
    const underItsAgreement = { payer: 'VILLAGE', sponsorId: VILLAGE, agreementId: AGREEMENT } as const;
    const sponsor = [villageRegistered, agreementSigned];
    whenPaying(underItsAgreement, { sponsor }).thenRecorded(amountOf(16_800));
    whenPaying({ payer: 'VILLAGE' }, { sponsor }).thenRejected('AGREEMENT_MISSING');
  });

  it('counts the relief month by month: it ends with 2026', () => {
    whenPaying({ months: 3 }).thenRecorded(amountOf(2 * 8_400 + 16_800));
  });

  it('goes on for a driver until March 2027', () => {
    const history = [sitiRegistered({ sector: 'TRANSPORT' })];
    whenPaying({ months: 3 }, { history }).thenRecorded(amountOf(3 * 8_400));
  });

  it('accepts the sum that is due, and refuses another one', () => {
    whenPaying({ amountIdr: rupiah(8_400) }).thenRecorded(amountOf(8_400));
    const { detail, details } = whenPaying({ amountIdr: rupiah(16_800) }).thenRejected('AMOUNT_DIFFERS');
    expect(detail).toContain('8,400');
    expect(details.facts).toEqual({ dueIdr: 8_400, receivedIdr: 16_800 });
  });

  it('refuses a payment for somebody who is not registered', () => {
    whenPaying({}, { history: [] }).thenRejected('PARTICIPANT_NOT_FOUND');
  });

  it('takes a payment of today, and refuses one after today', () => {
    whenPaying({ paidOn: localDate('2026-11-20') }).thenRecorded(amountOf(8_400));
    whenPaying({ paidOn: localDate('2026-11-21') }).thenRejected('PAID_IN_FUTURE');
  });

  it('refuses months before the registration, and payments before it', () => {
    whenPaying({ period: period('2026-10') }).thenRejected('BEFORE_REGISTRATION');
    whenPaying({ paidOn: localDate('2026-11-01') }).thenRejected('BEFORE_REGISTRATION');
  });

  it('refuses a month that is paid, alone or among others', () => {
    const paid = [contributionPaid('2026-11', 2, '2026-11-02')];
    expect(whenPaying({ months: 3 }, { paid }).thenRejected('PERIOD_ALREADY_PAID').detail).toBe(
      'Already paid: 2026-11, 2026-12',
    );
  });

  it('takes the oldest unpaid month only, so that no gap is left behind (Q-15)', () => {
    const history = [sitiRegistered({ effectiveOn: localDate('2026-08-03') })];
    const paid = [contributionPaid('2026-08', 1, '2026-08-04')];
    const { details } = whenPaying({}, { history, paid }).thenRejected('NOT_OLDEST_MONTH');
    expect(details.allowed).toEqual(['period 2026-09']);
    whenPaying({ period: period('2026-09'), months: 3 }, { history, paid }).thenRecorded(amountOf(3 * 8_400));
  });

  it('begins anew after membership has ended: older months are not charged', () => {
    const history = [sitiRegistered({ effectiveOn: localDate('2026-05-04') })];
    const paid = [contributionPaid('2026-05', 1, '2026-05-05')];
    const { details } = whenPaying({ period: period('2026-10') }, { history, paid }).thenRejected(
      'MEMBERSHIP_ENDED',
    );
    expect(details.allowed).toContain('period 2026-11 or later');
    whenPaying({}, { history, paid }).thenRecorded(amountOf(8_400));
  });

  describe('that settles arrears', () => {
    const history = [sitiRegistered({ effectiveOn: localDate('2025-01-06') }), sitiDied('2025-09-20')];
    const paid = [contributionPaid('2025-01', 6, '2025-01-07')];
    const settling = {
      settlesEventOn: localDate('2025-09-20'),
      period: period('2025-07'),
      paidOn: localDate('2026-11-20'),
    };

    it('is taken for the months that the event waits for, fourteen months later', () => {
      whenPaying({ ...settling, months: 3 }, { history, paid }).thenRecorded(amountOf(3 * 16_800));
      whenPaying({ ...settling, months: 1 }, { history, paid }).thenRecorded([
        expect.objectContaining({
          data: expect.objectContaining({ settlesEventOn: '2025-09-20', period: '2025-07' }),
        }) as never,
      ]);
      whenPaying({ ...settling, settlesEventOn: undefined }, { history, paid }).thenRejected(
        'ARREARS_TOO_OLD',
      );
    });

    it('says so where it was paid as any month is, while the membership of the dead lasts', () => {
      const died = [sitiRegistered({ effectiveOn: localDate('2026-01-05') }), sitiDied('2026-09-20')];
      const toJune = [contributionPaid('2026-01', 6, '2026-01-07')];
      const month = (text: string, months: number) => ({
        period: period(text),
        months,
        paidOn: localDate('2026-09-25'),
      });
      const said = (settledDeathOn: unknown) => [
        expect.objectContaining({ data: expect.objectContaining({ settledDeathOn }) }) as never,
      ];
      whenPaying(month('2026-07', 3), { history: died, paid: toJune }).thenRecorded(said('2026-09-20'));
      const unsaid = expect.not.objectContaining({ settledDeathOn: expect.anything() });
      whenPaying(month('2026-07', 2), { history: died, paid: toJune }).thenRecorded([
        expect.objectContaining({ data: unsaid }) as never,
      ]);
    });

    it('is refused for any other month, and once nothing is owed', () => {
      const { details } = whenPaying(
        { ...settling, period: period('2025-08') },
        { history, paid },
      ).thenRejected('NOT_THESE_ARREARS');
      expect(details.allowed).toEqual(['period 2025-07, months 3']);
      whenPaying({ ...settling, months: 6 }, { history, paid }).thenRejected('DECEASED');
      whenPaying({ ...settling, settlesEventOn: localDate('2025-06-20') }, { history, paid }).thenRejected(
        'NO_ARREARS_OF_EVENT',
      );
      const some = contributionPaid('2025-07', 2, '2026-11-19', { settlesEventOn: localDate('2025-09-20') });
      whenPaying({ ...settling, period: period('2025-09') }, { history, paid: [...paid, some] }).thenRecorded(
        amountOf(16_800),
      );
      const all = contributionPaid('2025-07', 3, '2026-11-19', { settlesEventOn: localDate('2025-09-20') });
      whenPaying(settling, { history, paid: [...paid, all] }).thenRejected('PERIOD_ALREADY_PAID');
    });
  });

  it('takes arrears of three months, and refuses older ones', () => {
    const history = [sitiRegistered({ effectiveOn: localDate('2026-01-05') })];
    whenPaying({ period: period('2026-08') }, { history }).thenRecorded(amountOf(8_400));
    const { details } = whenPaying({ period: period('2026-07') }, { history }).thenRejected(
      'ARREARS_TOO_OLD',
    );
    expect(details.allowed).toEqual(['period 2026-11']);
  });

  it('takes months that begin a year ahead, and refuses later ones: nobody means 2027-12', () => {
    whenPaying({ period: period('2027-11') }).thenRecorded(amountOf(16_800));
    const { details } = whenPaying({ period: period('2027-12') }).thenRejected('PERIOD_TOO_FAR_AHEAD');
    expect(details.allowed).toEqual(['period 2027-11 or earlier']);
  });

  it('refuses a number of months that cannot be bought', () => {
    whenPaying({ months: 4 }).thenRejected('MONTHS_NOT_OFFERED');
  });

  it('lets heirs settle arrears up to the month of death, and takes nothing for later months', () => {
    const history = [sitiRegistered(), sitiDied('2026-11-05')];
    whenPaying({ paidOn: localDate('2026-11-12') }, { history }).thenRecorded(amountOf(8_400));
    whenPaying({ paidOn: localDate('2026-11-12'), months: 2 }, { history }).thenRejected('DECEASED');
  });

  it.each(['2026-11-03', '2026-11-05'])(
    'takes what was paid ahead on %s, before a death that day',
    (paidOn) => {
      const history = [sitiRegistered(), sitiDied('2026-11-05')];
      whenPaying({ paidOn: localDate(paidOn), months: 2 }, { history }).thenRecorded(amountOf(16_800));
    },
  );
});

describe('Cover', () => {
  const on = (day: string, ...paid: ContributionEvent[]) =>
    coverageOn(localDate(day), fold(contributions, paid).paid, 'BPU');

  it('does not exist before the first payment', () => {
    expect(on('2026-11-02').status).toBe('NEVER');
    expect(on('2026-11-01', contributionPaid('2026-11', 1, '2026-11-02')).status).toBe('NEVER');
  });

  it('lasts for the paid months, each counted once', () => {
    const cover = on(
      '2026-12-14',
      contributionPaid('2026-10', 1, '2026-10-02'),
      contributionPaid('2026-11', 1, '2026-11-02'),
    );
    expect(cover).toMatchObject({ status: 'ACTIVE', totalPaidMonths: 2, paidThrough: '2026-11' });
  });
});
