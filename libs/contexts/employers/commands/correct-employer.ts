import { command } from '#runtime';
import { correctRiskClass, correctSize, recordIndustry } from '../domain/correct-employer.js';
import { employers } from '../domain/employer.js';

export const CorrectRiskClass = command('CorrectRiskClass', employers, 'employerId', correctRiskClass);

export const CorrectSize = command('CorrectSize', employers, 'employerId', correctSize);

export const RecordIndustry = command('RecordIndustry', employers, 'employerId', recordIndustry);
