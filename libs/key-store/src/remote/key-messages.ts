import { SEALED_SECTIONS, type SealedSection } from '#event-store';
import type { Words } from '#kernel';
import {
  type AdoptedKeys,
  type DestroyedKey,
  LONGEST_SUBJECT,
  WRAPPED_BYTES,
  type WrappedKeys,
} from '../key-store.js';

/** What `apps/key-store` is asked, over HTTP: the path of each question. */
export const PATHS = {
  find: 'keys/find',
  ensure: 'keys/ensure',
  destroy: 'keys/destroy',
  adopt: 'keys/adopt',
  destroyed: 'keys/destroyed',
} as const;

/** Persons in one question; more are asked for in several. */
export const MOST_SUBJECTS = 1_000;

/** Wrapped keys as JSON: base64. */
export interface WrittenKeys {
  readonly subject: string;
  readonly masterKeyId: string;
  readonly person?: string;
  readonly health?: string;
  readonly destroyed?: readonly Omit<DestroyedKey, 'subject'>[];
}

/** A question that cannot be taken, and why: which field, what is allowed. */
export class UnreadableQuestion extends Error {
  override readonly name = 'UnreadableQuestion';

  constructor(
    readonly field: string,
    readonly allowed: Words,
  ) {
    super(`${field}: allowed is ${allowed.en}`);
  }
}

/** @throws UnreadableQuestion */
export function readSubjects({ subjects }: { readonly subjects?: unknown }): string[] {
  return listOf('subjects', subjects).map((subject, at) => readSubject(subject, `subjects[${at}]`));
}

/** @throws UnreadableQuestion */
export function readDestruction(body: { readonly subject?: unknown; readonly sections?: unknown }): {
  readonly subject: string;
  readonly sections: SealedSection[];
} {
  const sections = listOf('sections', body.sections);
  return {
    subject: readSubject(body.subject, 'subject'),
    sections: sections.map((section, at) => readSection(section, `sections[${at}]`)),
  };
}

/**
 * @param needed the keys that nobody may be without
 * @throws UnreadableQuestion
 */
export function readKeys(
  { keys }: { readonly keys?: unknown },
  needed: readonly SealedSection[] = [],
): AdoptedKeys[] {
  return listOf('keys', keys).map((one, at) => {
    const { subject, masterKeyId, person, health, destroyed = [] } = Object(one) as Record<string, unknown>;
    const place = (field: string) => `keys[${at}].${field}`;
    if (typeof masterKeyId !== 'string' || !/^[\w-]{1,64}$/.test(masterKeyId))
      throw new UnreadableQuestion(place('masterKeyId'), {
        en: '1 to 64 letters, digits and dashes',
        id: '1 sampai 64 huruf, angka dan strip',
      });
    return {
      subject: readSubject(subject, place('subject')),
      masterKeyId,
      ...readSections({ person, health }, needed, place),
      destroyed: listOf(place('destroyed'), destroyed).map((gone) => {
        const { section, at: since } = Object(gone) as Record<string, unknown>;
        return {
          section: readSection(section, place('destroyed')),
          at: readMoment(since, place('destroyed')),
        };
      }),
    };
  });
}

export function writtenKeys(subject: string, { masterKeyId, ...keys }: WrappedKeys): WrittenKeys {
  const written = SEALED_SECTIONS.flatMap((section) => {
    const key = keys[section];
    return key ? [[section, key.toString('base64')] as const] : [];
  });
  return { subject, masterKeyId, ...(Object.fromEntries(written) as Partial<WrittenKeys>) };
}

/** As the server wrote them. */
export function fromWritten({ masterKeyId, person, health }: WrittenKeys): WrappedKeys {
  return {
    masterKeyId,
    ...(person !== undefined && { person: Buffer.from(person, 'base64') }),
    ...(health !== undefined && { health: Buffer.from(health, 'base64') }),
  };
}

function listOf(field: string, value: unknown): unknown[] {
  if (Array.isArray(value) && value.length <= MOST_SUBJECTS) return value;
  throw new UnreadableQuestion(field, {
    en: `a list of up to ${MOST_SUBJECTS}`,
    id: `daftar paling banyak ${MOST_SUBJECTS}`,
  });
}

function readSubject(value: unknown, field: string): string {
  const fits = typeof value === 'string' && value !== '' && value.length <= LONGEST_SUBJECT;
  if (fits && value.isWellFormed() && !value.includes('\0')) return value;
  throw new UnreadableQuestion(field, {
    en: `the id of a person, 1 to ${LONGEST_SUBJECT} characters`,
    id: `id seseorang, 1 sampai ${LONGEST_SUBJECT} karakter`,
  });
}

function readSection(value: unknown, field: string): SealedSection {
  const section = SEALED_SECTIONS.find((known) => known === value);
  if (section) return section;
  throw new UnreadableQuestion(field, {
    en: SEALED_SECTIONS.join(' or '),
    id: SEALED_SECTIONS.join(' atau '),
  });
}

function readSections(
  keys: Readonly<Record<SealedSection, unknown>>,
  needed: readonly SealedSection[],
  place: (field: string) => string,
): Pick<WrappedKeys, SealedSection> {
  const there = SEALED_SECTIONS.filter((section) => keys[section] !== undefined || needed.includes(section));
  return Object.fromEntries(there.map((section) => [section, readKey(keys[section], place(section))]));
}

function readMoment(value: unknown, field: string): string {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  throw new UnreadableQuestion(field, {
    en: 'a moment, such as 2026-11-28T10:00:00.000Z',
    id: 'suatu saat, misalnya 2026-11-28T10:00:00.000Z',
  });
}

function readKey(value: unknown, field: string): Buffer {
  const key = typeof value === 'string' && /^[A-Za-z0-9+/]{80}$/.test(value) && Buffer.from(value, 'base64');
  if (key && key.length === WRAPPED_BYTES) return key;
  throw new UnreadableQuestion(field, {
    en: `${WRAPPED_BYTES} bytes in base64`,
    id: `${WRAPPED_BYTES} byte dalam base64`,
  });
}
