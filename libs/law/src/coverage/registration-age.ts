import { ageOn, type LocalDate } from '#kernel';
import type { Provision } from '../kernel/provision.js';
import { versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { AGE_LIMITS, type AgeLimit } from './coverage.rules.js';

export interface RegistrationAgeLimit extends AgeLimit {
  readonly provision: Provision;
}

/** The ages that may register in a segment on a day (section 1.4); nothing when the segment has no limit then. */
export function registrationAgeLimit(segment: Segment, on: LocalDate): RegistrationAgeLimit | undefined {
  const rule = AGE_LIMITS[segment];
  const version = rule && versionOn(rule, on);
  return version && { ...version.value, provision: version };
}

/** Whether a person of this birth date may register in a segment on a day. */
export function mayRegisterAtAge(segment: Segment, birthDate: LocalDate, on: LocalDate): boolean {
  const age = ageOn(birthDate, on);
  const { minimumAge = 0, belowAge = Infinity } = registrationAgeLimit(segment, on) ?? {};
  return age >= minimumAge && age < belowAge;
}
