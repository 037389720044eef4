import { randomBytes } from 'node:crypto';
import { type KeyRing, PersonKey, SEALED_SECTIONS, type SealedSection, type SubjectKeys } from '#event-store';

/** A key ring for specs: gone with the process. */
interface InMemoryKeyRing extends KeyRing {
  /** Destroys keys for good, as the real one does. */
  destroy(subject: string, sections?: readonly SealedSection[]): Promise<void>;
}

const newKey = () => new PersonKey(randomBytes(32));

/** @param destroyed told of every key that is gone */
export function inMemoryKeyRing(destroyed: () => void = () => {}): InMemoryKeyRing {
  const rings = new Map<string, SubjectKeys>();
  const ringOf = (subject: string): SubjectKeys => {
    const keys = rings.get(subject) ?? { person: newKey(), health: newKey() };
    rings.set(subject, keys);
    return keys;
  };
  return {
    ensure: (subjects) => Promise.resolve(new Map(subjects.map((subject) => [subject, ringOf(subject)]))),
    find: (subjects) => {
      const known = subjects.flatMap((subject) => {
        const keys = rings.get(subject);
        return keys ? [[subject, keys] as const] : [];
      });
      return Promise.resolve(new Map(known));
    },
    destroy: (subject, sections = SEALED_SECTIONS) => {
      const left = { ...ringOf(subject) };
      for (const section of sections) delete left[section];
      rings.set(subject, left);
      destroyed();
      return Promise.resolve();
    },
  };
}
