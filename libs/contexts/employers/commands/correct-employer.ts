import { command } from '#runtime';
import { correctRiskClass, correctSize } from '../domain/correct-employer.js';
import { employers } from '../domain/employer.js';

export const CorrectRiskClass = command('CorrectRiskClass', employers, 'employerId', correctRiskClass);

export const CorrectSize = command('CorrectSize', employers, 'employerId', correctSize);
