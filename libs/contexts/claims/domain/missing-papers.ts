import type { LocalDate } from '#kernel';
import type { DocumentsRequested, DocumentKind } from './handed-in.events.js';

/** Documents that are waited for. */
export interface MissingPapers {
  readonly missing: readonly DocumentKind[];
  readonly since: LocalDate;
}

/** The same after documents were asked for: whoever claims has the whole time for what was asked for last. */
export function missingAfter(
  before: MissingPapers | undefined,
  { missing, effectiveOn }: DocumentsRequested['data'],
): MissingPapers {
  const asksForMore = missing.some((kind) => !before?.missing.includes(kind));
  return { missing, since: before && !asksForMore ? before.since : effectiveOn };
}
