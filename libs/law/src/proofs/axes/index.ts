import type { Divided } from '../regions.js';
import { CONTRIBUTION_AXES } from './contributions.axes.js';
import { COVERAGE_AXES } from './coverage.axes.js';
import { DEATH_AXES } from './death.axes.js';
import { JKK_AXES } from './jkk.axes.js';
import { JP_AXES } from './jp.axes.js';
import { MEMBERSHIP_AXES } from './membership.axes.js';
import { SAVINGS_AXES } from './savings.axes.js';

/** Every input that a rule divides, with what its data say of each region and how the engine is asked. */
export const AXES: readonly Divided[] = [
  ...COVERAGE_AXES,
  ...CONTRIBUTION_AXES,
  ...JKK_AXES,
  ...DEATH_AXES,
  ...SAVINGS_AXES,
  ...JP_AXES,
  ...MEMBERSHIP_AXES,
];
