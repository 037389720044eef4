import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { findings } from '../processes/findings.js';
import type { Decision } from './draw.js';
import { followUpSample } from './follow-up-sample.js';
import { type ReviewSampleInput, reviewSample, sampleDecision } from './review-sample.js';
import { sampleSteps } from './sample-steps.js';
import type { FollowUp, SampleEvent } from './sample.events.js';
import { samples } from './sample.js';
import { drawnFrom, endSampling, recordDraw, recordSeed, samplings, unfinishedBefore } from './sampling.js';

const given = decisionSpec(samples);
const sampleId = '33333333-0000-5000-8000-000000000001';
const month = period('2026-10');

const DECISION: Decision = {
  decisionId: '00000000-0000-4000-8000-000000000001',
  claimId: '11111111-0000-4000-8000-000000000001',
  participantId: '22222222-0000-4000-8000-000000000000',
  kind: 'APPROVAL',
  amountIdr: rupiah(42_000_000),
  isAgainstEngine: false,
  office: 'BEKASI',
  deciderId: 'cahya',
  handIds: ['ani'],
  decidedOn: localDate('2026-10-20'),
};
const drawn = sampleDecision(
  { sampleId, month, decision: DECISION, stratum: 'APPROVAL_TO_100M', reviewerOffice: 'KARAWANG' },
  samples.initial,
  testContext({ today: localDate('2026-11-01') }),
);

const by = (id: string, office = 'KARAWANG') =>
  testContext({ actor: { ...TEST_ACTOR, id, roles: ['supervisor'], office, authority: 2 } });
const review =
  (changes: Partial<ReviewSampleInput> = {}, context = by('hadi'), interestedIds: readonly string[] = []) =>
  (state: Parameters<typeof reviewSample>[1]) =>
    reviewSample({ sampleId, result: 'CORRECT', reference: 'UP/1', ...changes }, state, context, {
      interestedIds,
    });

describe('A decision that was drawn', () => {
  it('waits for a supervisor of the next branch, for thirty days, and for nobody who had a hand in it', () => {
    expect(fold(sampleSteps, drawn)).toMatchObject({
      office: 'KARAWANG',
      expected: {
        step: 'REVIEW_DECISION',
        turn: 'SUPERVISOR',
        dueDays: ['2026-12-01'],
        notBy: ['cahya', 'ani'],
        notAt: 'BEKASI',
      },
    });
  });

  it('is drawn once', () => {
    given(drawn)
      .when((state) =>
        sampleDecision({ sampleId, month, decision: DECISION, stratum: 'DENIAL' }, state, testContext()),
      )
      .thenNothing();
  });

  it('is reviewed once, and then waits for nobody', () => {
    const reviewed = review()(fold(samples, drawn));
    expect(reviewed).toMatchObject([
      { type: 'SampleReviewed', data: { result: 'CORRECT', reviewerId: 'hadi' } },
    ]);
    expect(fold(sampleSteps, [...drawn, ...reviewed]).expected).toBeUndefined();
    given([...drawn, ...reviewed])
      .when(review())
      .thenRejected('SAMPLE_REVIEWED');
    given([]).when(review()).thenRejected('SAMPLE_NOT_FOUND');
  });

  it.each([
    ['the branch that decided', by('eka', 'BEKASI'), [], 'REVIEWED_BY_ITS_BRANCH'],
    ['whoever decided', by('cahya'), [], 'REVIEWER_HAD_A_HAND'],
    ['whoever calculated it', by('ani'), [], 'REVIEWER_HAD_A_HAND'],
    ['whoever has an interest in the claim', by('hadi'), ['hadi'], 'REVIEWER_HAD_A_HAND'],
  ])('is not reviewed by %s', (_who, context, interestedIds, code) => {
    given(drawn)
      .when(review({}, context, interestedIds))
      .thenRejected(code);
  });

  it('says by how much money is wrong, and only of money', () => {
    const deviation = { side: 'TOO_LITTLE', amountIdr: rupiah(500_000) } as const;
    expect(review({ result: 'MONEY', ...deviation })(fold(samples, drawn))).toMatchObject([
      { data: { result: 'MONEY', deviation } },
    ]);
    given(drawn)
      .when(review({ result: 'MONEY' }))
      .thenRejected('DEVIATION_OF_MONEY');
    given(drawn)
      .when(review({ result: 'FORMAL', ...deviation }))
      .thenRejected('DEVIATION_OF_MONEY');
  });

  it.each([
    ['CORRECT', 0],
    ['FORMAL', 0],
    ['MONEY', 1],
    ['WRONG_PERSON', 1],
  ] as const)('that is %s opens the claim again %s times', (result, times) => {
    const deviation = result === 'MONEY' ? ({ side: 'TOO_MUCH', amountIdr: rupiah(1) } as const) : {};
    const events = review({ result, ...deviation })(fold(samples, drawn));
    const caused = {
      ...(events[0] as Extract<SampleEvent, { type: 'SampleReviewed' }>),
      id: 'e',
      recordedAt: testContext().issuedAt,
    };
    expect(findings.on.SampleReviewed?.(caused)).toEqual(
      Array.from({ length: times }, () => ({
        key: DECISION.claimId,
        command: 'OpenAgain',
        input: { claimId: DECISION.claimId, ground: 'ERROR_OF_OFFICE', saidId: sampleId },
      })),
    );
  });
});

describe('A finding on what cannot be opened again', () => {
  const scholarship = { kind: 'SCHOLARSHIP', id: '44444444-0000-4000-8000-000000000001' } as const;
  const invoice = {
    kind: 'INVOICE',
    id: '55555555-0000-4000-8000-000000000001',
    accidentId: sampleId,
  } as const;
  const interim = { kind: 'INTERIM', id: '11111111-0000-4000-8000-000000000001' } as const;
  const tooMuch = { result: 'MONEY', side: 'TOO_MUCH', amountIdr: rupiah(500_000) } as const;
  const tooLittle = { ...tooMuch, side: 'TOO_LITTLE' } as const;
  const found = (changes: Partial<Decision>, finding: Partial<ReviewSampleInput>): readonly SampleEvent[] => {
    const decision = { ...DECISION, ...changes };
    const sampled = sampleDecision(
      { sampleId, month, decision, stratum: 'APPROVAL_TO_100M', reviewerOffice: 'KARAWANG' },
      samples.initial,
      testContext(),
    );
    return [...sampled, ...review(finding)(fold(samples, sampled))];
  };
  const follow =
    (how: FollowUp, context = by('eka', 'BEKASI'), isTheirOffice = true) =>
    (state: Parameters<typeof followUpSample>[1]) =>
      followUpSample({ sampleId, how, reference: 'TL/1' }, state, context, { isTheirOffice });

  it('opens no claim, and waits for a supervisor of the office that decided, for thirty days', () => {
    const events = found({ subject: scholarship }, tooMuch);
    const caused = { ...(events.at(-1) as never as object), id: 'e', recordedAt: testContext().issuedAt };
    expect(findings.on.SampleReviewed?.(caused as never)).toEqual([]);
    const { expected, office } = fold(sampleSteps, events);
    expect(expected).toMatchObject({
      step: 'FOLLOW_UP_FINDING',
      turn: 'SUPERVISOR',
      notBy: ['cahya', 'hadi'],
    });
    expect([office, expected?.dueDays.length]).toEqual(['BEKASI', 1]);
    expect(fold(sampleSteps, [...events, ...follow('LEFT')(fold(samples, events))]).expected).toBeUndefined();
  });

  it('is owed back of a person as a receivable: what was too much, of the wrong person all of it', () => {
    const owed = (events: readonly SampleEvent[]) => {
      const [followed] = follow('OWED_BACK')(fold(samples, events));
      const caused = { ...(followed as object), id: 'e', recordedAt: testContext().issuedAt };
      return findings.on.SampleFollowedUp?.(caused as never).map(({ input }) => input);
    };
    const asked = { kind: 'PAID_TOO_MUCH', reviewId: 'e', finderId: 'eka' };
    expect(owed(found({ subject: scholarship }, tooMuch))).toMatchObject([
      { ...asked, benefit: { kind: 'SCHOLARSHIP', id: scholarship.id }, amountIdr: 500_000 },
    ]);
    const late = { kind: 'COMPENSATION', id: scholarship.id } as const;
    expect(owed(found({ subject: late }, { result: 'WRONG_PERSON' }))).toMatchObject([
      { ...asked, benefit: { kind: 'CLAIM', id: DECISION.claimId }, amountIdr: DECISION.amountIdr },
    ]);
  });

  it.each<[string, Partial<Decision>, Partial<ReviewSampleInput>, FollowUp]>([
    ['a facility is credited for, and owes nothing as a person', { subject: invoice }, tooMuch, 'OWED_BACK'],
    ['was too little is not asked back', { subject: scholarship }, tooLittle, 'OWED_BACK'],
    ['was too much before the end is less at the end', { subject: interim }, tooMuch, 'OWED_BACK'],
    [
      'was denied was never paid',
      { subject: scholarship, kind: 'DENIAL' },
      { result: 'WRONG_PERSON' },
      'OWED_BACK',
    ],
    ['was too much is not paid after', { subject: scholarship }, tooMuch, 'PAID_AFTER'],
  ])('fits it: what %s', (_what, changes, finding, how) => {
    const events = found(changes, finding);
    given(events).when(follow(how)).thenRejected('FOLLOW_UP_DOES_NOT_FIT');
    expect(follow('CORRECTED')(fold(samples, events))).toHaveLength(1);
  });

  it('is followed up at the branch that decided, and by nobody of another one', () => {
    given(found({ subject: scholarship }, tooMuch))
      .when(follow('LEFT', by('lina', 'KARAWANG'), false))
      .thenRejected('FOLLOWED_UP_AT_ITS_BRANCH');
  });

  it('that somebody has said what follows from is not found a second time', () => {
    const events = found({ subject: scholarship }, tooMuch);
    given([...events, ...follow('OWED_BACK')(fold(samples, events))])
      .when(review(tooMuch))
      .thenRejected('SAMPLE_REVIEWED');
  });

  it('is said once, by somebody else than who decided or found it, and only where something follows', () => {
    const events = found({ subject: invoice }, tooLittle);
    const followed = [...events, ...follow('PAID_AFTER')(fold(samples, events))];
    given(followed).when(follow('LEFT')).thenRejected('SAMPLE_FOLLOWED_UP');
    for (const context of [by('cahya', 'BEKASI'), by('hadi')]) {
      given(events).when(follow('LEFT', context)).thenRejected('FOLLOWER_HAD_A_HAND');
    }
    given(drawn).when(follow('LEFT')).thenRejected('NOTHING_FOLLOWS');
    given(found({}, tooMuch)).when(follow('LEFT')).thenRejected('NOTHING_FOLLOWS');
    given(found({ subject: invoice }, { result: 'FORMAL' }))
      .when(follow('LEFT'))
      .thenRejected('NOTHING_FOLLOWS');
  });
});

describe('The sample of a month', () => {
  const givenMonth = decisionSpec(samplings);
  const context = testContext();
  const seeded = recordSeed({ month, seed: 'aa' }, {}, context);
  const counts = { month, positionId: '77', decisions: 40, drawn: 9, before: { reviewed: 100, wrong: 4 } };
  const draw = (state: Parameters<typeof recordDraw>[1]) => recordDraw(counts, state, context);

  it('has one seed, whoever comes second with another', () => {
    givenMonth(seeded)
      .when((state) => recordSeed({ month, seed: 'bb' }, state, context))
      .thenNothing();
  });

  it('is drawn once, by a seed of before, and twice as much where the month before was too wrong', () => {
    givenMonth([]).when(draw).thenNothing();
    const events = draw(fold(samplings, seeded));
    expect(events).toMatchObject([
      {
        type: 'SampleDrawn',
        data: { positionId: '77', reviewedBefore: 100, wrongBefore: 4, isDoubled: true },
      },
    ]);
    givenMonth([...seeded, ...events])
      .when(draw)
      .thenNothing();
  });

  it('is of all that was decided, and stays one of claims where an earlier release drew it', () => {
    const state = fold(samplings, [...seeded, ...draw(fold(samplings, seeded))]);
    expect(drawnFrom(state[month]?.drawn)).toEqual([
      'CLAIM',
      'INVOICE',
      'SCHOLARSHIP',
      'COMPENSATION',
      'INTERIM',
    ]);
    expect(drawnFrom({})).toEqual(['CLAIM']);
    expect(drawnFrom(undefined)).toHaveLength(5);
  });

  it('is owed until it has ended, also where a whole month went by without a round', () => {
    const end = (state: Parameters<typeof endSampling>[1]) => endSampling({ month }, state, context);
    const [september, november] = [period('2026-09'), period('2026-11')];
    const others = [september, november].flatMap((one) =>
      recordSeed({ month: one, seed: 'cc' }, {}, context),
    );
    const history = [...seeded, ...others];
    expect(unfinishedBefore(november, fold(samplings, history))).toEqual([september, month]);
    const drawn = [...history, ...draw(fold(samplings, history))];
    const ended = [...drawn, ...end(fold(samplings, drawn))];
    expect(unfinishedBefore(november, fold(samplings, ended))).toEqual([september]);
  });

  it('ends once, after the draw', () => {
    const end = (state: Parameters<typeof endSampling>[1]) => endSampling({ month }, state, context);
    givenMonth(seeded).when(end).thenNothing();
    const history = [...seeded, ...draw(fold(samplings, seeded))];
    expect(end(fold(samplings, history))).toMatchObject([{ type: 'SamplingEnded' }]);
    givenMonth([...history, ...end(fold(samplings, history))])
      .when(end)
      .thenNothing();
  });
});
