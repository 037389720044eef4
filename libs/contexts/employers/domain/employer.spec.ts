import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { closeEmployer, confirmEntries, reopenEmployer } from './close-employer.js';
import { correctRiskClass, correctSize, recordIndustry } from './correct-employer.js';
import type { EmployerEvent } from './employer.events.js';
import {
  FACTORY,
  decreeRecorded,
  factoryClosed,
  factoryRegistered,
  riskClassCorrected,
  villageRegistered,
} from './employer.examples.js';
import { employers, known, lastDayOf, termsOf } from './employer.js';
import { nameAccount } from './name-account.js';
import { recordDecree } from './record-decree.js';
import { registerEmployer } from './register-employer.js';

/** Today is 20 November 2026. */
const context = testContext();
const CLERK = context.actor.id;
const given = decisionSpec(employers);
const after = (...events: EmployerEvent[]) => known(fold(employers, events));

const { effectiveOn: _start, ...FACTS } = factoryRegistered().data;
const input = { ...FACTS, segment: 'PU', startedOn: localDate('2026-01-02') } as const;

describe('registering an employer', () => {
  it('makes it known from its first day on', () => {
    given()
      .when((state) => registerEmployer(input, state, context))
      .thenRecorded([factoryRegistered()]);
  });

  it('is done once for each NPP', () => {
    given([factoryRegistered()])
      .when((state) => registerEmployer(input, state, context))
      .thenRejected('EMPLOYER_ALREADY_REGISTERED');
  });

  it.each(['BPU', 'JAKON', 'PMI'] as const)('is not for %s, and says so', (segment) => {
    given()
      .when((state) => registerEmployer({ ...input, segment }, state, context))
      .thenRejected('SEGMENT_NOT_OF_EMPLOYERS');
  });

  it.each([
    ['2026-11-21', 'EMPLOYER_STARTS_IN_FUTURE'],
    ['2015-06-30', 'EMPLOYER_STARTS_BEFORE_THE_LAW'],
  ])('does not start on %s: %s', (day, code) => {
    given()
      .when((state) => registerEmployer({ ...input, startedOn: localDate(day) }, state, context))
      .thenRejected(code);
  });
});

describe('a correction of an employer', () => {
  const entry = (from: string) => ({
    employerId: FACTORY,
    reference: 'BA/7/2026',
    from: localDate(from),
  });

  it('holds from a day on', () => {
    given([factoryRegistered()])
      .when((state) => correctRiskClass({ ...entry('2026-11-01'), riskClass: 4 }, state, context))
      .thenRecorded([riskClassCorrected('2026-11-01')]);
    const factory = after(factoryRegistered(), riskClassCorrected('2026-11-01'));
    expect(termsOf(factory, period('2026-10')).riskClass).toBe(3);
    expect(termsOf(factory, period('2026-11')).riskClass).toBe(4);
  });

  it('in the middle of a month holds from the next one', () => {
    const factory = after(factoryRegistered(), riskClassCorrected('2026-10-02'));
    expect(termsOf(factory, period('2026-10')).riskClass).toBe(3);
    expect(termsOf(factory, period('2026-11')).riskClass).toBe(4);
  });

  it('that comes late holds once a second person has confirmed it', () => {
    given([factoryRegistered()])
      .when((state) => correctRiskClass({ ...entry('2026-06-01'), riskClass: 4 }, state, context))
      .thenRecorded([riskClassCorrected('2026-06-01', CLERK)]);
    const late = [factoryRegistered(), riskClassCorrected('2026-06-01', CLERK)];
    expect(termsOf(after(...late), period('2026-11')).riskClass).toBe(3);
    given(late)
      .when((state) => confirmEntries({ employerId: FACTORY }, state, context))
      .thenRejected('ENTERED_BY_YOU');
    const confirmed = confirmEntries(
      { employerId: FACTORY },
      after(...late),
      testContext({ actor: { ...context.actor, id: 'another' } }),
    );
    expect(termsOf(after(...late, ...confirmed), period('2026-11')).riskClass).toBe(4);
  });

  it('of the industry gives a part of the relief from that day on, until there is none any more', () => {
    const recorded = (industry: 'FOOTWEAR' | 'NONE', from: string) =>
      recordIndustry({ ...entry(from), industry }, after(factoryRegistered()), context);
    const factory = after(
      factoryRegistered(),
      ...recorded('FOOTWEAR', '2026-10-21'),
      ...recorded('NONE', '2026-11-20'),
    );
    expect(termsOf(factory, period('2026-10'))).not.toHaveProperty('labourIntensive');
    expect(termsOf(factory, period('2026-11'))).toMatchObject({ labourIntensive: true });
    expect(termsOf(factory, period('2026-12'))).not.toHaveProperty('labourIntensive');
    const late = after(factoryRegistered(), ...recorded('FOOTWEAR', '2026-02-01'));
    expect(termsOf(late, period('2026-11'))).not.toHaveProperty('labourIntensive');
    const second = testContext({ actor: { ...context.actor, id: 'another' } });
    const confirmed = after(
      factoryRegistered(),
      ...recorded('FOOTWEAR', '2026-02-01'),
      ...confirmEntries({ employerId: FACTORY }, late, second),
    );
    expect(termsOf(confirmed, period('2026-11'))).toMatchObject({ labourIntensive: true });
  });

  it('of the size decides what is compulsory', () => {
    const [small] = correctSize(
      { ...entry('2026-11-01'), size: 'SMALL' },
      after(factoryRegistered()),
      context,
    );
    const factory = after(factoryRegistered(), small!);
    expect(termsOf(factory, period('2026-10')).programmes).toEqual(['JKK', 'JKM', 'JHT', 'JP']);
    expect(termsOf(factory, period('2026-11')).programmes).toEqual(['JKK', 'JKM', 'JHT']);
  });

  it.each([
    ['2026-11-21', 'TAKES_EFFECT_IN_FUTURE'],
    ['2026-01-01', 'BEFORE_EMPLOYER_STARTED'],
  ])('does not hold from %s: %s', (from, code) => {
    given([factoryRegistered()])
      .when((state) => correctSize({ ...entry(from), size: 'LARGE' }, state, context))
      .thenRejected(code);
  });

  it('needs no second person where nothing was late', () => {
    given([factoryRegistered()])
      .when((state) => confirmEntries({ employerId: FACTORY }, state, context))
      .thenRejected('NOTHING_BACK_DATED');
  });
});

describe('closing an employer', () => {
  const closing = { employerId: FACTORY, reference: 'AKTA/9/2026', reason: 'DISSOLVED' } as const;

  it('ends it with its last day', () => {
    given([factoryRegistered()])
      .when((state) => closeEmployer({ ...closing, from: localDate('2026-11-10') }, state, context))
      .thenRecorded([factoryClosed('2026-11-10')]);
    expect(lastDayOf(after(factoryRegistered(), factoryClosed('2026-11-10')))).toBe('2026-11-10');
    given([factoryRegistered(), factoryClosed('2026-11-10')])
      .when((state) => closeEmployer({ ...closing, from: localDate('2026-11-11') }, state, context))
      .thenRejected('EMPLOYER_CLOSED');
  });

  it('late does not end it before somebody else has confirmed', () => {
    expect(lastDayOf(after(factoryRegistered(), factoryClosed('2026-03-31', CLERK)))).toBeUndefined();
  });

  it('is taken back where it was a mistake', () => {
    const reopening = { employerId: FACTORY, reference: 'BA/8/2026' };
    const [reopened] = reopenEmployer(
      reopening,
      after(factoryRegistered(), factoryClosed('2026-11-10')),
      context,
    );
    const factory = after(factoryRegistered(), factoryClosed('2026-11-10'), reopened!);
    expect(lastDayOf(factory)).toBeUndefined();
    given([factoryRegistered()])
      .when((state) => reopenEmployer(reopening, state, context))
      .thenRejected('EMPLOYER_NOT_CLOSED');
  });
});

describe('the account of an employer', () => {
  const account = { bank: 'Bank Contoh', number: '0001234567', holder: 'PT Contoh Garmen' };
  const { employerId } = FACTS;
  const name = (changes: Partial<typeof account> = {}) => ({
    employerId,
    account: { ...account, ...changes },
    reference: 'BA/9/2026',
  });
  const named = (changes: Partial<typeof account> = {}): EmployerEvent => ({
    type: 'EmployerAccountNamed',
    data: { ...name(changes), effectiveOn: context.today },
  });

  it('is the one that was named last, and named once', () => {
    given([factoryRegistered()])
      .when((state) => nameAccount(name(), state, context))
      .thenRecorded([named()]);
    given([factoryRegistered(), named()])
      .when((state) => nameAccount(name(), state, context))
      .thenRecorded([]);
    given([factoryRegistered(), named()])
      .when((state) => nameAccount(name({ bank: 'Bank Lain' }), state, context))
      .thenRecorded([named({ bank: 'Bank Lain' })]);
    expect(after(factoryRegistered(), named(), named({ bank: 'Bank Lain' })).account?.bank).toBe('Bank Lain');
    given()
      .when((state) => nameAccount(name(), state, context))
      .thenRejected('EMPLOYER_NOT_FOUND');
  });
});

describe('a decree of a government body', () => {
  const { effectiveOn: _from, ...decree } = decreeRecorded().data;

  it('names workers for a time', () => {
    given([villageRegistered])
      .when((state) => recordDecree(decree, state, context))
      .thenRecorded([decreeRecorded()]);
    expect(after(villageRegistered, decreeRecorded()).decrees).toMatchObject([
      { validFrom: '2026-01-02', validUntil: '2026-12-31' },
    ]);
  });

  it('that comes more than a year late names nobody until a second person has confirmed it', () => {
    const late = { ...decree, validFrom: localDate('2025-11-19') };
    const village = factoryRegistered({
      ...villageRegistered.data,
      effectiveOn: localDate('2020-01-02'),
    });
    const recorded = recordDecree(late, after(village), context);
    expect(after(village, ...recorded).decrees).toMatchObject([{ backDatedBy: CLERK }]);
    const second = testContext({ actor: { ...context.actor, id: 'another' } });
    const confirmed = confirmEntries({ employerId: FACTORY }, after(village, ...recorded), second);
    expect(after(village, ...recorded, ...confirmed).decrees?.[0]).not.toHaveProperty('backDatedBy');
  });

  it('is not of a company', () => {
    given([factoryRegistered()])
      .when((state) => recordDecree(decree, state, context))
      .thenRejected('NO_GOVERNMENT_BODY');
  });

  it.each([
    ['the same number twice', {}, 'DECREE_ALREADY_RECORDED'],
    [
      'an end before its beginning',
      { reference: 'SK/4', validUntil: localDate('2026-01-01') },
      'DECREE_ENDS_BEFORE_IT_BEGINS',
    ],
    [
      'an end before the body was an employer',
      { reference: 'SK/4', validFrom: localDate('2025-01-01'), validUntil: localDate('2025-12-31') },
      'DECREE_BEFORE_EMPLOYER',
    ],
    ['a day after today', { reference: 'SK/4', decidedOn: localDate('2026-11-21') }, 'DECREE_IN_FUTURE'],
  ])('is refused with %s', (_what, changes, code) => {
    given([villageRegistered, decreeRecorded()])
      .when((state) => recordDecree({ ...decree, ...changes }, state, context))
      .thenRejected(code);
  });
});
