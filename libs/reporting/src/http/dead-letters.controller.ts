import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentActor,
  IdParam,
  type Page,
  PageOf,
  PageQuery,
  QueryEndpoint,
  asked,
  decodeCursor,
  isText,
  pageOf,
  shape,
  shown,
} from '#http';
import { type Actor, Rejection, instant } from '#kernel';
import { type Database, sql } from '#postgres';
import { DATABASE } from '#runtime';
import { LETTER_STATES, PARKED_BECAUSE, SCHEMA } from '../facts/fact-tables.js';
import { type DeadLetter, type Retried, discard, letterOf, retryStream } from '../intake/dead-letters.js';
import { reportingRefusals } from './reporting.refusals.js';
import { REPORT_READERS } from './reports.controller.js';

class DeadLettersQuery extends shape(
  { state: asked.code(LETTER_STATES, { optional: true, description: 'WAITING unless told' }) },
  PageQuery,
) {}

class DeadLetterAnswer extends shape({
  deadLetterId: shown.uuid(),
  stream: shown.text({ description: 'Of whose order it is' }),
  type: shown.text({ nullable: true }),
  place: shown.text({ description: 'Where it was read: feed, or topic, partition and offset' }),
  logPosition: shown.text({ nullable: true }),
  reason: shown.code(PARKED_BECAUSE),
  detail: shown.text({ description: 'Which part of it is wrong; never what it says' }),
  parkedAt: shown.text({ description: 'When it was put aside' }),
  state: shown.code(LETTER_STATES),
  closedAt: shown.text({ nullable: true }),
  closedBy: shown.text({ nullable: true }),
  closedBecause: shown.text({ nullable: true }),
}) {}

class DeadLetterPage extends PageOf(DeadLetterAnswer) {}

class RetriedAnswer extends shape({
  takenIn: shown.number({ description: 'Messages of the stream that count now' }),
  waiting: shown.number({ description: 'Those of it that still wait' }),
  because: shown.text({ optional: true, description: 'Why the first of them does' }),
}) {}

class DiscardBody extends shape({
  reason: asked.line({ max: 200, description: 'Why it is given up for good; no personal data' }),
}) {}

/** Messages that could not be taken in: what is wrong with them, and the ways back. */
@ApiTags('dead letters')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Get()
  @QueryEndpoint({
    summary: 'Messages that were put aside, oldest first',
    roles: REPORT_READERS,
    answer: DeadLetterPage,
  })
  async list(
    @Query() { state = 'WAITING', limit, cursor }: DeadLettersQuery,
  ): Promise<Page<DeadLetterAnswer>> {
    const [at, id] = cursor === undefined ? ['', ''] : decodeCursor(cursor, isText, isText);
    const { rows } = await sql<DeadLetter>`
      select dead_letter_id as "deadLetterId", stream, type, place, log_position::text as "logPosition", reason, detail,
             parked_at as "parkedAt", state, closed_at as "closedAt", closed_by as "closedBy", closed_because as "closedBecause"
      from ${sql.id(SCHEMA, 'dead_letters')}
      where state = ${state} and (parked_at, dead_letter_id::text) > (${at}, ${id})
      order by parked_at, dead_letter_id::text limit ${limit + 1}`.execute(this.database.kysely);
    return pageOf(rows, limit, (last) => [last.parkedAt, last.deadLetterId]);
  }

  @Post(':deadLetterId/retry')
  @HttpCode(200)
  @QueryEndpoint({
    summary: 'Take in what waits in the stream of a message, in its order, as far as that goes now',
    roles: ['reporting'],
    answer: RetriedAnswer,
    impossible: 'It does not wait any more',
  })
  async retry(
    @IdParam('deadLetterId') deadLetterId: string,
    @CurrentActor() { id: actor }: Actor,
  ): Promise<Retried> {
    const { stream } = await this.waiting(deadLetterId);
    return retryStream(this.database, stream, { actor, at: now() });
  }

  @Post(':deadLetterId/discard')
  @HttpCode(200)
  @QueryEndpoint({
    summary: 'Give a message up for good, with a reason, and take in what waits behind it',
    roles: ['reporting'],
    answer: RetriedAnswer,
    takesBody: true,
    impossible: 'It does not wait any more',
  })
  async discard(
    @IdParam('deadLetterId') deadLetterId: string,
    @Body() { reason }: DiscardBody,
    @CurrentActor() { id: actor }: Actor,
  ): Promise<Retried> {
    return discard(this.database, await this.waiting(deadLetterId), reason, { actor, at: now() });
  }

  /** @throws Rejection DEAD_LETTER_NOT_FOUND, DEAD_LETTER_CLOSED */
  private async waiting(id: string): Promise<Pick<DeadLetter, 'deadLetterId' | 'stream'>> {
    const letter = await letterOf(this.database, id);
    if (!letter) throw new Rejection(reportingRefusals.DEAD_LETTER_NOT_FOUND());
    if (letter.state !== 'WAITING') throw new Rejection(reportingRefusals.DEAD_LETTER_CLOSED());
    return letter;
  }
}

/** When somebody did it: outside of any decision, so the clock of this machine will do. */
const now = () => instant(new Date().toISOString());
