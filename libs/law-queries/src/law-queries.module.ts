import { Module } from '@nestjs/common';
import { LawQueriesController } from './law-queries.controller.js';

/** The law as the query API answers for it: the rules with their history, and the reasons of an answer. */
@Module({ controllers: [LawQueriesController] })
export class LawQueriesModule {}
