import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { contextBy, decisionSpec, logOf } from '#testing/decisions';
import { correctChild, correctHeir, removeChild, removeHeir, reorderChildren } from './correct-family.js';
import { type CorrectableState, correctables } from './correctable.js';
import {
  CHILD,
  CORRECTION,
  HEIR,
  REGISTRAR,
  SECOND_CHILD,
  SUPERVISOR,
  childAsked,
  childCorrected,
  childRemovalAsked,
  childRemoved,
  childrenReordered,
  heirAsked,
  heirCorrected,
  heirRemovalAsked,
  heirRemoved,
  orderAsked,
} from './correction.examples.js';
import { confirmCorrection } from './decide-correction.js';
import { childBirthDate } from './participant-facts.js';
import { SITI, childRegistered, heirRegistered, sitiRegistered } from './participant.examples.js';
import { participants, recordOf } from './participant.js';

const given = decisionSpec(correctables);

const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');

const FAMILY = [sitiRegistered(), childRegistered(CHILD), heirRegistered(HEIR)];
const correction = { participantId: SITI, correctionId: CORRECTION };
const evidence = { kind: 'KK', number: 'KK-1' } as const;
const anotherBirthDate = {
  ...correction,
  childId: CHILD,
  person: { birthDate: localDate('2010-03-01') },
  evidence,
};
const sibling = {
  ...correction,
  heirId: HEIR,
  relation: 'SIBLING' as const,
  person: { name: 'Budiman' },
  evidence,
};

describe('Correcting a child', () => {
  it('is asked for with a paper, and made by a second person, with what stood there', () => {
    given(FAMILY)
      .when((state) => correctChild(anotherBirthDate, state, asRegistrar))
      .thenRecorded([childAsked]);
    given([...FAMILY, childAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([childCorrected]);
    given([...FAMILY, childAsked])
      .when((state) => confirmCorrection(correction, state, contextBy(REGISTRAR, 'supervisor')))
      .thenRejected('ENTERED_BY_YOU');
  });

  it('changes the age on which school years are decided', async () => {
    const birthDate = (...events: Parameters<typeof given>[0] & object) =>
      childBirthDate(logOf({ [participants.of(SITI)]: events }), SITI, CHILD);
    expect(await birthDate(...FAMILY)).toBe('2009-03-01');
    expect(await birthDate(...FAMILY, childAsked, childCorrected)).toBe('2010-03-01');
    expect(await birthDate(...FAMILY, childRemovalAsked, childRemoved)).toBeUndefined();
  });

  it.each([
    ['CHILD_NOT_FOUND', { ...anotherBirthDate, childId: HEIR }],
    ['NOTHING_TO_CORRECT', { ...anotherBirthDate, person: { name: 'Dewi' } }],
    ['BIRTH_DATE_IN_FUTURE', { ...anotherBirthDate, person: { birthDate: localDate('2026-11-21') } }],
    [
      'EVIDENCE_DOES_NOT_SHOW_IT',
      { ...anotherBirthDate, evidence: { kind: 'STATEMENT', number: '1' } as const },
    ],
  ])('is refused with %s', (code, input) => {
    given(FAMILY)
      .when((state) => correctChild(input, state, asRegistrar))
      .thenRejected(code);
  });

  it('waits for one decision at a time, but not for those about another child', () => {
    const other = '33333333-3333-4333-8333-333333333334';
    given([...FAMILY, childRegistered(other), childAsked])
      .when((state) => removeChild({ ...correction, childId: CHILD, evidence }, state, asRegistrar))
      .thenRejected('CORRECTION_PENDING');
    given([...FAMILY, childRegistered(other), childAsked])
      .when((state) => removeChild({ ...correction, childId: other, evidence }, state, asRegistrar))
      .thenRecorded([{ ...childRemovalAsked, data: { ...childRemovalAsked.data, childId: other } }]);
  });

  it('takes one off that was named by mistake: the place is free again', () => {
    given(FAMILY)
      .when((state) => removeChild({ ...correction, childId: CHILD, evidence }, state, asRegistrar))
      .thenRecorded([childRemovalAsked]);
    given([...FAMILY, childRemovalAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([childRemoved]);
    expect(fold(participants, [...FAMILY, childRemoved])).toMatchObject({ children: [], heirIds: [HEIR] });
  });

  it('is refused of somebody who was erased', () => {
    given([sitiRegistered({ person: ERASED }), childRegistered(CHILD)])
      .when((state) => correctChild(anotherBirthDate, state, asRegistrar))
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});

describe('Correcting which child was named first', () => {
  const two = [...FAMILY, childRegistered(SECOND_CHILD)];
  const reorder = (childId: string) => (state: CorrectableState) =>
    reorderChildren({ ...correction, childId, evidence }, state, asRegistrar);

  it('is asked for with a paper and made by a second person: the law counts them in that order', () => {
    given(two).when(reorder(SECOND_CHILD)).thenRecorded([orderAsked]);
    given([...two, orderAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([childrenReordered]);
    const { children } = recordOf(fold(participants, [...two, childrenReordered]));
    expect(children.map(({ childId }) => childId)).toEqual([SECOND_CHILD, CHILD]);
  });

  it.each([
    ['NOTHING_TO_CORRECT', 'is the first already', CHILD],
    ['CHILD_NOT_FOUND', 'is not named', HEIR],
  ])('is refused with %s where the child %s', (code, _why, childId) => {
    given(two).when(reorder(childId)).thenRejected(code);
  });

  it('is not made once the child was taken off', () => {
    const { data } = childRemoved;
    const removed = { ...childRemoved, data: { ...data, correctionId: 'another', childId: SECOND_CHILD } };
    given([...two, orderAsked, removed])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRejected('CHILD_NOT_FOUND');
  });
});

describe('Correcting an heir', () => {
  it('changes the name and the relation, by two persons', () => {
    given(FAMILY)
      .when((state) => correctHeir(sibling, state, asRegistrar))
      .thenRecorded([heirAsked]);
    given([...FAMILY, heirAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([heirCorrected]);
  });

  it('takes one off that was named by mistake, once', () => {
    const removal = { ...correction, heirId: HEIR, evidence };
    given(FAMILY)
      .when((state) => removeHeir(removal, state, asRegistrar))
      .thenRecorded([heirRemovalAsked]);
    given([...FAMILY, heirRemovalAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([heirRemoved]);
    given([...FAMILY, heirRemovalAsked, heirRemoved])
      .when((state) => removeHeir(removal, state, asRegistrar))
      .thenRejected('HEIR_NOT_FOUND');
    expect(fold(participants, [...FAMILY, heirRemoved])).toMatchObject({ heirIds: [] });
  });

  it('is refused where nothing differs', () => {
    given(FAMILY)
      .when((state) =>
        correctHeir({ ...sibling, relation: 'WIDOWER', person: { name: 'Budi' } }, state, asRegistrar),
      )
      .thenRejected('NOTHING_TO_CORRECT');
  });
});
