import type { Actor } from '#kernel';

const actors = new WeakMap<object, Actor>();

export function rememberActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}

/** @throws Error on a public route: nobody is signed in there, and asking is a mistake of the program */
export function actorOf(request: object): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('No actor: this route is public');
  return actor;
}

/** Undefined while nobody is signed in. */
export function findActor(request: object): Actor | undefined {
  return actors.get(request);
}
