import type { Upcasters } from '#kernel';

/** Schema 2 carries the reason of a conclusion under `person`: it is free text, whatever it was asked to leave out. */
const sealReason = ({ reason, ...data }: Record<string, unknown>) => ({ ...data, person: { reason } });

/** How old events of an accident are read. */
export const ACCIDENT_UPCASTERS: Upcasters = { AccidentConcluded: [sealReason] };
