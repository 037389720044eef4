import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import { UUID } from '#kernel';
import { ActionsConfig } from '#runtime';
import { wrongValue } from '../problem/validation-problem.js';
import type { ActionsAnswer } from './actions.answers.js';

/** So long a thing waits for what can be done with it; then it is shown without. */
const WITHIN_MS = 5_000;

/** Who asks, when, and in which language: what is open depends on it. */
const HANDED_ON = ['authorization', 'accept-language', 'x-lindung-clock', 'x-correlation-id', 'traceparent'];

const OF_NOW = {
  en: 'left out where something is asked of the past: what can be done is told of now',
  id: 'tidak dipakai bila ditanyakan keadaan lampau: yang dapat dilakukan hanya tentang saat ini',
};

const NOT_KNOWN = {
  en: 'left out here: this service does not know the API of commands; ask the address that is in actions',
  id: 'tidak dipakai di sini: layanan ini tidak mengenal API perintah; tanyakan alamat yang ada di actions',
};

/**
 * Shows a thing with what whoever asks can do with it, where the question says `?with=actions`: the API of commands is asked in
 * their name, as only it knows. Where it does not answer in time the thing is shown all the same.
 */
@Injectable()
export class WithActionsInterceptor implements NestInterceptor {
  constructor(private readonly config: ActionsConfig) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = (query ?? {}) as Readonly<Record<string, unknown>>;
    if (asked['with'] !== 'actions') return next.handle();
    if (asked['knownAt'] !== undefined || asked['effectiveOn'] !== undefined)
      throw wrongValue('with', OF_NOW);
    const { commandApiUrl } = this.config;
    if (commandApiUrl === undefined) throw wrongValue('with', NOT_KNOWN);
    return next
      .handle()
      .pipe(
        mergeMap(async (shown: unknown) =>
          hasActions(shown)
            ? { ...shown, whatCanBeDone: await askedOf(commandApiUrl, shown.actions, headers) }
            : shown,
        ),
      );
  }
}

const hasActions = (shown: unknown): shown is { readonly actions: string } =>
  typeof shown === 'object' && shown !== null && 'actions' in shown && typeof shown.actions === 'string';

/** Null where the API of commands does not answer. */
async function askedOf(
  commandApiUrl: string,
  address: string,
  headers: FastifyRequest['headers'],
): Promise<ActionsAnswer | null> {
  const handedOn = HANDED_ON.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  try {
    const answer = await fetch(new URL(address.slice(1), withSlash(commandApiUrl)), {
      headers: Object.fromEntries(handedOn) as Record<string, string>,
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (answer.ok) return (await answer.json()) as ActionsAnswer;
    await answer.body?.cancel();
    return answer.status === 403 ? nothingFor(address) : null;
  } catch {
    return null;
  }
}

/** Where the API of commands stands below a path, addresses stand below it too. */
const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** Whoever may only look can do nothing. */
const nothingFor = (address: string): ActionsAnswer => ({
  id: address.split('/').findLast((part) => UUID.fits(part)) ?? '',
  revision: null,
  actions: [],
});
