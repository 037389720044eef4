import { command } from '#runtime';
import { endScholarship } from '../domain/end-scholarship.js';
import { knownChild } from './entitling-event.js';
import { scholarships } from '../domain/scholarship.js';
import { mayDecide } from './who-acts.js';

export const EndScholarship = command('EndScholarship', scholarships, 'scholarshipId', endScholarship, {
  facts: knownChild,
  permit: mayDecide,
});
