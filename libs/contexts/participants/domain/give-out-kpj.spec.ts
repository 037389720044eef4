import { describe, expect, it } from '@jest/globals';
import { ERASED, type EventOf, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { cardNumbers } from '../processes/card-numbers.js';
import { giveOutKpj, giveOutMemberKpj, memberCards, ownCards } from './give-out-kpj.js';
import type { MembershipEvent } from './membership.events.js';
import type { ParticipantEvent } from './participant.events.js';
import { REGISTER_SITI, SITI, sitiRegistered } from './participant.examples.js';

const context = testContext();
const kpj = '26000000005';
const effectiveOn = localDate('2026-11-20');
const givenOut: ParticipantEvent = {
  type: 'KpjGivenOut',
  data: { participantId: SITI, effectiveOn, person: { kpj } },
};
const withCard = sitiRegistered({ person: { ...REGISTER_SITI.person, kpj } });
const joined = (card?: string): EventOf<MembershipEvent, 'WorkerJoined'> => ({
  type: 'WorkerJoined',
  data: {
    membershipId: 'membership',
    participantId: SITI,
    employerId: 'factory',
    wageIdr: rupiah(5_200_000),
    programmes: ['JKK', 'JKM'],
    effectiveOn,
    ...(card !== undefined && { person: { kpj: card } }),
  },
});

describe('Whoever was registered before card numbers were given out', () => {
  const given = decisionSpec(ownCards);
  const giving = (state: Parameters<typeof giveOutKpj>[1]) =>
    giveOutKpj({ participantId: SITI }, state, context, { kpj });

  it('gets one, once', () => {
    given([sitiRegistered()]).when(giving).thenRecorded([givenOut]);
    given([sitiRegistered(), givenOut]).when(giving).thenNothing();
    given([withCard]).when(giving).thenNothing();
  });

  it('gets none as an employee, nor once erased', () => {
    given([sitiRegistered({ segment: 'PU' })])
      .when(giving)
      .thenNothing();
    given([sitiRegistered({ person: ERASED })])
      .when(giving)
      .thenNothing();
  });

  it('gets one for each employer, with the first joining', () => {
    const ofMembers = decisionSpec(memberCards);
    const givingTo = (state: Parameters<typeof giveOutMemberKpj>[1]) =>
      giveOutMemberKpj({ membershipId: 'membership' }, state, context, { kpj });
    const got: MembershipEvent = {
      type: 'MemberKpjGivenOut',
      data: {
        membershipId: 'membership',
        participantId: SITI,
        employerId: 'factory',
        effectiveOn,
        person: { kpj },
      },
    };
    ofMembers([joined()]).when(givingTo).thenRecorded([got]);
    ofMembers([joined(kpj), joined()])
      .when(givingTo)
      .thenNothing();
    ofMembers([joined(), got, joined()]).when(givingTo).thenNothing();
  });
});

describe('the process card-numbers', () => {
  const recorded = { id: 'event', recordedAt: context.issuedAt };

  it('asks for a number for whoever was registered or joined without one, and for nobody else', () => {
    const of = (event: ReturnType<typeof sitiRegistered>) =>
      cardNumbers.on.ParticipantRegistered?.({ ...recorded, ...event });
    expect(of(sitiRegistered())).toEqual([
      { key: SITI, command: 'GiveOutKpj', input: { participantId: SITI } },
    ]);
    for (const none of [withCard, sitiRegistered({ segment: 'PU' }), sitiRegistered({ person: ERASED })])
      expect(of(none)).toEqual([]);
    expect(cardNumbers.on.WorkerJoined?.({ ...recorded, ...joined() })).toMatchObject([
      { command: 'GiveOutMemberKpj', input: { membershipId: 'membership' } },
    ]);
    expect(cardNumbers.on.WorkerJoined?.({ ...recorded, ...joined(kpj) })).toEqual([]);
  });
});
