import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { participants } from './participant.js';
import {
  AGREEMENT,
  REGISTER_SITI,
  SITI,
  VILLAGE,
  agreementSigned,
  sitiDied,
  sitiRegistered,
  villageRegistered,
} from './participant.examples.js';
import { type RegisterParticipantInput, registerParticipant } from './register-participant.js';
import type { SponsorEvent } from './sponsor.events.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(participants);
const context = testContext();
const nobodyElsePays = { sponsor: sponsors.initial };

function whenRegistering(
  changes: Partial<RegisterParticipantInput> = {},
  person: Partial<RegisterParticipantInput['person']> = {},
) {
  const input = { ...REGISTER_SITI, ...changes, person: { ...REGISTER_SITI.person, ...person } };
  return given().when((state) => registerParticipant(input, state, context, nobodyElsePays));
}

describe('Registering a worker', () => {
  it('records who she is, with the base of the band of her income', () => {
    whenRegistering().thenRecorded([sitiRegistered()]);
  });

  it('keeps by what she is counted, in the open', () => {
    const counted = { occupationGroup: 'PORTER', branch: 'J03' } as const;
    whenRegistering(counted).thenRecorded([sitiRegistered(counted)]);
  });

  it('takes the base of a higher band from a higher income', () => {
    whenRegistering({ declaredIncomeIdr: rupiah(2_000_000) }).thenRecorded([
      sitiRegistered({ incomeBaseIdr: rupiah(2_000_000) }),
    ]);
  });

  it('writes the name without blanks around it', () => {
    whenRegistering({}, { name: '  Siti Rahmawati ' }).thenRecorded([sitiRegistered()]);
  });

  it('warns of a birth date that contradicts the NIK, and registers her all the same', () => {
    const birthDate = localDate('1990-05-13');
    whenRegistering({}, { birthDate }).thenRecorded([
      sitiRegistered({
        warnings: ['NIK_BIRTH_DATE_DIFFERS'],
        person: { ...REGISTER_SITI.person, birthDate },
      }),
    ]);
  });

  it('warns of a sex that contradicts the NIK', () => {
    whenRegistering({}, { sex: 'MALE' }).thenRecorded([
      sitiRegistered({
        sex: 'MALE',
        warnings: ['NIK_SEX_DIFFERS'],
        person: { ...REGISTER_SITI.person, sex: 'MALE' },
      }),
    ]);
  });

  it('refuses a NIK that is registered, and names the participant', () => {
    const { details } = given([sitiRegistered()])
      .when((state) => registerParticipant(REGISTER_SITI, state, context, nobodyElsePays))
      .thenRejected('ALREADY_REGISTERED');
    expect(details.facts).toEqual({ participantId: SITI });
  });

  it('refuses a NIK whose holder has died', () => {
    given([sitiRegistered(), sitiDied('2026-11-10')])
      .when((state) => registerParticipant(REGISTER_SITI, state, context, nobodyElsePays))
      .thenRejected('ALREADY_REGISTERED');
  });

  it('refuses what cannot be a NIK', () => {
    whenRegistering({}, { nik: '000005520590' }).thenRejected('NIK_MALFORMED');
  });

  it('refuses an empty name', () => {
    whenRegistering({}, { name: '   ' }).thenRejected('NAME_MISSING');
  });

  it('takes effect today, and is refused after today', () => {
    whenRegistering({ registeredOn: localDate('2026-11-20') }).thenRecorded([
      expect.objectContaining({ type: 'ParticipantRegistered' }) as never,
    ]);
    whenRegistering({ registeredOn: localDate('2026-11-21') }).thenRejected('REGISTERED_IN_FUTURE');
  });

  it('refuses a birth date on or after the registration', () => {
    whenRegistering({}, { birthDate: REGISTER_SITI.registeredOn }).thenRejected('BIRTH_DATE_IN_FUTURE');
  });

  it('takes a worker the day before the 65th birthday, and refuses on it with the article', () => {
    whenRegistering({}, { birthDate: localDate('1961-11-03') }).thenRecorded([
      expect.objectContaining({ type: 'ParticipantRegistered' }) as never,
    ]);
    const { details } = whenRegistering({}, { birthDate: localDate('1961-11-02') }).thenRejected(
      'AGE_OVER_LIMIT',
    );
    expect(details.facts).toEqual({
      rule: 'within-age-limits',
      article: expect.stringContaining('Permenaker 5/2021'),
    });
  });

  it('refuses a worker under 18', () => {
    const { details } = whenRegistering({}, { birthDate: localDate('2008-11-03') }).thenRejected(
      'AGE_UNDER_LIMIT',
    );
    expect(details.facts).toHaveProperty('article');
  });

  it('applies the age limit of the day of registration: 56 at most in 2017', () => {
    whenRegistering(
      { registeredOn: localDate('2017-05-01') },
      { birthDate: localDate('1960-01-01') },
    ).thenRejected('AGE_OVER_LIMIT');
  });

  it('takes a worker under an agreement in force, and refuses one without it', () => {
    const sponsored = { payer: 'VILLAGE', sponsorId: VILLAGE, agreementId: AGREEMENT } as const;
    const paidFor = { ...REGISTER_SITI, ...sponsored };
    const whenSponsored = (history: readonly SponsorEvent[]) =>
      given().when((state) =>
        registerParticipant(paidFor, state, context, { sponsor: fold(sponsors, history) }),
      );
    whenSponsored([villageRegistered, agreementSigned]).thenRecorded([sitiRegistered(sponsored)]);
    whenSponsored([villageRegistered]).thenRejected('AGREEMENT_NOT_FOUND');
  });
});
