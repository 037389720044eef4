import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import type { ParticipantDetail } from './participant.answers.js';
import { participantProjection } from './participant.projection.js';
import { participantsOn, toSummary } from './participant.rows.js';

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
    const tables = await this.readModels.of(participantProjection, after);
    const row = await participantsOn(tables, today)
      .where('participants.participant_id', '=', participantId)
      .executeTakeFirst();
    if (!row) throw new Rejection('PARTICIPANT_NOT_FOUND', 'No such participant is registered');
    const [contributions, children, heirs] = await Promise.all([
      tables
        .selectFrom('contributions')
        .selectAll()
        .where('participant_id', '=', participantId)
        .orderBy('period')
        .execute(),
      tables
        .selectFrom('children')
        .selectAll()
        .where('participant_id', '=', participantId)
        .orderBy('as_of')
        .execute(),
      tables.selectFrom('heirs').selectAll().where('participant_id', '=', participantId).execute(),
    ]);
    return {
      ...toSummary(row),
      revision: row.revision,
      contributionsRevision: row.contributions_revision,
      channel: row.channel,
      payer: row.payer,
      sponsorId: row.sponsor_id,
      agreementId: row.agreement_id,
      sector: row.sector,
      incomeBaseIdr: row.income_base_idr,
      warnings: row.warnings,
      birthDate: row.birth_date,
      sex: row.sex,
      phone: row.phone,
      occupation: row.occupation,
      workplace: row.workplace,
      paidMonths: row.paid_months,
      contributedIdr: row.contributed_idr,
      contributions: contributions.map(
        ({ period, months, amount_idr: amountIdr, payer, paid_on: paidOn, receipt }) => ({
          period,
          months,
          amountIdr,
          payer,
          paidOn,
          receipt,
        }),
      ),
      children: children.map((child) => ({
        childId: child.child_id,
        name: child.name,
        birthDate: child.birth_date,
        schoolLevel: child.school_level,
        yearInLevel: child.year_in_level,
      })),
      heirs: heirs.map(({ heir_id: heirId, relation, name }) => ({ heirId, relation, name })),
    };
  }
}
