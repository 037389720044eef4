import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../problem/language.js';

/** The language that the sender would rather read. `@AskedLanguage() language: Language` */
export const AskedLanguage = createParamDecorator((_data: unknown, execution: ExecutionContext): Language =>
  languageOf(execution.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
