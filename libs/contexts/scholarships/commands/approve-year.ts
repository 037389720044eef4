import { StreamCommand, commandHandler } from '#runtime';
import { type ApproveYearInput, approveYear } from '../domain/approve-year.js';
import { scholarships } from '../domain/scholarship.js';

export class ApproveYear extends StreamCommand<ApproveYearInput> {
  readonly commandName = 'ApproveYear';
}

export const ApproveYearHandler = commandHandler(ApproveYear, scholarships, 'scholarshipId', approveYear);
