import { type LocalDate, isSameName } from '#kernel';
import type { CorrectableState } from './correctable.js';

/** What tells people apart who have one NIK by mistake. */
export interface TypedPerson {
  readonly name: string;
  readonly birthDate: LocalDate;
}

const NOBODY = { person: undefined };

/** Whether a NIK was surely typed for somebody else: neither name nor birth date are those that are known. */
export function isSomebodyElse(known: CorrectableState, typed: TypedPerson): boolean {
  const { person } =
    known.situation === 'KNOWN' ? known : known.situation === 'MERGED' ? known.record : NOBODY;
  if (!person) return false;
  return person.birthDate !== typed.birthDate && !isSameName(person.name, typed.name);
}
