import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { type SealedThere, openSealed } from './open-sealed.js';
import { openings } from './opening.js';

const given = decisionSpec(openings);
const OPENING = '5f1f5d0a-9b11-4f0e-9a53-6d1b6d0e0c4b';
const PERSON = 'c0a7d3b1-2f44-8a10-9d5e-1b2c3d4e5f60';
const EVENT = '0b9e6d4c-7a31-5c22-8e1f-2a3b4c5d6e7f';
const THERE: SealedThere = { eventId: EVENT, participantId: PERSON, is: 'THERE' };
const ASKED = {
  openingId: OPENING,
  stream: 'claim-6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
  revision: 2,
  part: 'HEALTH',
  reason: 'DISPUTED_DECISION',
  words: 'The finding is compared with the doctor’s letter',
} as const;
const context = testContext();

const open = (there: SealedThere | undefined) => (state: Parameters<typeof openSealed>[1]) =>
  openSealed(ASKED, state, context, there);

describe('Having a sealed part opened', () => {
  it('says who looks at what of whom, and why, before anything is shown', () => {
    given()
      .when(open(THERE))
      .thenRecorded([
        {
          type: 'SealedPartOpened',
          data: {
            openingId: OPENING,
            participantId: PERSON,
            eventId: EVENT,
            ofStream: ASKED.stream,
            ofRevision: 2,
            part: 'HEALTH',
            reason: 'DISPUTED_DECISION',
            office: context.actor.office,
            openerId: context.actor.id,
            openedAt: context.issuedAt,
            effectiveOn: context.today,
            person: { words: ASKED.words },
          },
        },
      ]);
  });

  it('is refused where no event stands', () => {
    given().when(open(undefined)).thenRejected('NO_SUCH_EVENT');
  });

  it('is refused where nothing is sealed', () => {
    given()
      .when(open({ eventId: EVENT, is: 'NOT_THERE' }))
      .thenRejected('NOTHING_SEALED_THERE');
  });

  it('is refused where the key was destroyed', () => {
    given()
      .when(open({ ...THERE, is: 'ERASED' }))
      .thenRejected('NOTHING_LEFT_TO_OPEN');
  });

  it('is one look, however often it is sent', () => {
    const [opened] = openSealed(ASKED, { situation: 'UNKNOWN' }, context, THERE);
    given(opened ? [opened] : [])
      .when(open(THERE))
      .thenNothing();
  });
});
