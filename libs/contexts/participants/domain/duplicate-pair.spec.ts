import { describe, expect, it } from '@jest/globals';
import { ERASED, fold } from '#kernel';
import { contextBy, decisionSpec } from '#testing/decisions';
import { type CorrectableState, correctables } from './correctable.js';
import { REGISTRAR } from './correction.examples.js';
import { PAIR, duplicateDismissed, duplicateReopened, duplicateSuspected } from './duplicate.examples.js';
import {
  type DismissDuplicateInput,
  type PairFacts,
  dismissDuplicate,
  duplicateIdOf,
  duplicates,
  reopenDuplicate,
  suspectDuplicate,
} from './duplicate-pair.js';
import { TWIN, mergedInto, twinRegistered } from './merger.examples.js';
import { REGISTER_SITI, SITI, sitiRegistered } from './participant.examples.js';
import type { ParticipantEvent } from './participant.events.js';

const given = decisionSpec(duplicates);
const asRegistrar = contextBy(REGISTRAR, 'registrar');
const person = { ...REGISTER_SITI.person, nik: '0000055205900091' };
const asFold = (...events: ParticipantEvent[]): CorrectableState => fold(correctables, events);
const facts = (name = 'Siti Rahmawan', ...more: ParticipantEvent[]): PairFacts => ({
  one: asFold(sitiRegistered()),
  other: asFold(twinRegistered({ person: { ...person, name } }), ...more),
});
const evidence = { kind: 'DUKCAPIL_ANSWER', number: 'DUKCAPIL-91' } as const;
const dismissal: DismissDuplicateInput = {
  ...PAIR,
  reasons: ['NAME_AND_BIRTH_DATE'],
  because: 'TWO_NIKS',
  evidence,
};
const dismissing = (input: Partial<DismissDuplicateInput>, ofBoth = facts()) =>
  given().when((state) => dismissDuplicate({ ...dismissal, ...input }, state, asRegistrar, ofBoth));

describe('Two who may be one person', () => {
  it('are one pair, in whichever order they are named', () => {
    expect(duplicateIdOf({ participantId: TWIN, otherId: SITI })).toBe(duplicateIdOf(PAIR));
  });

  it('are suspected once, where names and birth dates resemble each other', () => {
    const suspecting = (ofBoth: PairFacts) => (state: Parameters<typeof suspectDuplicate>[1]) =>
      suspectDuplicate({ participantId: TWIN, otherId: SITI }, state, asRegistrar, ofBoth);
    given().when(suspecting(facts())).thenRecorded([duplicateSuspected]);
    given([duplicateSuspected]).when(suspecting(facts())).thenNothing();
    given()
      .when(suspecting(facts('Budi Santoso')))
      .thenRejected('NOT_ALIKE');
    const erased = { ...facts(), other: asFold(twinRegistered({ person: ERASED })) };
    given().when(suspecting(erased)).thenRejected('NOT_ALIKE');
    given()
      .when(suspecting(facts('Siti Rahmawan', mergedInto)))
      .thenRejected('PARTICIPANT_MERGED');
  });

  it('are two for what they are known to have in common, on a paper that shows it', () => {
    dismissing({}).thenRecorded([duplicateDismissed()]);
    dismissing({ participantId: TWIN, otherId: SITI }).thenRecorded([duplicateDismissed()]);
    dismissing({ evidence: undefined }).thenRejected('DISMISSAL_NEEDS_EVIDENCE');
    dismissing({ evidence: { ...evidence, kind: 'STATEMENT' } }).thenRejected('DISMISSAL_NEEDS_EVIDENCE');
    dismissing({ because: 'TWINS', evidence: { ...evidence, kind: 'KK' } }).thenRecorded([
      duplicateDismissed({ because: 'TWINS', evidence: 'KK' }),
    ]);
  });

  it('are two without a paper where they share nothing but a phone', () => {
    const {
      evidence: _paper,
      person: _number,
      ...bare
    } = duplicateDismissed({
      reasons: ['PHONE'],
      because: 'SHARED_PHONE',
    }).data;
    dismissing({ reasons: ['PHONE'], because: 'SHARED_PHONE', evidence: undefined }).thenRecorded([
      { type: 'DuplicateDismissed', data: bare },
    ]);
    dismissing({ reasons: ['PHONE', 'NEAR_NAME'], because: 'SHARED_PHONE' }).thenRejected(
      'DISMISSAL_DOES_NOT_SAY_IT',
    );
    dismissing({ reasons: ['ACCOUNT'], because: 'SHARED_ACCOUNT' }).thenRejected('DISMISSAL_NEEDS_EVIDENCE');
    dismissing({ reasons: ['DEATH_CERTIFICATE'], because: 'NAMESAKES' }).thenRejected(
      'DISMISSAL_DOES_NOT_SAY_IT',
    );
  });

  it('may be dismissed again, for what they have come to share since', () => {
    given([duplicateDismissed()])
      .when((state) => dismissDuplicate(dismissal, state, asRegistrar, facts()))
      .thenRecorded([duplicateDismissed()]);
  });

  it('are asked about again once they were dismissed', () => {
    const reopening = (state: Parameters<typeof reopenDuplicate>[1]) =>
      reopenDuplicate({ ...PAIR, because: 'NEW_FACT' }, state, asRegistrar, facts());
    given([duplicateSuspected, duplicateDismissed()]).when(reopening).thenRecorded([duplicateReopened]);
    given([duplicateSuspected]).when(reopening).thenRejected('NOT_DISMISSED');
    given([duplicateDismissed(), duplicateReopened]).when(reopening).thenRejected('NOT_DISMISSED');
  });

  it('are two to begin with, and known', () => {
    dismissing({ otherId: SITI }).thenRejected('DUPLICATE_OF_ITSELF');
    dismissing({}, { ...facts(), other: { situation: 'UNKNOWN' } }).thenRejected('PARTICIPANT_NOT_FOUND');
    dismissing({}, facts('Siti', mergedInto)).thenRejected('PARTICIPANT_MERGED');
  });
});
