import { command } from '#runtime';
import { resumeScholarship } from '../domain/resume-scholarship.js';
import { scholarships } from '../domain/scholarship.js';
import { resumableChild } from './entitling-event.js';
import { mayDecide } from './who-acts.js';

export const ResumeScholarship = command(
  'ResumeScholarship',
  scholarships,
  'scholarshipId',
  resumeScholarship,
  { facts: resumableChild, permit: mayDecide },
);
