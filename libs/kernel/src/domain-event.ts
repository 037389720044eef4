/**
 * A fact that was recorded and is never edited. `type` is past tense, `data` is plain JSON:
 * amounts in whole rupiah, dates as ISO local dates, instants in UTC.
 * Personal fields stand under `data.person`, health fields under `data.health`; both are sealed in the log.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** The member of an event union with the given type. */
export type EventOf<Event extends DomainEvent, Type extends Event['type']> = Extract<Event, { type: Type }>;

/** Builds one event; the type argument of the calling context checks `data`. */
export function event<const Type extends string, Data extends object>(
  type: Type,
  data: Data,
): DomainEvent<Type, Data> {
  return { type, data };
}
