import { type Instant, instant } from '#kernel';

/** Where "now" comes from. Nothing else in Lindung looks at a clock to decide anything. */
export abstract class Clock {
  abstract now(): Instant;
}

/** The clock of the machine. */
export class SystemClock extends Clock {
  override now(): Instant {
    return instant(new Date().toISOString());
  }
}

/** A clock that stands still until it is set: for specs and demonstrations. */
export class SetClock extends Clock {
  constructor(private moment: Instant) {
    super();
  }

  override now(): Instant {
    return this.moment;
  }

  set(moment: Instant): void {
    this.moment = moment;
  }
}
