import { type LocalDate, Rejection } from '#kernel';
import type { Correctable } from './correctable.js';
import { correctionRefusals } from './correction-refusals.js';
import type { DeathDayCorrected, DeathRevoked } from './correction.events.js';
import { type Making, begun } from './making.js';
import { participantRefusals } from './refusals.js';

/** The day of death that is recorded. @throws Rejection `DEATH_NOT_REPORTED` */
export function diedOnOf({ diedOn }: Correctable): LocalDate {
  if (diedOn === undefined) throw new Rejection(correctionRefusals.DEATH_NOT_REPORTED());
  return diedOn;
}

/** Whether somebody can have died on a day. @throws Rejection `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION` */
export function requirePossibleDeath(
  diedOn: LocalDate,
  { registeredOn }: { readonly registeredOn: LocalDate },
  today: LocalDate,
): void {
  if (diedOn > today) throw new Rejection(participantRefusals.DEATH_IN_FUTURE({ today }));
  if (diedOn < registeredOn) {
    throw new Rejection(participantRefusals.DEATH_BEFORE_REGISTRATION({ registeredOn }));
  }
}

/** @throws Rejection `DEATH_NOT_REPORTED`, `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION` */
export function deathCorrected(making: Making): DeathRevoked | DeathDayCorrected {
  const { proposal, paper, known, today, confirmerId = proposal.requesterId } = making;
  const formerDiedOn = diedOnOf(known);
  const { diedOn } = proposal;
  const { evidenceNumber } = paper;
  const made = { ...begun(making), confirmerId, person: { evidenceNumber } };
  if (diedOn === undefined) return { type: 'DeathRevoked', data: { ...made, diedOn: formerDiedOn } };
  requirePossibleDeath(diedOn, known, today);
  return { type: 'DeathDayCorrected', data: { ...made, diedOn, formerDiedOn } };
}
