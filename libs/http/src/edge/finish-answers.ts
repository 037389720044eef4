import type { FastifyInstance } from 'fastify';
import type { CommandResult } from '#event-store';
import { commandAnswer } from './command-answer.js';
import { entityTagOf } from './revision-tag.js';
import { rulesOfRoute } from './route-rules.js';

/** Gives answers the headers that their content tells: where a command stands in the log, and the ETag of what has a revision. */
export function finishAnswers(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, answer, done) => {
    // Problems have their headers.
    if (reply.statusCode >= 400) return done(null, answer);
    if (rulesOfRoute(request.routeOptions.config).command) {
      return done(null, commandAnswer(answer as CommandResult, reply));
    }
    const tag = entityTagOf(answer);
    if (tag !== undefined) reply.header('ETag', tag);
    return done(null, answer);
  });
}
