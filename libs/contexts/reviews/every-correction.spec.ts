import { describe, expect, it } from '@jest/globals';
import { deathFacts } from '#contexts/deaths/facts';
import { childBirthDate, participantFacts } from '#contexts/participants/facts';
import { participantsContracts } from '#contexts/participants/published';
import { duplicateReadModel } from '#contexts/participants/read-models/duplicate/duplicate.read-model';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import {
  type Caused,
  type DomainEvent,
  type Reading,
  fold,
  instant,
  localDate,
  period,
  rupiah,
} from '#kernel';
import { on, publishedFrom, readModelSpec } from '#testing';
import { contextBy, logOf, testContext } from '#testing/decisions';
import { correctParticipant } from '../participants/domain/correct-participant.js';
import { correctables } from '../participants/domain/correctable.js';
import { CORRECTION_SUBJECTS, type CorrectionSubject } from '../participants/domain/correction.events.js';
import {
  CHILD,
  CORRECTION,
  HEIR,
  REGISTRAR,
  RIGHT_NIK_ID,
  SECOND_CHILD,
  SUPERVISOR,
  childAsked,
  childCorrected,
  childrenReordered,
  contributionReversed,
  deathAsked,
  deathDayCorrected,
  deathRevocationAsked,
  deathRevoked,
  heirAsked,
  heirCorrected,
  incomeBandChanged,
  nikAsked,
  nikAssigned,
  nikCorrected,
  nikDifferenceConfirmed,
  orderAsked,
  reversalAsked,
} from '../participants/domain/correction.examples.js';
import { confirmCorrection } from '../participants/domain/decide-correction.js';
import {
  TWIN,
  mergedInto,
  mergerAsked,
  splitAsked,
  splitOff,
  tookOver,
  twinRegistered,
} from '../participants/domain/merger.examples.js';
import {
  SITI,
  childRegistered,
  contributionPaid,
  heirRegistered,
  sitiDied,
  sitiRegistered,
} from '../participants/domain/participant.examples.js';
import { reportWage } from '../dues/domain/report-wage.js';
import { wageBasisOn } from '../dues/domain/wage-basis.js';
import { wageYears } from '../dues/domain/wage-years.js';
import type { WagesEvent } from '../dues/domain/wages.events.js';
import { wagesByDay } from '../dues/domain/wages.js';
import { membershipIdOf } from '../participants/domain/membership.js';
import { type NoteEmployerFactInput, noteEmployerFact } from './domain/note-employer-fact.js';
import { type OpenReviewsInput, openReviews } from './domain/open-reviews.js';
import { reliances } from './domain/reliance.js';
import { CAUSE, listed } from './domain/review.examples.js';
import type { BenefitRestsOnEmployer, LateFact } from './domain/review.events.js';
import { reviews } from './domain/review.js';
import { employerFacts } from './processes/employer-facts.js';
import { lateFacts } from './processes/late-facts.js';

type Streams = Readonly<Record<string, readonly DomainEvent[]>>;

/** Streams with more events behind those that they hold. */
const after = (before: Streams, more: Streams): Streams =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(more)])].map((stream) => [
      stream,
      [...(before[stream] ?? []), ...(more[stream] ?? [])],
    ]),
  );

/** One kind of correction: what stood there, what corrects it, and what is told of it everywhere since. */
interface Kind {
  readonly given: Streams;
  readonly when: Streams;
  /** The entry in the history of the participant. */
  readonly history: object;
  /** What the query shows since, by table: rows of which each says at least this. */
  readonly shown: Readonly<Record<string, readonly object[]>>;
  /** What a claim is decided on since; absent where no claim asks for it. */
  readonly claim?: readonly [fact: (read: Reading) => Promise<unknown>, since: unknown];
  /** What the world is told, by contract; nothing where the values stay inside. */
  readonly published?: Readonly<Record<string, object>>;
  /** The fact that reviews are opened for; absent where nothing calculated can rest on it. */
  readonly review?: LateFact;
}

const PERSON = `participant-${SITI}`;
const MONEY = `contribution-${SITI}`;
const registered = { [PERSON]: [sitiRegistered()] };
const FAMILY = { [PERSON]: [sitiRegistered(), childRegistered(CHILD), heirRegistered(HEIR)] };
const TWO_CHILDREN = after(FAMILY, { [PERSON]: [childRegistered(SECOND_CHILD)] });
const DEAD = { [PERSON]: [sitiRegistered(), sitiDied('2026-11-10')] };
const PAID = { ...registered, [MONEY]: [contributionPaid('2026-11', 1, '2026-11-02')] };
const TWINS = { ...registered, [`participant-${TWIN}`]: [twinRegistered()] };
const MERGED = after(TWINS, { [PERSON]: [tookOver], [`participant-${TWIN}`]: [mergerAsked, mergedInto] });
const by = { requesterId: REGISTRAR, deciderId: SUPERVISOR };
const NOVEMBER = localDate('2026-11-15');

/** Of the papers of a person, corrected as a registrar asks and, where needed, a supervisor confirms. */
function detail(
  subject: CorrectionSubject,
  before: object,
  now: object,
  { confirmed = false, review }: { readonly confirmed?: boolean; readonly review?: LateFact } = {},
): Kind {
  const { district, ...person } = now as { district?: string };
  const kind = subject === 'BIRTH_DATE' ? ('BIRTH_CERTIFICATE' as const) : ('E_KTP' as const);
  const evidence = { kind, number: 'P-1' };
  const input = { participantId: SITI, correctionId: CORRECTION, district, person, evidence };
  const state = fold(correctables, [sitiRegistered({ person: SITI_WITH_PHONE })]);
  const asked = correctParticipant(input, state, contextBy(REGISTRAR, 'registrar'));
  const made = confirmed
    ? confirmCorrection(
        { participantId: SITI, correctionId: CORRECTION },
        fold(correctables, [sitiRegistered({ person: SITI_WITH_PHONE }), ...asked]),
        contextBy(SUPERVISOR, 'supervisor'),
      )
    : [];
  return {
    given: { [PERSON]: [sitiRegistered({ person: SITI_WITH_PHONE })] },
    when: { [PERSON]: [...asked, ...made] },
    history: {
      subjects: [subject],
      status: 'MADE',
      before,
      now,
      requesterId: REGISTRAR,
      deciderId: confirmed ? SUPERVISOR : null,
      evidenceNumber: 'P-1',
    },
    shown: { participants: [now] },
    published: {
      'lindung.participants.participant-corrected.v1': {
        participantId: SITI,
        subjects: [{ subject }],
        ...(district && { district }),
      },
    },
    review,
  };
}

const { person: SITIS_PAPERS } = sitiRegistered().data;
const SITI_WITH_PHONE = { ...SITIS_PAPERS, phone: '081000000001' } as typeof SITIS_PAPERS;
const factsOf = (read: Reading) => participantFacts(read, SITI);

const KINDS: Readonly<Record<Exclude<CorrectionSubject, 'DEATH'>, Kind>> & Readonly<Record<string, Kind>> = {
  NAME: detail('NAME', { name: 'Siti Rahmawati' }, { name: 'Siti Rohmawati' }),
  BIRTH_DATE: detail(
    'BIRTH_DATE',
    { birthDate: '1990-05-12' },
    { birthDate: localDate('1990-06-12') },
    {
      confirmed: true,
      review: 'BIRTH_DATE',
    },
  ),
  SEX: detail('SEX', { sex: 'FEMALE' }, { sex: 'MALE' }, { confirmed: true }),
  PHONE: detail('PHONE', { phone: '081000000001' }, { phone: '081000000002' }),
  OCCUPATION: detail(
    'OCCUPATION',
    { occupation: 'kuli panggul' },
    { occupation: 'pedagang' },
    {
      review: 'OCCUPATION',
    },
  ),
  WORKPLACE: detail(
    'WORKPLACE',
    { workplace: 'Pasar Cikarang' },
    { workplace: 'Pasar Baru' },
    {
      review: 'WORKPLACE',
    },
  ),
  DISTRICT: detail('DISTRICT', { district: '321605' }, { district: '321606' }),
  NIK: {
    given: registered,
    when: { [PERSON]: [nikAsked, nikCorrected], [`participant-${RIGHT_NIK_ID}`]: [nikAssigned] },
    history: {
      ...by,
      subjects: ['NIK'],
      before: { nikMasked: '0000**********01' },
      now: { nikMasked: '0000**********10' },
    },
    shown: { participants: [{ nikMasked: '0000**********10', nikId: RIGHT_NIK_ID }] },
    claim: [async (read) => (await factsOf(read)).participantId, SITI],
    published: { 'lindung.participants.nik-corrected.v1': { participantId: SITI } },
    review: 'NIK',
  },
  NIK_DIFFERENCE: {
    given: { [PERSON]: [sitiRegistered({ warnings: ['NIK_BIRTH_DATE_DIFFERS'] })] },
    when: {
      [PERSON]: [
        { ...nikAsked, data: { ...nikAsked.data, subjects: ['NIK_DIFFERENCE'] } },
        nikDifferenceConfirmed,
      ],
    },
    history: { ...by, subjects: ['NIK_DIFFERENCE'], status: 'MADE' },
    shown: { participants: [{ warnings: [] }] },
  },
  INCOME_BAND: {
    given: registered,
    when: { [PERSON]: [incomeBandChanged] },
    history: { subjects: ['INCOME_BAND'], before: { incomeBaseIdr: 1_000_000 }, requesterId: REGISTRAR },
    shown: { participants: [{ bands: [{ from: '2027-01', incomeBaseIdr: 2_000_000 }] }] },
    claim: [async (read) => (await factsOf(read)).incomeBaseIn(period('2027-01')), 2_000_000],
    published: { 'lindung.participants.band-changed.v1': { subject: 'INCOME_BAND', from: '2027-01' } },
  },
  CONTRIBUTION: {
    given: PAID,
    when: { [MONEY]: [reversalAsked, contributionReversed] },
    history: { ...by, subjects: ['CONTRIBUTION'], before: { period: '2026-11', amountIdr: 8_400 } },
    shown: {
      participants: [{ paidMonths: 0, contributedIdr: 0 }],
      reversals: [{ receipt: 'R-1', reason: 'BOUNCED' }],
    },
    claim: [async (read) => (await factsOf(read)).coverageOn(NOVEMBER).status, 'NEVER'],
    published: { 'lindung.participants.contribution-reversed.v1': { amountIdr: 8_400, reason: 'BOUNCED' } },
    review: 'CONTRIBUTION',
  },
  CHILD: {
    given: FAMILY,
    when: { [PERSON]: [childAsked, childCorrected] },
    history: {
      ...by,
      subjects: ['CHILD'],
      childId: CHILD,
      before: { birthDate: '2009-03-01' },
      now: { birthDate: '2010-03-01' },
    },
    shown: { children: [{ childId: CHILD, birthDate: '2010-03-01' }] },
    claim: [(read) => childBirthDate(read, SITI, CHILD), '2010-03-01'],
    review: 'CHILD',
  },
  CHILD_ORDER: {
    given: TWO_CHILDREN,
    when: { [PERSON]: [orderAsked, childrenReordered] },
    history: {
      ...by,
      subjects: ['CHILD_ORDER'],
      before: { childIds: [CHILD, SECOND_CHILD] },
      now: { childIds: [SECOND_CHILD, CHILD] },
    },
    shown: {
      children: [
        { childId: CHILD, place: 2 },
        { childId: SECOND_CHILD, place: 1 },
      ],
    },
    claim: [
      async (read) => (await factsOf(read)).children.map(({ childId }) => childId),
      [SECOND_CHILD, CHILD],
    ],
    review: 'CHILD_ORDER',
  },
  HEIR: {
    given: FAMILY,
    when: { [PERSON]: [heirAsked, heirCorrected] },
    history: {
      ...by,
      subjects: ['HEIR'],
      heirId: HEIR,
      before: { name: 'Budi', relation: 'WIDOWER' },
      now: { name: 'Budiman', relation: 'SIBLING' },
    },
    shown: { heirs: [{ heirId: HEIR, name: 'Budiman', relation: 'SIBLING' }] },
    review: 'HEIR',
  },
  'DEATH, of the wrong person': {
    given: DEAD,
    when: { [PERSON]: [deathRevocationAsked, deathRevoked] },
    history: { ...by, subjects: ['DEATH'], removes: true, before: { diedOn: '2026-11-10' } },
    shown: { participants: [{ diedOn: null }] },
    claim: [(read) => deathFacts(read, SITI), {}],
    published: { 'lindung.participants.death-revoked.v1': { participantId: SITI, diedOn: '2026-11-10' } },
    review: 'DEATH',
  },
  'DEATH, on the wrong day': {
    given: DEAD,
    when: { [PERSON]: [deathAsked, deathDayCorrected] },
    history: {
      ...by,
      subjects: ['DEATH'],
      removes: false,
      before: { diedOn: '2026-11-10' },
      now: { diedOn: '2026-11-08' },
    },
    shown: { participants: [{ diedOn: '2026-11-08' }] },
    claim: [(read) => deathFacts(read, SITI), { diedOn: '2026-11-08' }],
    published: {
      'lindung.participants.death-day-corrected.v1': { diedOn: '2026-11-08', formerDiedOn: '2026-11-10' },
    },
    review: 'DEATH',
  },
  MERGER: {
    given: TWINS,
    when: { [PERSON]: [tookOver], [`participant-${TWIN}`]: [mergerAsked, mergedInto] },
    history: { ...by, subjects: ['MERGER'], participantId: TWIN, now: { survivorId: SITI } },
    shown: { participants: [{ mergedInto: null }, { mergedInto: SITI }] },
    claim: [async (read) => (await factsOf(read)).ids, [SITI, TWIN]],
    published: { 'lindung.participants.participant-merged.v1': { participantId: TWIN, survivorId: SITI } },
    review: 'MERGER',
  },
  SPLIT: {
    given: MERGED,
    when: { [`participant-${TWIN}`]: [splitAsked, splitOff] },
    history: { ...by, subjects: ['SPLIT'], participantId: TWIN },
    shown: { participants: [{ mergedInto: null }, { mergedInto: null }] },
    claim: [async (read) => (await factsOf(read)).ids, [SITI]],
    published: { 'lindung.participants.participant-split-off.v1': { participantId: TWIN, survivorId: SITI } },
    review: 'SPLIT',
  },
};

const folded = readModelSpec(participantReadModel);

/** What the read model of participants makes of streams. */
const foldedFrom = (...told: readonly Streams[]) =>
  told.reduce((so, streams) => {
    const streamed = Object.entries(streams).map(([stream, events]) => on(stream, ...events));
    return so.and(...streamed);
  }, folded());

/** What the process opens reviews for when something was calculated for Siti before. */
function reviewsOpened(events: readonly DomainEvent[]): readonly (readonly LateFact[])[] {
  const reacting = lateFacts.on as Readonly<
    Record<
      string,
      ((event: Caused<DomainEvent>) => readonly { command: string; input: object }[]) | undefined
    >
  >;
  const recordedAt = instant('2026-11-20T02:00:00Z');
  return events
    .flatMap((event) => reacting[event.type]?.({ ...event, id: CAUSE, recordedAt, revision: 1n }) ?? [])
    .filter(({ command }) => command === 'OpenReviews')
    .map(({ input }) => input as Parameters<typeof openReviews>[0])
    .filter(({ participantId }) => participantId === SITI)
    .flatMap((input) => openReviews(input, fold(reviews, [listed]), testContext()))
    .map(({ data: { facts } }) => facts);
}

describe.each(Object.entries(KINDS))('A correction of %s', (_kind, kind) => {
  const whole = after(kind.given, kind.when);
  const events = Object.values(kind.when).flat();

  it('keeps what stood there in the history, with who asked and who confirmed', () => {
    const rows = [...foldedFrom(kind.given, kind.when).rows.corrections.values()];
    expect(rows.at(-1)).toMatchObject(kind.history);
  });

  it('shows what is right everywhere else, and showed something else before', () => {
    const thenShown = (told: ReturnType<typeof foldedFrom>) => {
      const tables = told.rows as Record<string, Map<string, object>>;
      for (const [name, rows] of Object.entries(kind.shown)) {
        expect([...tables[name]!.values()]).toMatchObject(rows);
      }
    };
    thenShown(foldedFrom(kind.given, kind.when));
    expect(() => thenShown(foldedFrom(kind.given))).toThrow('toMatchObject');
  });

  const { claim } = kind;
  if (claim) {
    it('is what claims are decided on since', async () => {
      const [fact, since] = claim;
      expect(await fact(logOf(whole))).toEqual(since);
    });
  }

  it('is told to others, as far as they may know', () => {
    const published = events.flatMap((event) => publishedFrom(participantsContracts, event));
    expect(Object.fromEntries(published.map(({ type, data }) => [type, data]))).toMatchObject(
      kind.published ?? {},
    );
    expect(published.map(({ type }) => type)).toEqual(Object.keys(kind.published ?? {}));
  });

  it('has looked at again what was calculated before', () => {
    expect(reviewsOpened(events)).toEqual(kind.review ? [[kind.review]] : []);
  });
});

describe('A correction of WAGE', () => {
  const FACTORY = '7c1d2e3f-0a4b-5c6d-8e7f-901234567801';
  const membershipId = membershipIdOf(SITI, FACTORY);
  const SEPTEMBER = period('2026-09');
  const inTime = testContext({ today: localDate('2026-10-10') });
  const reportedAs = (reportId: string, wageIdr: number, before: readonly WagesEvent[]) =>
    reportWage(
      {
        reportId,
        membershipId,
        participantId: SITI,
        employerId: FACTORY,
        period: SEPTEMBER,
        riskClass: 3,
        programmes: ['JKK', 'JKM'],
        wageIdr: rupiah(wageIdr),
        backPayIdr: rupiah(0),
      },
      fold(wageYears, before),
      inTime,
      { worked: true },
    );
  const first = reportedAs('report-1', 5_200_000, []);
  const both = [...first, ...reportedAs('report-2', 6_000_000, first)];
  const shownOf = (events: readonly WagesEvent[]) => [
    ...folded(on(`wages-${membershipId}`, ...events)).rows.wageMonths.values(),
  ];

  it('keeps what stood there, by which report', () => {
    expect(fold(wagesByDay, both).months[SEPTEMBER]).toMatchObject([
      { reportId: 'report-1', wageIdr: 5_200_000 },
      { reportId: 'report-2', wageIdr: 6_000_000 },
    ]);
    expect(shownOf(both)).toMatchObject([{ reportIds: ['report-1', 'report-2'] }]);
  });

  it('shows what is right everywhere else, and showed something else before', () => {
    expect(shownOf(first)).toMatchObject([{ period: SEPTEMBER, wageIdr: 5_200_000 }]);
    expect(shownOf(both)).toMatchObject([{ period: SEPTEMBER, wageIdr: 6_000_000 }]);
  });

  it('is what claims are decided on since', () => {
    const basis = (events: readonly WagesEvent[]) =>
      wageBasisOn(localDate('2026-10-20'), fold(wagesByDay, events), undefined).reportedWageIdr;
    expect([basis(first), basis(both)]).toEqual([5_200_000, 6_000_000]);
  });

  it('has looked at again what was calculated before', () => {
    const completed = {
      type: 'WageReportCompleted',
      id: CAUSE,
      recordedAt: instant('2026-10-25T02:00:00Z'),
      data: { employerId: FACTORY, period: SEPTEMBER, taken: 1 },
    };
    const [noting] = employerFacts.on.WageReportCompleted?.(completed as never) ?? [];
    const rests: BenefitRestsOnEmployer = {
      type: 'BenefitRestsOnEmployer',
      data: {
        employerId: FACTORY,
        participantId: SITI,
        benefit: listed.data.benefit,
        eventOn: localDate('2026-10-20'),
        restsOnWage: true,
        wagePeriod: SEPTEMBER,
        effectiveOn: localDate('2026-10-24'),
      },
    };
    const noted = noteEmployerFact(noting?.input as NoteEmployerFactInput, fold(reliances, [rests]), inTime);
    const [opening] = noted.flatMap(
      (event) =>
        employerFacts.on.EmployerFactCameLate?.({ ...event, id: CAUSE, recordedAt: completed.recordedAt }) ??
        [],
    );
    const opened = openReviews(opening?.input as OpenReviewsInput, fold(reviews, [listed]), inTime);
    expect(opened.map(({ data }) => data.facts)).toEqual([['WAGE']]);
  });
});

describe('A death of the wrong person', () => {
  it('leaves its certificate to whoever died: the two have nothing in common', () => {
    const { data } = sitiDied('2026-11-10');
    const twinDied = { ...sitiDied('2026-11-10'), data: { ...data, participantId: TWIN } };
    readModelSpec(duplicateReadModel)(on(PERSON, sitiRegistered(), sitiDied('2026-11-10'), deathRevoked))
      .and(on(`participant-${TWIN}`, twinRegistered(), twinDied))
      .thenRows('people', [{ certificate: null }, { certificate: 'SKM1' }]);
  });
});

describe('Every kind of correction', () => {
  it('stands in the table above', () => {
    const shown = new Set(
      Object.values(KINDS).flatMap(({ history }) => (history as { subjects: string[] }).subjects),
    );
    expect([...CORRECTION_SUBJECTS].filter((subject) => !shown.has(subject))).toEqual([]);
  });
});
