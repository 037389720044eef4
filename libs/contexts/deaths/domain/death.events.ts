import type { DomainEvent, LocalDate, Sealed } from '#kernel';

/** A death was found to come from a work accident (meninggal akibat kecelakaan kerja): JKK pays for it, JKM does not. */
export type DeathTraced = DomainEvent<
  'DeathTraced',
  {
    participantId: string;
    accidentId: string;
    /** The how many-th death it is, where those before were reported by mistake and taken back. */
    nthDeath?: number;
    /** Subject of the token of whoever found it out; absent in logs of earlier releases. */
    tracerId?: string;
    /** The day of death. */
    effectiveOn: LocalDate;
  }
>;

/** The paper that shows that a death came from no such accident. */
export const TRACE_EVIDENCE = [
  'DOCTOR_STATEMENT',
  'POLICE_LETTER',
  'INSPECTOR_NOTE',
  'COURT_RULING',
] as const;

export type TraceEvidence = (typeof TRACE_EVIDENCE)[number];

/** The trace was wrong and is taken back (pencabutan kaitan kematian dengan kecelakaan). */
export type DeathTraceRemoved = DomainEvent<
  'DeathTraceRemoved',
  {
    participantId: string;
    accidentId: string;
    evidence: TraceEvidence;
    /** Who had found it out, where the log tells. */
    tracerId?: string;
    /** Subject of the token of whoever took it back: another person. */
    removerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

export type DeathEvent = DeathTraced | DeathTraceRemoved;
