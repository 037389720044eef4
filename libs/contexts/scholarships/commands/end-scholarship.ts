import { StreamCommand, commandHandler } from '#runtime';
import { type EndScholarshipInput, endScholarship } from '../domain/end-scholarship.js';
import { scholarships } from '../domain/scholarship.js';

export class EndScholarship extends StreamCommand<EndScholarshipInput> {
  readonly commandName = 'EndScholarship';
}

export const EndScholarshipHandler = commandHandler(
  EndScholarship,
  scholarships,
  'scholarshipId',
  endScholarship,
);
