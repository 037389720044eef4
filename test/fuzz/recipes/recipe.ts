import type { Random } from '../../system/random.js';
import type { World } from '../world.js';

export type Json = Readonly<Record<string, unknown>>;

/**
 * What a request needs beside the fields that its schema gives, so that it can be accepted in the state that things are in.
 * Members of `body` stand in place of those from the schema; `undefined` leaves one out.
 */
export interface Step {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly file?: string;
  /** The revision that was looked at, where that has to be said. */
  readonly ifMatch?: string;
  /** Takes what the answer tells into the world. */
  learn?(answer: Json): void;
}

/** Gives nothing when there is nothing yet that it could be about. */
export type Recipe = (world: World, random: Random) => Step | undefined;

/** By operation. */
export type Recipes = Readonly<Record<string, Recipe>>;

export const idIn = ({ id }: Json) => String(id);

export const recorded = ({ events }: Json, type: string) => Array.isArray(events) && events.includes(type);
