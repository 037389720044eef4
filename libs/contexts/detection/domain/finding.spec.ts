import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { FindingEvent } from './finding.events.js';
import { findingSteps } from './finding-steps.js';
import { OPENINGS, findingOpened, findingTakenUp, hitOfOpenings } from './finding.examples.js';
import { findings } from './finding.js';
import { extendFinding, openFinding } from './open-finding.js';
import { confirmFinding, explainFinding, noteFinding, takeUpFinding } from './work-on-finding.js';

const given = decisionSpec(findings);
const context = testContext();
const themselves = testContext({ actor: { ...context.actor, id: 'supervisor-77' } });
type State = Parameters<typeof takeUpFinding>[1];

const findingId = OPENINGS;
const reference = 'BA-1';
const effectiveOn = context.today;
const SETTERS = { setBy: [] };

const explain =
  (by = context, facts: { readonly setBy: readonly string[] } = SETTERS) =>
  (state: State) =>
    explainFinding({ findingId, because: 'PART_OF_THE_WORK', reference }, state, by, facts);
const confirm =
  (by = context, facts: { readonly setBy: readonly string[] } = SETTERS) =>
  (state: State) =>
    confirmFinding({ findingId, consequence: 'OFFICER_LOOKED_INTO', reference }, state, by, facts);
const explained = {
  type: 'FindingExplained',
  data: { findingId, closerId: context.actor.id, because: 'PART_OF_THE_WORK', reference, effectiveOn },
} as const;
const confirmed = {
  type: 'FindingConfirmed',
  data: { findingId, closerId: context.actor.id, consequence: 'OFFICER_LOOKED_INTO', reference, effectiveOn },
} as const;

describe('A finding', () => {
  it('is opened once, also where it was closed', () => {
    const open = (state: State) => openFinding(hitOfOpenings, state, context);
    given().when(open).thenRecorded([findingOpened]);
    for (const history of [[findingOpened], [findingOpened, findingTakenUp, explained]])
      given(history).when(open).thenNothing();
  });

  it('is taken up, noted about, and closed with what shows it', () => {
    given([findingOpened])
      .when((state) => takeUpFinding({ findingId }, state, context))
      .thenRecorded([
        { type: 'FindingTakenUp', data: { findingId, takerId: context.actor.id, effectiveOn } },
      ]);
    given([findingOpened, findingTakenUp])
      .when((state) => noteFinding({ findingId, inquiry: 'PERSON_ASKED', reference }, state, context))
      .thenRecorded([
        {
          type: 'FindingNoted',
          data: { findingId, authorId: context.actor.id, inquiry: 'PERSON_ASKED', reference, effectiveOn },
        },
      ]);
    given([findingOpened, findingTakenUp]).when(explain()).thenRecorded([explained]);
    given([findingOpened, findingTakenUp]).when(confirm()).thenRecorded([confirmed]);
  });

  it('is closed by nobody who has not taken it up, and once', () => {
    given().when(explain()).thenRejected('FINDING_NOT_FOUND');
    given([findingOpened]).when(explain()).thenRejected('FINDING_OPEN');
    given([findingOpened, findingTakenUp])
      .when((state) => takeUpFinding({ findingId }, state, context))
      .thenRejected('FINDING_TAKEN_UP');
    given([findingOpened, findingTakenUp, explained]).when(confirm()).thenRejected('FINDING_CLOSED');
  });

  it('is worked on by nobody whom it is about, nor closed by whoever set the rule', () => {
    given([findingOpened])
      .when((state) => takeUpFinding({ findingId }, state, themselves))
      .thenRejected('FINDING_ABOUT_YOU');
    for (const close of [explain, confirm]) {
      given([findingOpened, findingTakenUp]).when(close(themselves)).thenRejected('FINDING_ABOUT_YOU');
      given([findingOpened, findingTakenUp])
        .when(close(context, { setBy: [context.actor.id] }))
        .thenRejected('RULE_SET_BY_YOU');
    }
  });

  it('of a rule that lets claims wait is extended by further ones, until it is explained', () => {
    const CLAIMS = ['claim-1', 'claim-2'];
    const ofPaper: FindingEvent = {
      type: 'FindingOpened',
      data: {
        ...findingOpened.data,
        rule: 'FD-06',
        lookId: 'look',
        subjects: [{ kind: 'CLAIM', id: 'claim-1' }],
      },
    };
    const extend = (state: Parameters<typeof extendFinding>[1]) =>
      extendFinding({ findingId, claimIds: CLAIMS }, state, context);
    const extended: FindingEvent = {
      type: 'FindingExtended',
      data: { findingId, claimIds: ['claim-2'], effectiveOn },
    };
    given([ofPaper]).when(extend).thenRecorded([extended]);
    given([ofPaper, extended]).when(extend).thenNothing();
    given([findingOpened]).when(extend).thenNothing();
    const matter = { matterId: 'a matter' };
    given([{ ...ofPaper, data: { ...ofPaper.data, ...matter } }])
      .when(extend)
      .thenRecorded([{ ...extended, data: { ...extended.data, ...matter } }]);
    given([ofPaper, findingTakenUp, explained]).when(extend).thenNothing();
    given([ofPaper, extended, findingTakenUp])
      .when(explain())
      .thenRecorded([{ type: 'FindingExplained', data: { ...explained.data, claimIds: CLAIMS } }]);
  });

  it('waits for a supervisor whom it is not about, until it is closed', () => {
    const expected = (...history: readonly FindingEvent[]) => fold(findingSteps, history).expected;
    expect(expected(findingOpened)).toEqual({
      step: 'TAKE_UP_FINDING',
      turn: 'SUPERVISOR',
      since: '2026-11-20',
      dueDays: ['2026-12-04'],
      notBy: ['supervisor-77'],
    });
    expect(expected(findingOpened, findingTakenUp)).toMatchObject({ step: 'CLOSE_FINDING' });
    expect(expected(findingOpened, findingTakenUp, explained)).toBeUndefined();
  });
});
