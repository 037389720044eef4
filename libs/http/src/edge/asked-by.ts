import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type Actor, type LocalDate, type Sight, sightOf } from '#kernel';
import { actorOf } from '../auth/request-actor.js';
import { todayOf } from './today.js';

/** Whoever asks for what is theirs: who they are, on which day, and how far they see. */
export interface Asker {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly sight: Sight;
}

/** `CurrentActor`, `Today` and `Seen` in one, where a query depends on all of them. `@AskedBy() asker: Asker` */
export const AskedBy = createParamDecorator((_data: unknown, execution: ExecutionContext): Asker => {
  const request = execution.switchToHttp().getRequest<object>();
  const actor = actorOf(request);
  return { actor, today: todayOf(request), sight: sightOf(actor) };
});
