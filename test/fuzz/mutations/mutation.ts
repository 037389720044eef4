import type { Role } from '#kernel';
import type { Draft } from '../draft.js';
import type { Random } from '../../system/random.js';
import type { World } from '../world.js';

/** What was sent before, for requests that come back. */
export interface Sent {
  readonly draft: Draft;
  readonly idempotencyKey: string;
}

export interface Surroundings {
  readonly world: World;
  /** Commands that were accepted, the newest last. */
  readonly accepted: readonly Sent[];
  readonly roles: readonly Role[];
}

/** Bends one part of a request. */
export type Mutation = (draft: Draft, random: Random, surroundings: Surroundings) => void;

/** By what is done; the name is told with what is found. */
export type Mutations = Readonly<Record<string, Mutation>>;
