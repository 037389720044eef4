import { asked, shape } from '#http';

export class TraceDeathBody extends shape({
  accidentId: asked.uuid({ description: 'The work accident that the death came from' }),
}) {}
