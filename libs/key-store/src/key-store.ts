import type { SealedSection } from '#event-store';

/** What a key takes once it is wrapped: nonce (12 bytes), tag (16) and ciphertext (32). */
export const WRAPPED_BYTES = 60;

/** Longest id of a person; a participant's id is a UUID. */
export const LONGEST_SUBJECT = 200;

/** The keys of a person as they are kept: wrapped. Whoever keeps them cannot use them. */
export interface WrappedKeys extends Readonly<Partial<Record<SealedSection, Buffer>>> {
  /** Which master key wraps them, without revealing it. */
  readonly masterKeyId: string;
}

/** A key that is gone for good, and since when (ISO 8601). */
export interface DestroyedKey {
  readonly subject: string;
  readonly section: SealedSection;
  readonly at: string;
}

/** What another keeper of keys had about a person. */
export interface AdoptedKeys extends WrappedKeys {
  readonly subject: string;
  readonly destroyed: readonly Omit<DestroyedKey, 'subject'>[];
}

/**
 * Keeps the wrapped keys of persons, and destroys them for good. There is one for an installation: a file of this machine,
 * or a server of its own that others ask.
 */
export interface KeyStore {
  /** For people and logs: where the keys are. */
  readonly place: string;
  /** The keys that there are. Somebody whose keys were destroyed is among them, without those keys. */
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, WrappedKeys>>;
  /**
   * The keys of all of these, those that were missing made: on disk before this resolves. Whoever comes second gets what
   * the first one made, and nobody gets a key in place of one that was destroyed.
   * @param make new keys of somebody; may be called in vain
   */
  ensure(
    subjects: readonly string[],
    make: (subject: string) => Required<WrappedKeys>,
  ): Promise<ReadonlyMap<string, WrappedKeys>>;
  /**
   * Destroys keys for good, also those that were never made, and resolves once no file of the store holds them any more.
   * @throws StillInFiles when they cannot be used again, but a file could not be cleaned in time
   */
  destroy(subject: string, sections: readonly SealedSection[]): Promise<void>;
  /** Takes over what another keeper had, on disk before this resolves. Twice is once. @throws KeysDiffer */
  adopt(keys: readonly AdoptedKeys[]): Promise<void>;
  /** Every key that was destroyed, the oldest first. */
  destroyed(): Promise<readonly DestroyedKey[]>;
  /** @throws when keys can be neither found nor made now */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The keys cannot be asked for now; nothing was lost, and asking again is safe. */
export class KeyStoreUnavailable extends Error {
  override readonly name = 'KeyStoreUnavailable';
}

/** Two keepers have other keys of the same person: taking either would make what the other one sealed unreadable. */
export class KeysDiffer extends Error {
  override readonly name = 'KeysDiffer';

  constructor(readonly subjects: readonly string[]) {
    super(
      `Other keys are kept already for ${subjects.length} persons, such as ${subjects[0]}: two installations, or a release that ran beside its successor. Nothing of these was taken over`,
    );
  }
}

/** The keys are destroyed and nobody is given them again, but a file could not be cleaned in time. */
export class StillInFiles extends Error {
  override readonly name = 'StillInFiles';

  constructor(
    place: string,
    readonly seconds: number,
  ) {
    super(
      `The keys are destroyed, but their bytes are still in the write-ahead log of ${place}: somebody has been reading it for ${seconds} seconds, such as a backup. It is cleaned as soon as they end; ask again to be sure`,
    );
  }
}
