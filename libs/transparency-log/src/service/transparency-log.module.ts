import { Module } from '@nestjs/common';
import { TransparencyController } from './transparency.controller.js';
import { TransparencyLog } from './transparency-log.service.js';

/** The tree over the log, built and served while this program runs. */
@Module({ controllers: [TransparencyController], providers: [TransparencyLog] })
export class TransparencyLogModule {}
