import type { LocalDate } from '#kernel';
import type { Bilingual, Provision } from './provision.js';

/** What a rule says during one stretch of time. */
export interface Version<Value> extends Provision {
  readonly from: LocalDate;
  /** Last day on which it applies; without it, until the next version. */
  readonly until?: LocalDate;
  readonly value: Value;
}

/** One rule of law as data: its value through time, oldest version first. */
export interface Rule<Value> {
  readonly id: string;
  readonly title: Bilingual;
  /** What the value counts: "Rp", "% of wage", "months". */
  readonly unit: string;
  readonly versions: readonly Version<Value>[];
  /** The rule whose values it takes over: a reform of that one holds for this one as well, unless it speaks of it itself. */
  readonly follows?: Rule<Value>;
}

/** A version that governs a day. It knows its rule, so that a number read from it can say where it stands. */
export interface VersionInForce<Value> extends Version<Value> {
  readonly rule: Rule<Value>;
}
