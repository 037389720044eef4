import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UseGuards,
  applyDecorators,
} from '@nestjs/common';
import { sightOf } from '#kernel';
import { actorOf } from '../auth/request-actor.js';
import { ProblemAnswer } from '../problem/problem-document.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { Clock } from './clock.js';

const HOUR_MS = 3_600_000;

/**
 * Bounds what each facility asks of this route in an hour of the machine's clock, refused requests included; everybody else
 * asks as often as they like. Counted by each process for itself, since it started.
 */
export function AtMostPerHour(atMost: number): MethodDecorator {
  @Injectable()
  class Bound implements CanActivate {
    private hour = 0;
    private asked = new Map<string, number>();

    constructor(private readonly clock: Clock) {}

    canActivate(context: ExecutionContext): boolean {
      const { facilityId } = sightOf(actorOf(context.switchToHttp().getRequest<object>()));
      if (facilityId !== undefined) this.count(facilityId, Date.parse(this.clock.now()));
      return true;
    }

    private count(facilityId: string, now: number): void {
      const hour = Math.floor(now / HOUR_MS);
      if (hour !== this.hour) [this.hour, this.asked] = [hour, new Map<string, number>()];
      const asked = (this.asked.get(facilityId) ?? 0) + 1;
      this.asked.set(facilityId, asked);
      if (asked <= atMost) return;
      const seconds = Math.ceil(((hour + 1) * HOUR_MS - now) / 1000);
      throw new ProblemError(problems.TOO_MANY_QUESTIONS({ seconds }));
    }
  }
  return applyDecorators(
    UseGuards(Bound),
    ProblemAnswer(429, `A facility asks at most ${atMost} times an hour`),
  );
}
