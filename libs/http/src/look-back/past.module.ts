import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { AnyStream } from '#kernel';
import { CopyWorks, Past } from '#runtime';
import { FOLDED_STREAMS, HistoryController } from './history.controller.js';
import { PastInterceptor } from './past.interceptor.js';

/** Queries that can be asked of the past (`?knownAt=`, `?effectiveOn=`), and the history of every thing. */
@Module({})
export class PastModule {
  /** @param streams whose states a history tells */
  static of(streams: readonly AnyStream[]): DynamicModule {
    return {
      module: PastModule,
      controllers: [HistoryController],
      providers: [
        CopyWorks,
        Past,
        // Whoever lists streams lists whole ones, with what their events mean.
        { provide: FOLDED_STREAMS, useValue: streams },
        { provide: APP_INTERCEPTOR, useClass: PastInterceptor },
      ],
      exports: [CopyWorks, Past],
    };
  }
}
