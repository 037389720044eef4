import type { Period } from '#kernel';
import { inForce, lawDayOf } from '../kernel/rule.js';
import { EMPLOYER_PROGRAMMES, type EmployerProgramme, type EmployerSize } from './employer.rules.js';

/** The programmes that an employer of this size has to join, in a contribution month. */
export const programmesOf = (size: EmployerSize, period: Period): readonly EmployerProgramme[] =>
  inForce(EMPLOYER_PROGRAMMES, lawDayOf(period)).value[size];
