import { command } from '#runtime';
import { declareInterest } from '../domain/declare-interest.js';
import { whoDecides } from '../domain/who-decides.js';

export const DeclareInterest = command('DeclareInterest', whoDecides, 'claimId', declareInterest);
