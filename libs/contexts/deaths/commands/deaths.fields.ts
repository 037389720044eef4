import { UuidField } from '#http';

export class TraceDeathBody {
  @UuidField({ description: 'The work accident that the death came from' })
  readonly accidentId!: string;
}
