import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, defer, from, lastValueFrom } from 'rxjs';
import { DAY, INSTANT, type Instant, type LocalDate, POSITION, type Role, UUID, dateIn } from '#kernel';
import { type KnownAt, NoSuchPast, TooMuchToFold } from '#followers';
import { type LookBack, Past, lookingBack } from '#runtime';
import { actorOf } from '../auth/request-actor.js';
import { momentOf } from '../edge/request-time.js';
import { asIfOn, todayOf } from '../edge/today.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { wrongValue } from '../problem/validation-problem.js';

/** Who may have a copy of a whole read model built: for a list of the past, and for a thing that too much is told of. */
const LISTS: readonly Role[] = ['auditor', 'supervisor'];

/** What an answer says of the view in which it was given. */
interface NamedView {
  readonly position: string;
  readonly recordedAt: string;
  readonly effectiveOn: LocalDate | null;
  /** The day as of which everything is told that is derived from a day, such as cover and lateness. */
  readonly asIfOn: LocalDate;
  /** Null where nobody has counted them: what a copy passed over is not known. */
  readonly leftOut: number | null;
  readonly personal: 'SEALED';
}

/** Has a question that names a time answered from there: handlers know nothing of it, and the answer says so. */
@Injectable()
export class PastInterceptor implements NestInterceptor {
  constructor(private readonly past: Past) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // What is personal is asked for in a body, and the time with it.
    const { knownAt, effectiveOn } = { ...toObject(request.body), ...toObject(request.query) };
    if (knownAt === undefined && effectiveOn === undefined) return next.handle();
    const asked = { knownAt: knownAtOf(knownAt), effectiveOn: dayOf(effectiveOn) };
    return defer(() => from(this.answer(request, http.getResponse<FastifyReply>(), asked, next)));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { knownAt, effectiveOn }: { readonly knownAt?: KnownAt; readonly effectiveOn?: LocalDate },
    next: CallHandler,
  ): Promise<unknown> {
    const subjects = Object.values(toObject(request.params)).filter((value) => UUID.fits(value));
    const mayHaveCopies = actorOf(request).roles.some((role) => LISTS.includes(role as Role));
    if (subjects.length === 0 && !mayHaveCopies) throw noCopyForThem();
    const place = await this.past.placeOf(knownAt, momentOf(request)).catch(noSuchPast);
    const view = this.past.view({ ...place, effectiveOn }, subjects, mayHaveCopies);
    asIfOn(request, effectiveOn ?? dayKnownAt(knownAt, place.recordedAt));
    const answer: unknown = await lookingBack(view, () => lastValueFrom(next.handle())).catch(
      (error: unknown) => {
        throw error instanceof TooMuchToFold ? noCopyForThem(error) : error;
      },
    );
    const named = nameOf(view, todayOf(request));
    reply.header(
      'Lindung-As-Of',
      Object.entries(named)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
    );
    return isObject(answer) ? { ...answer, asOf: named } : answer;
  }
}

/** A thing that too much is told of is asked of a copy, as a list is. */
const noCopyForThem = (cause?: TooMuchToFold): ProblemError =>
  new ProblemError(problems.FORBIDDEN({ why: 'NOT_ALLOWED', roles: LISTS }), { cause });

/** The day that it was then. Whoever cites a position gets the same answer whenever it is asked, also while it is the newest. */
const dayKnownAt = (knownAt: KnownAt | undefined, recordedAt: Instant): LocalDate =>
  dateIn(knownAt && 'moment' in knownAt ? knownAt.moment : recordedAt);

function nameOf({ position, recordedAt, effectiveOn, leftOut }: LookBack, day: LocalDate): NamedView {
  const place = { position: String(position), recordedAt, effectiveOn: effectiveOn ?? null };
  return { ...place, asIfOn: day, leftOut, personal: 'SEALED' };
}

const toObject = (sent: unknown): Readonly<Record<string, unknown>> =>
  isObject(sent) ? (sent as Readonly<Record<string, unknown>>) : {};

function isObject(answer: unknown): answer is object {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    !Array.isArray(answer) &&
    !(answer instanceof StreamableFile)
  );
}

const KNOWN_AT = {
  en: 'a position of the log, or a moment with its offset such as 2026-11-11T10:47:00+07:00',
  id: 'posisi dalam log, atau waktu dengan selisih zona seperti 2026-11-11T10:47:00+07:00',
};

function knownAtOf(value: unknown): KnownAt | undefined {
  if (value === undefined) return undefined;
  if (POSITION.fits(value)) return { position: BigInt(value) };
  const moment = INSTANT.normal(value);
  if (INSTANT.fits(moment)) return { moment };
  throw wrongValue('knownAt', KNOWN_AT);
}

function dayOf(value: unknown): LocalDate | undefined {
  if (value === undefined || DAY.fits(value)) return value;
  throw wrongValue('effectiveOn', DAY.words);
}

function noSuchPast(error: unknown): never {
  if (!(error instanceof NoSuchPast)) throw error;
  const { why, bounds } = error;
  const told = bounds && {
    from: { position: String(bounds.first.position), recordedAt: bounds.first.recordedAt },
    to: { position: String(bounds.last.position), recordedAt: bounds.last.recordedAt },
  };
  throw new ProblemError(
    why === 'AHEAD' ? problems.KNOWN_AT_AHEAD(told) : problems.KNOWN_AT_BEFORE_LOG(told),
  );
}
