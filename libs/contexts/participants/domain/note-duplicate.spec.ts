import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN, fold, localDate } from '#kernel';
import { decisionSpec, expectedAfter, testContext } from '#testing/decisions';
import { type CorrectableState, correctables } from './correctable.js';
import {
  PAIR,
  duplicateDismissed,
  duplicateLapsed,
  duplicateNoted,
  duplicateReopened,
  duplicateSuspected,
} from './duplicate.examples.js';
import type { DuplicateReason } from './duplicate.events.js';
import type { PairFacts } from './duplicate-pair.js';
import { type DuplicateSteps, duplicateSteps } from './duplicate-steps.js';
import { TWIN, mergedInto, splitOff, twinRegistered } from './merger.examples.js';
import { lapseDuplicate, noteDuplicate } from './note-duplicate.js';
import { SITI, sitiRegistered } from './participant.examples.js';
import type { ParticipantEvent } from './participant.events.js';

const given = decisionSpec(duplicateSteps);
const context = testContext();
const today = localDate('2026-11-20');
const later = localDate('2026-11-25');
const asFold = (...events: ParticipantEvent[]): CorrectableState => fold(correctables, events);
const facts = (...more: ParticipantEvent[]): PairFacts => ({
  one: asFold(sitiRegistered()),
  other: asFold(twinRegistered(), ...more),
});
const noting =
  (reasons: readonly DuplicateReason[], ofBoth = facts()) =>
  (state: DuplicateSteps) =>
    noteDuplicate({ ...PAIR, reasons }, state, { ...context, today }, ofBoth);
const lapsing =
  (reasons?: readonly DuplicateReason[], ofBoth = facts()) =>
  (state: DuplicateSteps) =>
    lapseDuplicate({ ...PAIR, ...(reasons && { reasons }) }, state, { ...context, today }, ofBoth);

describe('What two have in common who may be one person', () => {
  it('is noted once, each for itself', () => {
    given()
      .when(noting(['NAME_AND_BIRTH_DATE', 'PHONE']))
      .thenRecorded([duplicateNoted()]);
    given([duplicateNoted()])
      .when(noting(['NAME_AND_BIRTH_DATE', 'PHONE']))
      .thenNothing();
    given([duplicateSuspected, duplicateNoted({ reasons: ['PHONE'] })])
      .when(noting(['ACCOUNT', 'NEAR_NAME', 'PHONE']))
      .thenRecorded([duplicateNoted({ reasons: ['ACCOUNT'] })]);
  });

  it('is noted again where it came again after somebody had answered it', () => {
    given([duplicateNoted({ reasons: ['PHONE'] }), duplicateDismissed({ reasons: ['PHONE'] })])
      .when(noting(['PHONE']))
      .thenRecorded([duplicateNoted({ reasons: ['PHONE'] })]);
  });

  it('is noted of two who are there', () => {
    given()
      .when(noting(['PHONE'], facts(mergedInto)))
      .thenRejected('PARTICIPANT_MERGED');
    given()
      .when(noting(['PHONE'], { ...facts(), other: { situation: 'UNKNOWN' } }))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });

  it('is asked no more where they do not have it in common any more', () => {
    given([duplicateNoted()])
      .when(lapsing(['PHONE', 'ACCOUNT']))
      .thenRecorded([duplicateLapsed()]);
    given([duplicateDismissed({ reasons: ['PHONE'] })])
      .when(lapsing(['PHONE']))
      .thenNothing();
  });

  it('is asked no more for anything where one of them was merged, and is where that was undone before', () => {
    given([duplicateNoted()])
      .when(lapsing(undefined, facts(mergedInto)))
      .thenRecorded([duplicateLapsed({ reasons: ['NAME_AND_BIRTH_DATE', 'PHONE'], because: 'MERGED' })]);
    given([duplicateNoted()])
      .when(lapsing(undefined, facts(mergedInto, splitOff)))
      .thenNothing();
    given()
      .when(lapsing(undefined, facts(mergedInto)))
      .thenNothing();
  });
});

describe('Two who may be one person', () => {
  it('wait for a registrar or a supervisor, thirty days from what was found first', () => {
    const step = expectedAfter(duplicateSteps, duplicateSuspected, duplicateNoted({ effectiveOn: later }));
    expect(step).toEqual({
      step: 'COMPARE_PERSONS',
      turn: 'REGISTRAR',
      since: today,
      dueDays: ['2026-12-20'],
    });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(['registrar', 'supervisor']);
  });

  it('are named, whoever waits for the comparison', () => {
    expect(fold(duplicateSteps, [duplicateNoted()])).toMatchObject({ participantId: SITI, otherId: TWIN });
  });

  it('wait no more once they are two for everything that they have in common', () => {
    const both = [duplicateSuspected, duplicateNoted({ reasons: ['PHONE'], effectiveOn: later })];
    expect(
      expectedAfter(duplicateSteps, ...both, duplicateDismissed({ reasons: ['NEAR_NAME'] })),
    ).toMatchObject({ since: later });
    expect(
      expectedAfter(duplicateSteps, ...both, duplicateDismissed({ reasons: ['NEAR_NAME', 'PHONE'] })),
    ).toBeUndefined();
  });

  it('wait again once somebody asks again, or something new is found', () => {
    const answered = [duplicateSuspected, duplicateDismissed({ reasons: ['NEAR_NAME'] })];
    const reopened = { ...duplicateReopened, data: { ...duplicateReopened.data, effectiveOn: later } };
    expect(expectedAfter(duplicateSteps, ...answered, reopened)).toMatchObject({ since: later });
    const found = duplicateNoted({ reasons: ['ACCOUNT'], effectiveOn: later });
    expect(expectedAfter(duplicateSteps, ...answered, found)).toMatchObject({ since: later });
  });

  it('wait no more where nothing is left to compare', () => {
    expect(
      expectedAfter(
        duplicateSteps,
        duplicateNoted(),
        duplicateLapsed(),
        duplicateLapsed({ reasons: ['NAME_AND_BIRTH_DATE'] }),
      ),
    ).toBeUndefined();
  });
});
