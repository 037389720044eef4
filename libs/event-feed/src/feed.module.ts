import { type DynamicModule, Module } from '@nestjs/common';
import type { ContextContracts } from '#publishing/contracts';
import { FEED_CONTRACTS, FeedController } from './feed.controller.js';
import { Listeners } from './listeners.js';

/** Tells contracts over HTTP while this program runs. */
@Module({ controllers: [FeedController], providers: [Listeners] })
export class FeedModule {
  static of(contexts: readonly ContextContracts[]): DynamicModule {
    return { module: FeedModule, providers: [{ provide: FEED_CONTRACTS, useValue: contexts }] };
  }
}
