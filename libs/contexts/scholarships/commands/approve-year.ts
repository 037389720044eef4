import { command } from '#runtime';
import { approveYear } from '../domain/approve-year.js';
import { entitlingEvent } from './entitling-event.js';
import { scholarships } from '../domain/scholarship.js';
import { mayDecide } from './who-acts.js';

export const ApproveYear = command('ApproveYear', scholarships, 'scholarshipId', approveYear, {
  facts: entitlingEvent,
  permit: mayDecide,
});
