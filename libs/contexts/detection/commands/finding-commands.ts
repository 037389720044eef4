import { command } from '#runtime';
import { type FindingState, findings } from '../domain/finding.js';
import { extendFinding, findingIdOfHit, openFinding } from '../domain/open-finding.js';
import { termsOn } from '../domain/terms.js';
import { confirmFinding, explainFinding, noteFinding, takeUpFinding } from '../domain/work-on-finding.js';

/** Who set the thresholds by which it was found. */
const facts = (state: FindingState) =>
  Promise.resolve({ setBy: state.situation === 'UNKNOWN' ? [] : termsOn(state.termsOf).setBy });

/** Only a look sends them. */
export const OpenFinding = command('OpenFinding', findings, findingIdOfHit, openFinding);
export const ExtendFinding = command('ExtendFinding', findings, 'findingId', extendFinding);

export const TakeUpFinding = command('TakeUpFinding', findings, 'findingId', takeUpFinding);
export const NoteFinding = command('NoteFinding', findings, 'findingId', noteFinding);
export const ExplainFinding = command('ExplainFinding', findings, 'findingId', explainFinding, { facts });
export const ConfirmFinding = command('ConfirmFinding', findings, 'findingId', confirmFinding, { facts });
