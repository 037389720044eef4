import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import { amendPlkkAgreement } from './amend-plkk-agreement.js';
import { checkPlkkQuality } from './check-plkk-quality.js';
import { endPlkkAgreement } from './end-plkk-agreement.js';
import {
  amended,
  ended,
  lifted,
  ofYear,
  putForwardBy,
  registered,
  signed,
  suspended,
} from './facility.examples.js';
import type { FacilityEvent } from './facility.events.js';
import { facilities } from './facility.js';
import { liftPlkkSuspension } from './lift-plkk-suspension.js';
import { plkkOn, requireDeskWork } from './plkk-facts.js';
import { signPlkkAgreement } from './sign-plkk-agreement.js';
import { suspendPlkkAgreement } from './suspend-plkk-agreement.js';

const given = decisionSpec(facilities);
/** On 20 November 2026, unless a spec says otherwise. */
const { today } = testContext();
const day = localDate;

const ids = { facilityId: 'facility-1', agreementId: 'agreement-1' };
const plkk = [registered(), signed()];

const on = (history: readonly FacilityEvent[], date: string) =>
  plkkOn(logOf({ 'facility-facility-1': history }), 'facility-1', day(date));

describe('what is agreed with a PLKK', () => {
  const tariff = [{ item: 'RAWAT-INAP-I', priceIdr: rupiah(450_000) }];
  const amend = (terms: object, from = '2026-07-01') => ({
    ...ids,
    reference: 'ADD/005/2026',
    from: day(from),
    terms,
  });

  it('is changed by an addendum from a day on, and stays as it was before', async () => {
    given(plkk)
      .when((state) => amendPlkkAgreement(amend({ tariff, takesPayments: false }), state, testContext()))
      .thenRecorded([
        putForwardBy(
          { kind: 'AMENDMENT', from: day('2026-07-01'), terms: { tariff, takesPayments: false } },
          { reference: 'ADD/005/2026' },
        ),
      ]);
    const history = [...plkk, amended('2026-07-01', { tariff, takesPayments: false })];
    expect((await on(history, '2026-06-30')).terms).toMatchObject({ tariff: [], takesPayments: true });
    expect((await on(history, '2026-07-01')).terms).toMatchObject({
      tariff,
      takesPayments: false,
      registersWorkers: true,
    });
  });

  it('follows the day of an addendum, whichever was recorded first', async () => {
    const history = [...plkk, amended('2026-09-01', { beds: 9 }), amended('2026-03-01', { beds: 3 })];
    expect((await on(history, '2026-03-01')).terms?.beds).toBe(3);
    expect((await on(history, '2026-09-01')).terms?.beds).toBe(9);
  });

  it.each([
    ['that changes nothing', amend({}), 'AMENDMENT_CHANGES_NOTHING'],
    ['of a day outside the agreement', amend({ beds: 1 }, '2027-01-01'), 'NOT_WITHIN_AGREEMENT'],
    ['with an item at two prices', amend({ tariff: [...tariff, ...tariff] }), 'TERMS_SAID_TWICE'],
    ['to no agreement', { ...amend({ beds: 1 }), agreementId: 'agreement-9' }, 'AGREEMENT_NOT_FOUND'],
  ])('takes no addendum %s', (_what, input, code) => {
    given(plkk)
      .when((state) => amendPlkkAgreement(input, state, testContext()))
      .thenRejected(code);
  });

  it('decides whether its desk registers workers and takes payments; another facility is not asked', async () => {
    const log = logOf({
      'facility-facility-1': [...plkk, amended('2026-07-01', { registersWorkers: false })],
    });
    const desk = { id: 'desk', roles: ['plkk'] as const, office: 'PLKK', facilityId: 'facility-1' };
    await expect(requireDeskWork(log, desk, 'registersWorkers', day('2026-06-30'))).resolves.toBeUndefined();
    await expect(requireDeskWork(log, desk, 'registersWorkers', today)).rejects.toMatchObject({
      refusal: { code: 'PLKK_REGISTERS_NOBODY' },
    });
    await expect(requireDeskWork(log, desk, 'takesPayments', day('2027-01-01'))).rejects.toMatchObject({
      refusal: { code: 'PLKK_TAKES_NO_PAYMENTS' },
    });
    const branch = { id: 'clerk', roles: ['registrar'] as const, office: 'JKT' };
    await expect(requireDeskWork(log, branch, 'registersWorkers', today)).resolves.toBeUndefined();
  });
});

describe('the quality of a PLKK', () => {
  const check = (changes = {}) => ({
    ...ids,
    reference: 'MUTU/12/2026',
    checkedOn: day('2026-11-02'),
    outcome: 'TO_IMPROVE' as const,
    nextCheckBy: day('2027-02-01'),
    ...changes,
  });

  it('is looked at, and again by a day', () => {
    given(plkk)
      .when((state) => checkPlkkQuality(check(), state, testContext()))
      .thenRecorded([
        {
          type: 'PlkkQualityChecked',
          data: {
            ...ids,
            reference: 'MUTU/12/2026',
            outcome: 'TO_IMPROVE',
            nextCheckBy: day('2027-02-01'),
            effectiveOn: day('2026-11-02'),
          },
        },
      ]);
  });

  it.each([
    ['ahead of today', { checkedOn: day('2026-11-21') }, 'CHECKED_IN_FUTURE'],
    ['never to be looked at again', { nextCheckBy: day('2028-01-01') }, 'NEXT_CHECK_OUT_OF_TIME'],
    ['before the agreement', { checkedOn: day('2025-12-31') }, 'NOT_WITHIN_AGREEMENT'],
  ])('is not recorded %s', (_what, changes, code) => {
    given(plkk)
      .when((state) => checkPlkkQuality(check(changes), state, testContext()))
      .thenRejected(code);
  });
});

describe('an agreement that is suspended', () => {
  const suspend = (changes = {}) => ({
    ...ids,
    reference: 'SK/31/2026',
    from: day('2026-12-01'),
    until: day('2026-12-20'),
    reason: 'QUALITY' as const,
    patients: 'TREATED_ON' as const,
    careUntil: day('2027-01-15'),
    ...changes,
  });
  const suspension = suspended('2026-12-01', '2026-12-20', '2027-01-15');

  it('makes no PLKK while it lasts, and does again after its last day', async () => {
    given(plkk)
      .when((state) => suspendPlkkAgreement(suspend(), state, testContext()))
      .thenRecorded([suspension]);
    const history = [...plkk, suspension];
    for (const [date, isPlkk] of [
      ['2026-11-30', true],
      ['2026-12-01', false],
      ['2026-12-20', false],
      ['2026-12-21', true],
    ] as const) {
      expect([date, (await on(history, date)).agreement !== undefined]).toEqual([date, isPlkk]);
    }
  });

  it('treats whoever is in care until the day that was decided', async () => {
    const moved = [...plkk, suspended('2026-12-01', '2026-12-20', '2026-12-15')];
    expect((await on(plkk, '2026-11-30')).careUntil).toBe('2027-03-31');
    expect((await on(moved, '2026-11-30')).careUntil).toBe('2026-12-15');
    expect((await on(moved, '2026-12-05')).careUntil).toBeUndefined();
  });

  it('is in force again from the day on which that is lifted', async () => {
    const lift = (from: string) => ({ ...ids, reference: 'SK/32/2026', from: day(from) });
    given([...plkk, suspension])
      .when((state) => liftPlkkSuspension(lift('2026-12-10'), state, testContext()))
      .thenRecorded([lifted('2026-12-10')]);
    const history = [...plkk, suspension, lifted('2026-12-10')];
    expect((await on(history, '2026-12-09')).agreement).toBeUndefined();
    expect((await on(history, '2026-12-10')).agreement).toBeDefined();
    given([...plkk, suspension])
      .when((state) => liftPlkkSuspension(lift('2026-12-21'), state, testContext()))
      .thenRejected('NOT_SUSPENDED');
    given(plkk)
      .when((state) => liftPlkkSuspension(lift('2026-11-01'), state, testContext()))
      .thenRejected('STOPS_IN_THE_PAST');
  });

  it('treats whoever is in care on where it was in force again by the day that was decided', async () => {
    const careUntil = async (until: string, ...later: FacilityEvent[]) =>
      (await on([...plkk, suspended('2026-12-01', '2026-12-20', until), ...later], '2026-11-30')).careUntil;
    expect(await careUntil('2026-12-09', lifted('2026-12-10'))).toBe('2027-03-31');
    expect(await careUntil('2026-12-20')).toBe('2027-03-31');
    // Those days nobody paid for: whoever was in care was to be gone by then.
    expect(await careUntil('2026-12-08', lifted('2026-12-10'))).toBe('2026-12-08');
    const again = suspended('2026-12-12', '2026-12-28', '2026-12-14');
    expect(await careUntil('2026-12-15', lifted('2026-12-10'), again)).toBe('2026-12-14');
  });

  it('is suspended later all the same, where an earlier suspension is lifted', async () => {
    const history = [plkk, suspension, suspended('2026-12-24', '2026-12-28', '2026-12-31')].flat();
    const isPlkk = async (liftedFrom: string, date: string) =>
      (await on([...history, lifted(liftedFrom)], date)).agreement !== undefined;
    expect([await isPlkk('2026-12-10', '2026-12-10'), await isPlkk('2026-12-10', '2026-12-24')]).toEqual([
      true,
      false,
    ]);
    // Before the first one begins that is taken back; between the two, the second.
    expect([await isPlkk('2026-11-25', '2026-12-01'), await isPlkk('2026-11-25', '2026-12-24')]).toEqual([
      true,
      false,
    ]);
    expect([await isPlkk('2026-12-22', '2026-12-05'), await isPlkk('2026-12-22', '2026-12-24')]).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['from a day that is past', suspend({ from: day('2026-11-19') }), 'STOPS_IN_THE_PAST'],
    ['for longer than half a year', suspend({ until: day('2027-06-01') }), 'SUSPENDED_TOO_LONG'],
    ['that ends before it begins', suspend({ until: day('2026-11-30') }), 'SUSPENDED_TOO_LONG'],
    ['with patients left for months', suspend({ careUntil: day('2027-03-02') }), 'CARE_UNTIL_OUT_OF_TIME'],
  ])('is not suspended %s', (_what, input, code) => {
    given(plkk)
      .when((state) => suspendPlkkAgreement(input, state, testContext()))
      .thenRejected(code);
  });

  it('is suspended once at a time', () => {
    given([...plkk, suspension])
      .when((state) => suspendPlkkAgreement(suspend({ from: day('2026-12-20') }), state, testContext()))
      .thenRejected('ALREADY_SUSPENDED');
  });
});

describe('an agreement that ends before its time', () => {
  const end = (changes = {}) => ({
    ...ids,
    reference: 'SK/40/2026',
    lastDay: day('2026-11-30'),
    reason: 'BREACH_OF_AGREEMENT' as const,
    patients: 'MOVED' as const,
    careUntil: day('2026-12-10'),
    ...changes,
  });
  const ending = ended('2026-11-30', '2026-12-10');

  it('is in force on its last day, and moves patients by the day that was decided', async () => {
    given(plkk)
      .when((state) => endPlkkAgreement(end(), state, testContext()))
      .thenRecorded([ending]);
    const history = [...plkk, ending];
    expect(await on(history, '2026-11-30')).toMatchObject({ careUntil: '2026-12-10' });
    expect((await on(history, '2026-12-01')).agreement).toBeUndefined();
  });

  it('leaves its days to another agreement, and takes no addendum, suspension or second end', () => {
    const history = [...plkk, ending];
    given(history)
      .when((state) =>
        signPlkkAgreement(
          {
            facilityId: 'facility-1',
            agreementId: 'agreement-2',
            reference: 'PKS/022/2026',
            validFrom: day('2026-12-01'),
            validUntil: day('2027-11-30'),
          },
          state,
          testContext(),
        ),
      )
      .thenRecorded([
        putForwardBy(ofYear(['2026-12-01', '2027-11-30']), {
          agreementId: 'agreement-2',
          reference: 'PKS/022/2026',
        }),
      ]);
    given(history)
      .when((state) => endPlkkAgreement(end(), state, testContext()))
      .thenRejected('AGREEMENT_ENDED');
  });

  it.each([
    ['on a day that is past', end({ lastDay: day('2026-11-19') }), 'STOPS_IN_THE_PAST'],
    ['after it is over', end({ lastDay: day('2027-01-01') }), 'NOT_WITHIN_AGREEMENT'],
    ['with patients sent away before', end({ careUntil: day('2026-11-29') }), 'CARE_UNTIL_OUT_OF_TIME'],
  ])('does not end %s', (_what, input, code) => {
    given(plkk)
      .when((state) => endPlkkAgreement(input, state, testContext()))
      .thenRejected(code);
  });
});
