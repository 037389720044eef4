import type { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import {
  type CommandContext,
  type LocalDate,
  type Reading,
  Rejection,
  type Rupiah,
  derivedId,
  fold,
} from '#kernel';
import type { Issue } from '#runtime';
import { correctables } from '../domain/correctable.js';
import { membershipRefusals } from '../domain/membership.refusals.js';
import type { OccupationGroup } from '../domain/participant.events.js';
import { onePerson } from '../domain/one-person.js';
import { type ParticipantState, participants } from '../domain/participant.js';
import { isSomebodyElse } from '../domain/person-of.js';
import { type RegisterParticipantInput, registerParticipant } from '../domain/register-participant.js';
import { sponsors } from '../domain/sponsor.js';
import { RegisterParticipant } from './register-participant.js';

/** Somebody who is registered with a first day of work, where nobody has registered them. */
export interface RegisteredWithWork {
  readonly participantId: string;
  /** Under which id the NIK is looked up, where it is not the participant's own. */
  readonly nikId?: string;
  readonly segment: 'PU' | 'JAKON';
  readonly district: string;
  readonly occupationGroup?: OccupationGroup;
  readonly wageIdr: Rupiah;
  readonly startedOn: LocalDate;
  readonly person: RegisterParticipantInput['person'];
}

/** What is told of the work itself, without what only the registration asks for. */
export const withoutRegistration = <Worker extends Omit<RegisteredWithWork, 'segment'>>({
  district: _district,
  occupationGroup: _occupationGroup,
  person: _person,
  nikId: _nikId,
  ...work
}: Worker) => work;

/** What a digest was stored of, where whoever was registered at a later place of the chain of their NIK was known already. */
export const contentWithoutNikId = ({ nikId, ...input }: Partial<RegisteredWithWork>) =>
  nikId === undefined ? undefined : { input };

const NO_SPONSOR = { sponsor: sponsors.initial };

/** Whoever has an employer is registered with the first day of work, by the employer. */
const registrationOf = (worker: RegisteredWithWork): RegisterParticipantInput => ({
  participantId: worker.participantId,
  segment: worker.segment,
  channel: 'EMPLOYER',
  payer: 'EMPLOYER',
  district: worker.district,
  sector: 'OTHER',
  ...(worker.occupationGroup && { occupationGroup: worker.occupationGroup }),
  declaredIncomeIdr: worker.wageIdr,
  registeredOn: worker.startedOn,
  ...(worker.nikId && { nikId: worker.nikId }),
  person: worker.person,
});

/** As who the worker is known, or would be. @throws Rejection `NIK_OF_ANOTHER`, or as `registerParticipant` */
export async function asRegistered(
  read: Reading,
  worker: RegisteredWithWork,
  context: CommandContext,
): Promise<ParticipantState> {
  const [participant, person] = await Promise.all([
    participantOf(read, worker.participantId),
    read.state(correctables, worker.participantId),
  ]);
  if (isSomebodyElse(person, worker.person)) throw new Rejection(membershipRefusals.NIK_OF_ANOTHER());
  if (participant.situation !== 'UNKNOWN') return participant;
  return fold(participants, registerParticipant(registrationOf(worker), participant, context, NO_SPONSOR));
}

/** Somebody merged goes on working where their other id is listed. */
async function participantOf(read: Reading, participantId: string): Promise<ParticipantState> {
  const state = await read.state(participants, participantId);
  return state.situation === 'MERGED' ? (await onePerson(read, participantId)).record : state;
}

/** Registers the worker, if nobody has done so. */
export async function registerWithWork(
  { store, commands }: { readonly store: EventStore; readonly commands: CommandBus },
  worker: RegisteredWithWork,
  issue: Issue,
): Promise<void> {
  const known = await store.state(participants, worker.participantId);
  if (known.situation !== 'UNKNOWN') return;
  await commands.execute(new RegisterParticipant(registrationOf(worker), stepOf(issue, 'register')));
}

/** A step of the one command, with an id that follows from it: sent again it changes nothing. */
export const stepOf = ({ context }: Issue, step: string): Issue => ({
  context: { ...context, commandId: derivedId(context.commandId, step) },
});
