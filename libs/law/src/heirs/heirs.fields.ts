import { amount, bool, eventDate, type Fields, list, oneOf, optional } from '../kernel/read.js';
import { type HeirsInput, RELATIONS } from './heirs.js';

export const heirsFields: Fields<HeirsInput> = {
  deathDate: eventDate,
  survivors: list(oneOf(RELATIONS)),
  notarialWill: optional(bool),
  benefitIdr: optional(amount()),
};
