import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { WithActionsInterceptor } from './with-actions.interceptor.js';

/** Things are shown with what can be done with them, where somebody asks for that. */
@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: WithActionsInterceptor }] })
export class WithActionsModule {}
