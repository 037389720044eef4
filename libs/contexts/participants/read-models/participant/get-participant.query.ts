import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, Rejection } from '#kernel';
import type { TablesIn } from '#followers';
import { pick } from '#http';
import { ReadModels } from '#runtime';
import { participantRefusals } from '../../domain/refusals.js';
import { type ParticipantDetail, ParticipantSummary } from './participant.answers.js';
import { participantReadModel } from './participant.read-model.js';
import { participantsOn } from './participant.cover.js';

export class GetParticipant extends Query<ParticipantDetail> {
  constructor(
    readonly participantId: string,
    readonly today: LocalDate,
    readonly after?: bigint,
  ) {
    super();
  }
}

@QueryHandler(GetParticipant)
export class GetParticipantHandler implements IQueryHandler<GetParticipant> {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws Rejection `PARTICIPANT_NOT_FOUND` */
  async execute({ participantId, today, after }: GetParticipant): Promise<ParticipantDetail> {
    const tables = await this.readModels.of(participantReadModel, after);
    const row = await participantsOn(tables, today)
      .where('participants.participantId', '=', participantId)
      .executeTakeFirst();
    if (!row) throw new Rejection(participantRefusals.PARTICIPANT_NOT_FOUND());
    const [contributions, children, heirs] = await Promise.all([
      contributionsOf(tables, participantId),
      childrenOf(tables, participantId),
      heirsOf(tables, participantId),
    ]);
    return {
      ...pick(ParticipantSummary)(row),
      revision: row.revision,
      contributionsRevision: row.contributionsRevision,
      channel: row.channel,
      payer: row.payer,
      sponsorId: row.sponsorId,
      agreementId: row.agreementId,
      sector: row.sector,
      incomeBaseIdr: row.incomeBaseIdr,
      warnings: row.warnings,
      birthDate: row.birthDate,
      sex: row.sex,
      phone: row.phone,
      occupation: row.occupation,
      workplace: row.workplace,
      paidMonths: row.paidMonths,
      contributedIdr: row.contributedIdr,
      contributions,
      children,
      heirs,
    };
  }
}

type Tables = TablesIn<typeof participantReadModel>;

const contributionsOf = (tables: Tables, participantId: string) =>
  tables
    .selectFrom('contributions')
    .select(['period', 'months', 'amountIdr', 'payer', 'paidOn', 'receipt'])
    .where('participantId', '=', participantId)
    .orderBy('period')
    .execute();

const childrenOf = (tables: Tables, participantId: string) =>
  tables
    .selectFrom('children')
    .select(['childId', 'name', 'birthDate', 'schoolLevel', 'yearInLevel'])
    .where('participantId', '=', participantId)
    .orderBy('asOf')
    .execute();

const heirsOf = (tables: Tables, participantId: string) =>
  tables
    .selectFrom('heirs')
    .select(['heirId', 'relation', 'name'])
    .where('participantId', '=', participantId)
    .execute();
