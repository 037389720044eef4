import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { projectCoverOn } from './project-cover.js';
import type { ProjectEvent } from './project.events.js';
import { BUILDING, buildingPaid, buildingRegistered } from './project.examples.js';
import { known, owedOf, projects } from './project.js';
import {
  confirmProjectCorrection,
  refundProject,
  refuseProjectCorrection,
  reverseProjectPayment,
} from './reverse-project-payment.js';

/** Today is 20 November 2026. */
const context = testContext();
const second = testContext({ actor: { ...context.actor, id: 'supervisor-2', roles: ['supervisor'] } });
const given = decisionSpec(projects);
const today = localDate('2026-11-20');
const of = { projectId: BUILDING, correctionId: 'correction-1' };
const paid = buildingPaid(2_950_000, '2026-03-02');
const { paymentId } = paid.data;
const asking = { ...of, paymentId, reason: 'BOUNCED', bankReference: 'R-1' } as const;
const requested = (reason: 'BOUNCED' | 'WRONG_PAYER' = 'BOUNCED'): ProjectEvent => ({
  type: 'ProjectReversalRequested',
  data: {
    ...asking,
    reason,
    amountIdr: rupiah(2_950_000),
    requesterId: context.actor.id,
    effectiveOn: today,
  },
});
const after = (...history: readonly ProjectEvent[]) =>
  known(fold(projects, [...history, ...confirmProjectCorrection(of, fold(projects, history), second)]));

describe('Taking back a payment of a project', () => {
  it('is asked for by one person and made by another one', () => {
    given([buildingRegistered(), paid])
      .when((state) => reverseProjectPayment(asking, state, context))
      .thenRecorded([requested()]);
    given([buildingRegistered(), paid, requested()])
      .when((state) => confirmProjectCorrection(of, state, context))
      .thenRejected('ENTERED_BY_YOU');
  });

  it('makes what it had paid owed again, and its workers were never covered by it', () => {
    const project = after(buildingRegistered(), paid, requested());
    expect(owedOf(project)).toBe(2_950_000);
    expect(projectCoverOn(localDate('2026-06-01'), project).reason).toBe('PROJECT_NEVER_PAID');
  });

  it('leaves its bank reference free for the payment as it really was', () => {
    expect(after(buildingRegistered(), paid, requested()).payments).toEqual([]);
  });

  it.each([
    ['PAYMENT_NOT_KNOWN', [buildingRegistered()]],
    ['PAYMENT_CORRECTION_PENDING', [buildingRegistered(), paid, requested()]],
    ['PROJECT_NOT_FOUND', []],
  ])('is refused: %s', (code, history) => {
    given(history)
      .when((state) => reverseProjectPayment(asking, state, context))
      .thenRejected(code);
  });

  it('is left, by whoever asked or by a supervisor', () => {
    const refusing = { ...of, reason: 'ASKED_BY_MISTAKE' } as const;
    const other = testContext({ actor: { ...context.actor, id: 'finance-9', roles: ['finance'] } });
    given([buildingRegistered(), paid, requested()])
      .when((state) => refuseProjectCorrection(refusing, state, other))
      .thenRejected('PAYMENT_CORRECTION_OF_ANOTHER');
    given([buildingRegistered(), paid, requested()])
      .when((state) => refuseProjectCorrection(refusing, state, second))
      .thenRecorded([
        {
          type: 'ProjectCorrectionRefused',
          data: { ...refusing, deciderId: 'supervisor-2', effectiveOn: today },
        },
      ]);
  });
});

describe('Paying money of a project back', () => {
  const refund = { ...of, amountIdr: rupiah(50_000), bankReference: 'T-1' };
  const asked = (more: { paymentId?: string; amountIdr?: number } = {}): ProjectEvent => ({
    type: 'ProjectRefundRequested',
    data: {
      ...refund,
      ...(more.paymentId !== undefined && { paymentId: more.paymentId }),
      amountIdr: rupiah(more.amountIdr ?? refund.amountIdr),
      requesterId: context.actor.id,
      effectiveOn: today,
    },
  });
  const more = buildingPaid(3_000_000, '2026-03-02');

  it('gives back what is more than due, and no more', () => {
    given([buildingRegistered(), more])
      .when((state) => refundProject(refund, state, context))
      .thenRecorded([asked()]);
    expect(owedOf(after(buildingRegistered(), more, asked()))).toBe(0);
    given([buildingRegistered(), more])
      .when((state) => refundProject({ ...refund, amountIdr: rupiah(50_001) }, state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
  });

  it('gives nothing back of what was entered late while no second person has confirmed it', () => {
    const late = buildingPaid(50_000, '2026-05-04', 'clerk');
    given([buildingRegistered(), paid, late])
      .when((state) => refundProject(refund, state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
    const confirmed: ProjectEvent = {
      type: 'BackDatedProjectEntriesConfirmed',
      data: { projectId: BUILDING, confirmerId: 'supervisor-2', effectiveOn: today },
    };
    const project = after(buildingRegistered(), paid, late, confirmed, asked());
    expect(projectCoverOn(localDate('2026-11-20'), project).status).toBe('ACTIVE');
  });

  it('of what an addendum lowered leaves the workers covered, before the day of the addendum and since', () => {
    const lowered: ProjectEvent = {
      type: 'ProjectAmended',
      data: {
        projectId: BUILDING,
        reference: 'ADD/1',
        baseIdr: rupiah(1_000_000_000),
        components: [],
        ruleSetVersion: 'spec',
        amountIdr: rupiah(1_750_000),
        changeIdr: -1_200_000,
        dueOn: localDate('2026-12-31'),
        effectiveOn: today,
      },
    };
    const project = after(buildingRegistered(), paid, lowered, asked({ amountIdr: 1_200_000 }));
    expect(owedOf(project)).toBe(0);
    const covered = ['2026-06-01', '2026-11-20', '2026-11-21', '2026-12-31'];
    expect(covered.map((day) => projectCoverOn(localDate(day), project).status)).toEqual(
      covered.map(() => 'ACTIVE'),
    );
    const short = known(
      fold(projects, [buildingRegistered(), buildingPaid(1_750_000, '2026-03-02'), lowered]),
    );
    expect(projectCoverOn(localDate('2026-06-01'), short).reason).toBe('PROJECT_NEVER_PAID');
    expect(projectCoverOn(localDate('2026-11-20'), short).status).toBe('ACTIVE');
  });

  it('gives a payment of another payer back whole', () => {
    const reversed = confirmProjectCorrection(
      of,
      fold(projects, [buildingRegistered(), paid, requested('WRONG_PAYER')]),
      second,
    );
    const history = [buildingRegistered(), paid, requested('WRONG_PAYER'), ...reversed];
    const whole = { ...refund, paymentId, amountIdr: rupiah(2_950_000) };
    given(history)
      .when((state) => refundProject({ ...whole, amountIdr: rupiah(1) }, state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
    given(history)
      .when((state) => refundProject(whole, state, context))
      .thenRecorded([asked({ paymentId, amountIdr: 2_950_000 })]);
    expect(after(...history, asked({ paymentId, amountIdr: 2_950_000 })).held).toEqual([]);
  });
});
