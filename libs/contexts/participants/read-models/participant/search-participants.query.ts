import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#kernel';
import type { CoverageStatus, Segment } from '#law';
import { type Page, orderedPage, pick } from '#http';
import { ParticipantIds, ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import { ParticipantSummary } from './participant.answers.js';
import { participantReadModel } from './participant.read-model.js';
import { coverageOf, participantsOn } from './participant.cover.js';
import { BY_NAME } from './participant.tables.js';

/** What a list of participants can be narrowed down to; every part that is given must hold. */
export interface ParticipantSearch {
  readonly nik?: string;
  /** Any part of the name, in any case. */
  readonly name?: string;
  readonly district?: string;
  readonly segment?: Segment;
  readonly coverage?: CoverageStatus;
  readonly agreementId?: string;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class SearchParticipants extends Query<Page<ParticipantSummary>> {
  constructor(
    readonly search: ParticipantSearch,
    readonly today: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(SearchParticipants)
export class SearchParticipantsHandler implements IQueryHandler<SearchParticipants> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly ids: ParticipantIds,
  ) {}

  async execute({ search, today }: SearchParticipants): Promise<Page<ParticipantSummary>> {
    const { nik, name, district, segment, coverage, agreementId, limit, cursor, after } = search;
    const tables = await this.readModels.of(participantReadModel, after);
    let query = participantsOn(tables, today);
    if (nik !== undefined) query = query.where('participants.participantId', '=', this.ids.of(nik));
    if (name !== undefined) query = query.where(sql<SqlBool>`name ilike ${`%${escapeLike(name)}%`}`);
    if (district !== undefined) query = query.where('district', 'like', `${escapeLike(district)}%`);
    if (segment !== undefined) query = query.where('segment', '=', segment);
    if (agreementId !== undefined) query = query.where('agreementId', '=', agreementId);
    if (coverage !== undefined) query = query.where(coverageOf(today), '=', coverage);
    return orderedPage(query, BY_NAME, { limit, cursor }, pick(ParticipantSummary));
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
