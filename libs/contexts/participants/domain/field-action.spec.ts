import { describe, expect, it } from '@jest/globals';
import { Rejection, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { FieldActionEvent } from './field-action.events.js';
import {
  type PlanFieldActionInput,
  cancelFieldAction,
  fieldActions,
  planFieldAction,
  requireOnAction,
} from './field-action.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(fieldActions);

/** The car stands two days at a market. */
const MARKET: PlanFieldActionInput = {
  fieldActionId: '4c000000-0000-4000-8000-000000000001',
  name: 'Pasar Contoh',
  district: '317101',
  branch: 'J03',
  car: 'B 1234 XYZ',
  startsOn: localDate('2026-11-19'),
  endsOn: localDate('2026-11-20'),
  targetGroup: 'TRADER',
  targetPersons: 200,
};
const planned: FieldActionEvent = {
  type: 'FieldActionPlanned',
  data: { ...MARKET, effectiveOn: localDate('2026-11-20') },
};
const cancelled: FieldActionEvent = {
  type: 'FieldActionCancelled',
  data: {
    fieldActionId: MARKET.fieldActionId,
    reason: 'WEATHER',
    effectiveOn: localDate('2026-11-20'),
  },
};

describe('An action in the field', () => {
  it('is planned with place, days, car and whom it is for', () => {
    given()
      .when((state) => planFieldAction(MARKET, state, context))
      .thenRecorded([planned]);
    given([planned])
      .when((state) => planFieldAction(MARKET, state, context))
      .thenRejected('FIELD_ACTION_KNOWN');
  });

  it.each([
    ['2026-11-18', 'FIELD_ACTION_ENDS_BEFORE_IT_BEGINS'],
    ['2026-12-20', 'FIELD_ACTION_TOO_LONG'],
  ])('does not end on %s: %s', (endsOn, code) => {
    given()
      .when((state) => planFieldAction({ ...MARKET, endsOn: localDate(endsOn) }, state, context))
      .thenRejected(code);
  });

  it('is cancelled once', () => {
    const cancelling = { fieldActionId: MARKET.fieldActionId, reason: 'WEATHER' } as const;
    given([planned])
      .when((state) => cancelFieldAction(cancelling, state, context))
      .thenRecorded([cancelled]);
    given([planned, cancelled])
      .when((state) => cancelFieldAction(cancelling, state, context))
      .thenRejected('FIELD_ACTION_CANCELLED');
    given()
      .when((state) => cancelFieldAction(cancelling, state, context))
      .thenRejected('FIELD_ACTION_NOT_FOUND');
  });

  it('takes registrations on its days, until it is cancelled', () => {
    const refusal = (day: string, ...events: FieldActionEvent[]) => {
      try {
        requireOnAction(fold(fieldActions, events), localDate(day));
        return undefined;
      } catch (error) {
        return error instanceof Rejection ? error.code : error;
      }
    };
    expect(refusal('2026-11-19', planned)).toBeUndefined();
    expect(refusal('2026-11-18', planned)).toBe('NOT_ON_FIELD_ACTION');
    expect(refusal('2026-11-21', planned)).toBe('NOT_ON_FIELD_ACTION');
    expect(refusal('2026-11-19', planned, cancelled)).toBeUndefined();
    expect(refusal('2026-11-20', planned, cancelled)).toBe('FIELD_ACTION_CANCELLED');
    expect(refusal('2026-11-20')).toBe('FIELD_ACTION_NOT_FOUND');
  });
});
