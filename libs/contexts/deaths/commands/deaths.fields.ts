import { asked, shape } from '#http';
import { TRACE_EVIDENCE } from '../domain/death.events.js';

export class TraceDeathBody extends shape({
  accidentId: asked.uuid({ description: 'The work accident that the death came from' }),
}) {}

export class TraceEvidenceBody extends shape({
  kind: asked.code(TRACE_EVIDENCE),
  number: asked.line({ max: 60, description: 'Number of the paper, or where it lies in the archive' }),
}) {}

export class RemoveTraceBody extends shape({
  evidence: asked.nested(() => TraceEvidenceBody),
}) {}
