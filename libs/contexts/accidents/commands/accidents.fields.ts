import {
  CONCLUSIONS,
  type Conclusion,
  HANDS,
  type Hand,
  INJURY_KINDS,
  type InjuryKind,
  TRANSPORT_MODES,
  type TransportMode,
} from '#law';
import type { Instant, LocalDate, Rupiah } from '#kernel';
import {
  ClockTimeField,
  CodeField,
  InstantField,
  IntegerField,
  LocalDateField,
  NameField,
  NestedField,
  NumberField,
  PhoneField,
  RupiahField,
  TextField,
  UuidField,
} from '#http';
import {
  ACCIDENT_KINDS,
  type AccidentKind,
  DOCTOR_KINDS,
  type DoctorKind,
  EFFECTS,
  EVIDENCE_KINDS,
  type Effect,
  type EvidenceKind,
  MEDICAL_CONDITIONS,
  type MedicalCondition,
  NOTIFIERS,
  type Notifier,
  PLACE_KINDS,
  type PlaceKind,
} from '../domain/accident.events.js';

export class NoticePersonBody {
  @NameField({ description: 'Whom to ask', example: 'Sari Contoh' })
  readonly contactName!: string;

  @PhoneField()
  readonly contactPhone!: string;

  @TextField({ max: 200, description: 'Where it happened', example: 'Pasar Contoh, blok A' })
  readonly place!: string;
}

export class NoticeHealthBody {
  @TextField({
    max: 2000,
    description: 'What happened and what caused it (kronologi)',
    example: 'A crate fell on her hand while unloading',
  })
  readonly chronology!: string;

  @TextField({ max: 100, optional: true, example: 'right hand' })
  readonly bodyPart?: string;
}

export class NotifyAccidentBody {
  @UuidField()
  readonly participantId!: string;

  @CodeField(ACCIDENT_KINDS, { example: 'AT_WORK' })
  readonly kind!: AccidentKind;

  @CodeField(PLACE_KINDS)
  readonly placeKind!: PlaceKind;

  @LocalDateField({ description: 'Day of the accident; of an occupational disease, of the diagnosis' })
  readonly occurredOn!: LocalDate;

  @ClockTimeField({ description: 'Local time in Jakarta' })
  readonly occurredAt!: string;

  @IntegerField({
    min: 1,
    max: 9,
    optional: true,
    description: 'Only for another accident of the same worker on the same day: 2, 3, …',
  })
  readonly nthOfDay?: number;

  @CodeField(NOTIFIERS, { description: 'GROUP is a group of self-employed workers' })
  readonly notifiedBy!: Notifier;

  @NestedField(() => NoticePersonBody)
  readonly person!: NoticePersonBody;

  @NestedField(() => NoticeHealthBody)
  readonly health!: NoticeHealthBody;
}

const reportedAtField = () =>
  InstantField({
    optional: true,
    description: 'When the form came in, for a paper form that is entered later; now when left out',
  });

export class ReportStageOneBody {
  @CodeField(NOTIFIERS, { description: 'Who signed form KK1' })
  readonly reportedBy!: Notifier;

  @reportedAtField()
  readonly reportedAt?: Instant;

  @CodeField(EFFECTS)
  readonly effect!: Effect;

  @CodeField(EVIDENCE_KINDS, { each: true, description: 'What was handed in; may be empty' })
  readonly evidence!: EvidenceKind[];
}

export class ReceiveEvidenceBody {
  @CodeField(EVIDENCE_KINDS, { each: true, description: 'What was handed in now' })
  readonly evidence!: EvidenceKind[];
}

export class PlkkLetterBody {
  @UuidField({ description: 'The facility, with a PLKK agreement in force on the day of the letter' })
  readonly facilityId!: string;

  @LocalDateField({ optional: true, description: 'Day of the letter; today when left out' })
  readonly issuedOn?: LocalDate;
}

export class CareHealthBody {
  @TextField({ max: 2000, description: 'What was done', example: 'Wound care and suturing' })
  readonly procedures!: string;
}

export class RecordCareBody {
  @UuidField()
  readonly facilityId!: string;

  @LocalDateField({ description: 'First day of the stay or treatment' })
  readonly admittedOn!: LocalDate;

  @LocalDateField({ description: 'Last day of the stay or treatment' })
  readonly dischargedOn!: LocalDate;

  @TextField({ max: 60, description: "The facility's own number", example: 'INV-2026-0917' })
  readonly invoiceNumber!: string;

  @RupiahField({ min: 1, description: 'What the care cost', example: 37_450_000 })
  readonly invoiceIdr!: Rupiah;

  @NestedField(() => CareHealthBody)
  readonly health!: CareHealthBody;
}

const percentField = (description: string) => NumberField({ min: 0, max: 100, optional: true, description });

export class InjuryBody {
  @TextField({
    max: 60,
    description: 'Item code of the disability table (PP 44/2015, Annex III)',
    example: 'JARI_LAIN_TANGAN',
  })
  readonly item!: string;

  @CodeField(HANDS, { optional: true, description: 'Of arms, hands and fingers' })
  readonly side?: Hand;

  @CodeField(INJURY_KINDS, { optional: true, description: 'Follows from the item when left out' })
  readonly kind?: InjuryKind;

  @percentField('What the part lost of its function; 100 when left out')
  readonly functionLossPct?: number;

  @IntegerField({ min: 1, max: 100, optional: true, description: 'Steps of 10 dB or 10 %; auricles lost' })
  readonly units?: number;

  @percentField("The doctor's percentage where the row gives a range")
  readonly percent?: number;

  @NumberField({ min: 0, max: 100, optional: true, description: 'Shortening of a leg in centimetres' })
  readonly shorteningCm?: number;

  @percentField('Loss of the ability for physical work')
  readonly abilityLossPct?: number;

  @percentField('Loss of sight of the better eye')
  readonly betterEyeLossPct?: number;

  @percentField('Loss of sight of the worse eye')
  readonly worseEyeLossPct?: number;
}

export class FindingsBody {
  @CodeField(MEDICAL_CONDITIONS, {
    description: 'All but UNDER_TREATMENT are final',
    example: 'PARTIAL_ANATOMIC',
  })
  readonly condition!: MedicalCondition;

  @TextField({ max: 500, example: 'Traumatic amputation of a finger' })
  readonly diagnosis!: string;

  @CodeField(HANDS, { description: 'For a left-handed person right and left swap in the table' })
  readonly dominantHand!: Hand;

  @NestedField(() => InjuryBody, {
    each: true,
    maxItems: 30,
    description: 'For PARTIAL_ANATOMIC and PARTIAL_FUNCTIONAL at least one, otherwise empty',
  })
  readonly injuries!: InjuryBody[];

  @LocalDateField({ optional: true, description: 'First day of temporary incapacity (STMB)' })
  readonly unableFrom?: LocalDate;

  @LocalDateField({ optional: true, description: 'Last day of temporary incapacity; not after statedOn' })
  readonly unableUntil?: LocalDate;

  @LocalDateField({ optional: true, description: 'Day of death, for the condition DEAD only' })
  readonly diedOn?: LocalDate;
}

export class IssueDoctorStatementBody {
  @CodeField(DOCTOR_KINDS)
  readonly doctorKind!: DoctorKind;

  @LocalDateField({ description: 'Day of the statement' })
  readonly statedOn!: LocalDate;

  @NestedField(() => FindingsBody)
  readonly health!: FindingsBody;
}

export class ConcludeAccidentBody {
  @CodeField(CONCLUSIONS)
  readonly conclusion!: Conclusion;

  @TextField({
    max: 500,
    description: 'Why, in words that name no person and no diagnosis',
    example: 'At the registered place of work, in working hours',
  })
  readonly reason!: string;

  @LocalDateField({ optional: true, description: 'Day of the conclusion; today when left out' })
  readonly concludedOn?: LocalDate;
}

export class TransportReceiptBody {
  @CodeField(TRANSPORT_MODES)
  readonly mode!: TransportMode;

  @RupiahField({ min: 1, example: 350_000 })
  readonly amountIdr!: Rupiah;
}

export class ReportStageTwoBody {
  @CodeField(NOTIFIERS, { description: 'Who signed form KK2' })
  readonly reportedBy!: Notifier;

  @reportedAtField()
  readonly reportedAt?: Instant;

  @NestedField(() => TransportReceiptBody, {
    each: true,
    description: 'Receipts of transport; may be empty, several of one mode are added up',
  })
  readonly transport!: TransportReceiptBody[];
}
