import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EventStore } from '#event-store';
import { AfterQuery, Listener, ProblemError, QueryEndpoint, asked, problems, shape, wrongValue } from '#http';
import { POSITION, type Role } from '#kernel';
import type { ContextContracts } from '#publishing/contracts';
import { FeedAnswer } from './feed.answers.js';
import { Listeners } from './listeners.js';
import { feedPage, toldBehind } from './read-feed.js';
import { serverSentEvents } from './server-sent-events.js';

/** Token of the contracts that the feed tells. */
export const FEED_CONTRACTS = Symbol('FEED_CONTRACTS');

const EVENT_STREAM = 'text/event-stream';

const READERS: readonly Role[] = ['reporting', 'auditor'];

class FeedQuery extends shape(
  {
    types: asked.text({
      optional: true,
      max: 4_000,
      description: 'Contracts by their names, separated by commas; all of them unless given',
    }),
    limit: asked.integer({
      optional: true,
      min: 1,
      max: 1_000,
      fromText: true,
      description: 'Events on a page (100), or one or two more',
    }),
  },
  AfterQuery,
) {}

const USUAL_LIMIT = 100;

/** What Lindung tells the world, for those who have no Kafka. */
@ApiTags('feed')
@Controller('feed')
export class FeedController {
  constructor(
    @Inject(FEED_CONTRACTS) private readonly contexts: readonly ContextContracts[],
    private readonly log: EventStore,
    private readonly listeners: Listeners,
  ) {}

  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'As `after`, of a listener that comes back',
  })
  @ApiProduces('application/json', EVENT_STREAM)
  @QueryEndpoint({
    summary: 'The events of the contracts, from a place in the log on',
    description:
      'The same CloudEvents as on Kafka, at least once, in the order of each stream. A page with `Accept: application/json`; with ' +
      '`Accept: text/event-stream` Server-Sent Events that go on as events come, where a listener that is slow is waited for.',
    roles: READERS,
    answer: FeedAnswer,
  })
  async read(
    @Query() { after, types = '', limit = USUAL_LIMIT }: FeedQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Listener() gone: AbortSignal,
  ): Promise<FeedAnswer | StreamableFile> {
    const question = { after: placeAfter(lastEventId) ?? after ?? null, types: this.typesIn(types) };
    if (!accept?.includes(EVENT_STREAM)) {
      const { next, ...page } = await feedPage(this.log, this.contexts, { ...question, limit });
      return { ...page, next: next === null ? null : String(next) };
    }
    if (this.listeners.isFull) throw new ProblemError(problems.FEED_FULL());
    const told = toldBehind(this.log, this.contexts, question, this.listeners.admit(gone));
    // Lines are made as they are taken.
    const lines = Readable.from(serverSentEvents(told), { objectMode: true, highWaterMark: 1 });
    return new StreamableFile(lines, { type: EVENT_STREAM });
  }

  private typesIn(text: string): readonly string[] {
    const types = text.split(',').filter((type) => type !== '');
    const known = new Set(this.contexts.flatMap(({ contracts }) => contracts.map(({ type }) => type)));
    if (types.every((type) => known.has(type))) return types;
    throw wrongValue('types', {
      en: 'names of contracts such as lindung.payouts.payout-settled.v1, separated by commas',
      id: 'nama kontrak seperti lindung.payouts.payout-settled.v1, dipisahkan koma',
    });
  }
}

/** @throws ProblemError when it is no place */
function placeAfter(lastEventId: string | undefined): bigint | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  if (POSITION.fits(lastEventId)) return BigInt(lastEventId);
  throw wrongValue('Last-Event-ID', POSITION.words);
}
