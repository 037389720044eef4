import type { PersonKey } from './person-key.js';

/** The two kinds of personal data, each with a key of its own per person. */
export const SEALED_SECTIONS = ['person', 'health'] as const;

export type SealedSection = (typeof SEALED_SECTIONS)[number];

/** A person's keys (AES-256). A destroyed key is absent: what it sealed is erased for good. */
export type SubjectKeys = Partial<Record<SealedSection, PersonKey>>;

/** Where the keys of persons are kept. Deleting a key erases what it sealed in an append-only log. */
export interface KeyRing {
  /** The keys of these persons, made on first use. A person whose key was destroyed gets no new one. */
  ensure(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>>;
  /** The keys that exist; nothing is made. */
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>>;
  /** It has no keys of anybody: what it does not open was not therefore destroyed. */
  readonly opensNothing?: true;
}

/** Of a program that must not know who it is about: it opens nothing, and seals nothing. */
export const NO_KEYS: KeyRing = {
  ensure: async () => new Map(),
  find: async () => new Map(),
  opensNothing: true,
};
