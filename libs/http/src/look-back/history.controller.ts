import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventStore } from '#event-store';
import {
  type EventPlace,
  type FoldedStream,
  HISTORY_SCOPES,
  type HistoryTold,
  LOG_INDEX,
  LogPlaces,
  historyOf,
  historyOfEvent,
  keptCopies,
  waitForPosition,
} from '#followers';
import type { Role } from '#kernel';
import type { Database } from '#postgres';
import { DATABASE, QueryConfig } from '#runtime';
import { QueryEndpoint } from '../edge/endpoints.js';
import { IdParam } from '../edge/uuid.js';
import { asked, shape } from '../fields/shape.js';
import {
  AfterQuery,
  type Page,
  PageQuery,
  decodeCursor,
  isPosition,
  isText,
  pageOf,
} from '../paging/page.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { CopyItem, HistoryItem, HistoryPage } from './history.answers.js';

export const FOLDED_STREAMS = Symbol('FOLDED_STREAMS');

/** Who looks at what others did. */
const READERS: readonly Role[] = ['auditor', 'supervisor'];

class HistoryQuery extends shape(
  {
    scope: asked.code(HISTORY_SCOPES, {
      optional: true,
      description: 'OWN: its own streams. ALL: also the streams of others that name it. OWN unless told',
    }),
  },
  PageQuery,
) {}

/** Everything that was recorded of a thing: who, when, why, what followed from what, and the difference that it made. */
@ApiTags('history')
@Controller('history')
export class HistoryController {
  private readonly told: HistoryTold;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly log: EventStore,
    private readonly config: QueryConfig,
    @Inject(FOLDED_STREAMS) streams: readonly FoldedStream[],
  ) {
    this.told = { log, places: new LogPlaces(database), streams };
  }

  @Get('copies')
  @QueryEndpoint({
    summary: 'The copies of read models as they were, which lists of the past are answered from',
    roles: READERS,
    answer: CopyItem,
    list: true,
  })
  async copies(): Promise<CopyItem[]> {
    const kept = await keptCopies(this.database);
    return kept.map(({ readModel, position, effectiveOn, at, usedAt }) => ({
      readModel,
      position: String(position),
      effectiveOn: effectiveOn ?? null,
      percent: at === null ? 0 : Number(((at + 1n) * 100n) / (position + 1n)),
      usedAt: usedAt as CopyItem['usedAt'],
    }));
  }

  @Get('events/:eventId')
  @QueryEndpoint({
    summary: 'One event, such as a decision: who and why, its cause, and what followed from it',
    roles: READERS,
    answer: HistoryItem,
  })
  async event(@IdParam('eventId') eventId: string, @Query() { after }: AfterQuery): Promise<HistoryItem> {
    const found = await historyOfEvent(this.told, eventId, await this.known(after));
    if (!found) throw new ProblemError(problems.EVENT_NOT_FOUND());
    return found;
  }

  @Get(':subjectId')
  @QueryEndpoint({
    summary:
      'Every event of a thing by its id: a person, an employer, a facility, an accident, a claim, a payment …',
    roles: READERS,
    answer: HistoryPage,
  })
  async subject(
    @IdParam('subjectId') subjectId: string,
    @Query() { scope = 'OWN', limit, cursor, after }: HistoryQuery,
  ): Promise<Page<HistoryItem>> {
    const behind = cursor === undefined ? undefined : placeIn(cursor);
    const upTo = await this.known(after);
    const found = await historyOf(this.told, subjectId, { scope, behind, upTo, limit });
    if (found.length === 0 && !behind) throw new ProblemError(problems.NOTHING_RECORDED_OF_IT());
    return pageOf(found as HistoryItem[], limit, ({ position, stream, revision }) => [
      position,
      stream,
      String(revision),
    ]);
  }

  /** Where the log ends now, or is to have come to, once the index knows it. */
  private async known(after: bigint | undefined): Promise<bigint> {
    const end = (await this.log.lastPosition()) ?? 0n;
    const last = after !== undefined && after > end ? after : end;
    await waitForPosition(this.database, LOG_INDEX, last, this.config.waitMs);
    return last;
  }
}

function placeIn(cursor: string): EventPlace {
  const [position, streamId, revision] = decodeCursor(cursor, isPosition, isText, isPosition);
  return { position: String(position), streamId: String(streamId), revision: Number(revision) };
}
