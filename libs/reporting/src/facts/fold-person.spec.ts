import { describe, expect, it } from '@jest/globals';
import { type LocalDate, addPeriods, localDate, period, rupiah } from '#kernel';
import { type PersonFacts, type SelfEmployedFacts, foldPerson } from './fold-person.js';

const WHO = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';
const VILLAGE = '7b3c8f1d-1e8b-4a6b-9b64-3a2a6e1b0c33';

const origin = { eventId: WHO, logPosition: '1', participantId: WHO };

const registration = {
  ...origin,
  segment: 'BPU',
  channel: 'VILLAGE',
  payer: 'VILLAGE',
  sponsorId: VILLAGE,
  district: '321605',
  sector: 'OTHER',
  occupationGroup: 'FARMER',
  branch: 'J03',
  sex: null,
  ageBand: null,
  registeredOn: localDate('2026-01-02'),
};

const payment = (from: string, months: number, paidOn: string, more: object = {}) => ({
  ...origin,
  segment: 'BPU',
  payer: 'VILLAGE',
  sponsorId: VILLAGE as string | null,
  period: period(from),
  months,
  amountIdr: rupiah(16_800 * months),
  paidOn: localDate(paidOn),
  paymentId: null,
  settlesArrears: false,
  ...more,
});

const unchanged: PersonFacts['corrections'][number] = {
  ...origin,
  district: null,
  sex: null,
  ageBand: null,
  correctedOn: localDate('2026-02-01'),
};

type Facts = Partial<PersonFacts & SelfEmployedFacts>;

/** What was told of somebody who has one id. */
const facts = ({ payments = [], reversals = [], ...more }: Facts): PersonFacts => ({
  participantId: WHO,
  personId: WHO,
  isMerged: false,
  registrations: [registration],
  corrections: [],
  deaths: [],
  employments: [],
  paidMonths: [],
  workplaces: new Map(),
  selfEmployed: [{ registrations: more.registrations ?? [registration], payments, reversals }],
  ...more,
});

const times = (more: Facts) =>
  foldPerson(facts(more)).memberships.map(({ fromOn, untilOn, payer, sponsorId }) => [
    fromOn,
    untilOn,
    payer,
    sponsorId === null ? 'alone' : 'sponsored',
  ]);

describe('Somebody who works for himself', () => {
  it('is no member before the first payment', () => {
    expect(times({})).toEqual([]);
  });

  it('is a member from the first payment until the fourth month in arrears begins', () => {
    expect(times({ payments: [payment('2026-01', 3, '2026-01-10')] })).toEqual([
      ['2026-01-10', '2026-07-01', 'VILLAGE', 'sponsored'],
    ]);
  });

  it('is counted under whoever paid for the month', () => {
    const alone = { payer: 'SELF', sponsorId: null };
    const payments = [payment('2026-01', 2, '2026-01-10'), payment('2026-03', 1, '2026-03-05', alone)];
    expect(times({ payments })).toEqual([
      ['2026-01-10', '2026-03-01', 'VILLAGE', 'sponsored'],
      ['2026-03-01', '2026-07-01', 'SELF', 'alone'],
    ]);
  });

  it('begins no membership by settling the arrears of an event', () => {
    const settled = payment('2026-04', 2, '2026-08-20', { settlesArrears: true });
    expect(times({ payments: [payment('2026-01', 3, '2026-01-10'), settled] })).toEqual([
      ['2026-01-10', '2026-09-01', 'VILLAGE', 'sponsored'],
    ]);
  });

  it('is no member by a payment that was taken back', () => {
    const one = payment('2026-01', 3, '2026-01-10');
    const reversal = { ...one, reversedOn: localDate('2026-01-20') };
    expect(times({ payments: [one], reversals: [reversal] })).toEqual([]);
  });

  it('is a member no more after the day of death, and again when that was taken back', () => {
    const payments = [payment('2026-01', 3, '2026-01-10')];
    const death = (diedOn: LocalDate | null) => ({ ...origin, diedOn });
    expect(times({ payments, deaths: [death(localDate('2026-02-14'))] })).toEqual([
      ['2026-01-10', '2026-02-15', 'VILLAGE', 'sponsored'],
    ]);
    expect(times({ payments, deaths: [death(localDate('2026-02-14')), death(null)] })).toHaveLength(1);
  });

  it('who paid under two ids has one membership, and no month twice', () => {
    const under = (...payments: SelfEmployedFacts['payments']) => ({
      registrations: [registration],
      payments,
      reversals: [],
    });
    const one = under(payment('2026-01', 2, '2026-01-10'));
    const other = under(payment('2026-02', 1, '2026-02-05'), payment('2026-03', 1, '2026-03-05'));
    expect(times({ selfEmployed: [one, other], isMerged: true })).toEqual([
      ['2026-01-10', '2026-07-01', 'VILLAGE', 'sponsored'],
    ]);
    expect(times({ selfEmployed: [], isMerged: true })).toEqual([]);
  });

  it('belongs to the district to which that was corrected', () => {
    const corrected = { ...unchanged, district: '321606' };
    const { person, memberships } = foldPerson(
      facts({ payments: [payment('2026-01', 1, '2026-01-10')], corrections: [corrected] }),
    );
    expect([person.district, memberships[0]?.district]).toEqual(['321606', '321606']);
  });

  it('is counted by the sex and the age that were corrected, each as it was told last', () => {
    const corrections = [
      { ...unchanged, sex: 'MALE', ageBand: '25_34' },
      { ...unchanged, ageBand: '35_44' },
    ];
    const { person, memberships } = foldPerson(
      facts({ payments: [payment('2026-01', 1, '2026-01-10')], corrections }),
    );
    const counted = { sex: 'MALE', ageBand: '35_44', district: '321605' };
    expect([person, memberships[0]]).toMatchObject([counted, counted]);
  });
});

const FACTORY = '8c4d9a2e-2f9c-4b7c-8c75-4b3b7f2c1d44';

type Step = PersonFacts['employments'][number];

const step = (kind: Step['step'], happenedOn: string, more: Partial<Step> = {}): Step => ({
  ...origin,
  membershipId: WHO,
  segment: 'PU',
  workplaceId: FACTORY,
  step: kind,
  happenedOn: localDate(happenedOn),
  termEndsOn: null,
  toBeConfirmed: false,
  ...more,
});

const late = { toBeConfirmed: true };

/** A month of the wage earner that was paid on the tenth of the next one. */
const paidMonth = (month: string) => ({
  membershipId: WHO,
  period: period(month),
  paidOn: localDate(`${addPeriods(period(month), 1)}-10`),
});

describe('A wage earner', () => {
  const at = (employments: readonly Step[], ...months: readonly string[]) =>
    foldPerson(facts({ registrations: [], employments, paidMonths: months.map(paidMonth) })).memberships.map(
      ({ fromOn, untilOn }) => [fromOn, untilOn],
    );

  it('who is left out of every report is a member until the fourth month is due', () => {
    expect(at([step('JOINED', '2025-01-20')])).toEqual([['2025-01-20', '2025-05-16']]);
  });

  it('is a member while the own months are paid, and up to three after them are not', () => {
    expect(at([step('JOINED', '2025-01-20')], '2025-01', '2025-02', '2025-08')).toEqual([
      ['2025-01-20', '2025-07-16'],
      ['2025-09-16', '2026-01-16'],
    ]);
  });

  it('is a member to the last day of work, or of the term where that is before it', () => {
    const joined = step('JOINED', '2025-01-20', { termEndsOn: localDate('2025-03-31') });
    expect(at([joined, step('LEFT', '2025-02-28')])).toEqual([['2025-01-20', '2025-03-01']]);
    expect(at([joined, step('LEFT', '2025-04-30')])).toEqual([['2025-01-20', '2025-04-01']]);
    const prolonged = step('PROLONGED', '2025-04-01', { termEndsOn: localDate('2025-12-31') });
    expect(at([joined, step('LEFT', '2025-02-28'), prolonged])).toEqual([['2025-01-20', '2025-03-01']]);
    expect(at([joined, step('LEFT', '2025-02-28'), step('LEAVE_UNDONE', '2025-03-03')])).toEqual([
      ['2025-01-20', '2025-04-01'],
    ]);
  });

  it('is none by a first day that waits for a second person, and leaves nothing else by leaving there', () => {
    const before = [step('JOINED', '2025-01-20'), step('LEFT', '2025-02-28')];
    const again = [step('JOINED', '2025-03-10', late), step('LEFT', '2025-04-30')];
    expect(at([...before, ...again])).toEqual([['2025-01-20', '2025-03-01']]);
    expect(at([...before, ...again, step('CONFIRMED', '2025-05-02')])).toEqual([
      ['2025-01-20', '2025-03-01'],
      ['2025-03-10', '2025-05-01'],
    ]);
  });

  it('who leaves, which waits for a second person, and comes back is a member once', () => {
    const steps = [
      step('JOINED', '2025-01-20'),
      step('LEFT', '2025-02-28', late),
      step('JOINED', '2025-03-10'),
    ];
    expect(at(steps)).toEqual([
      ['2025-01-20', '2025-03-10'],
      ['2025-03-10', '2025-07-16'],
    ]);
  });
});
