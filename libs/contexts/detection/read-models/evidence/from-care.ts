import type { AccidentEvent } from '#contexts/accidents/facts';
import type { BillingEvent } from '#contexts/billing/facts';
import type { FacilityEvent } from '#contexts/providers/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, put, via } from '#followers';
import { type EventOf, daysBetween, opened } from '#kernel';
import { LEAST_DAYS_LATE, plainNumber } from '../../domain/fact.js';
import { bills, drop, facilities, factRow, facts, keep, recordedOn, revise } from './evidence.tables.js';

type OfAccident<Type extends AccidentEvent['type']> = RecordedEvent<EventOf<AccidentEvent, Type>>;
type OfBilling<Type extends BillingEvent['type']> = RecordedEvent<EventOf<BillingEvent, Type>>;
type OfFacility<Type extends FacilityEvent['type']> = RecordedEvent<EventOf<FacilityEvent, Type>>;

interface Bill {
  readonly accidentId: string;
  readonly participantId: string;
  readonly facilityId: string;
  readonly invoiceNumber: string;
}

/** The number of a bill is a paper too. */
const paperOf = (
  event: RecordedEvent,
  { accidentId, participantId, facilityId, invoiceNumber }: Bill,
  id = event.id,
): Change =>
  keep(event, 'PAPER', {
    id,
    personId: participantId,
    key: `INVOICE/${facilityId}/${plainNumber(invoiceNumber)}`,
    thingId: accidentId,
    onDay: recordedOn(event),
    data: { paper: 'INVOICE', of: 'ACCIDENT', eventId: accidentId },
  });

const careId = ({ accidentId, facilityId, invoiceNumber }: Omit<Bill, 'participantId'>): string =>
  `${accidentId}/${facilityId}/${invoiceNumber}`;

/** A group of diagnoses is known by so many signs of ICD-10. */
const GROUP_SIGNS = 3;

/** A bill with its lines, as it stands now. */
function billed(event: OfBilling<'InvoiceSubmitted' | 'InvoiceRevised'>): readonly Change[] {
  const { invoiceId, accidentId, participantId, facilityId, invoiceNumber, careKind } = event.data;
  const { admittedOn, dischargedOn, totalIdr, benefit } = event.data;
  // Aids are no stay.
  if (benefit !== 'CARE') return [paperOf(event, event.data, invoiceId)];
  const diagnosis = opened(event.data.health)?.mainDiagnosis;
  return [
    put(
      bills,
      via(facilities, facilityId, ({ province }) => ({
        invoiceId,
        facilityId,
        key: diagnosis === undefined ? null : `${province}/${diagnosis.slice(0, GROUP_SIGNS).toUpperCase()}`,
      })),
    ),
    keep(event, 'STAY', {
      id: invoiceId,
      personId: participantId,
      key: facilityId,
      thingId: accidentId,
      onDay: admittedOn,
      data: {
        until: dischargedOn,
        number: plainNumber(invoiceNumber),
        amountIdr: totalIdr,
        isInpatient: careKind === 'INPATIENT',
        isReceipt: false,
        billedOn: recordedOn(event),
      },
    }),
    paperOf(event, event.data, invoiceId),
  ];
}

/** Accidents, care and its bills, and what was agreed with facilities. */
export const fromCare = {
  AccidentNotified: (event: OfAccident<'AccidentNotified'>) => {
    const { accidentId, participantId, occurredOn } = event.data;
    const recorded = recordedOn(event);
    const parts = { id: accidentId, personId: participantId, onDay: occurredOn };
    const isLate = daysBetween(occurredOn, recorded) >= LEAST_DAYS_LATE;
    return [
      keep(event, 'ACCIDENT', { ...parts, data: {} }),
      ...(isLate
        ? [keep(event, 'LATE_ENTRY', { ...parts, data: { what: 'NOTICE', recordedOn: recorded } })]
        : []),
    ];
  },
  NoticeWithdrawn: ({ data: { accidentId } }: OfAccident<'NoticeWithdrawn'>) => [
    drop('ACCIDENT', accidentId),
    drop('LATE_ENTRY', accidentId),
  ],
  CareProvided: (event: OfAccident<'CareProvided'>) => {
    const { accidentId, participantId, facilityId, admittedOn, dischargedOn, invoiceNumber } = event.data;
    return [
      keep(event, 'STAY', {
        id: careId(event.data),
        personId: participantId,
        key: facilityId,
        thingId: accidentId,
        onDay: admittedOn,
        data: {
          until: dischargedOn,
          number: plainNumber(invoiceNumber),
          amountIdr: event.data.invoiceIdr,
          isReceipt: event.data.billing === 'REIMBURSEMENT',
          billedOn: recordedOn(event),
        },
      }),
      paperOf(event, event.data),
    ];
  },
  CareCorrected: ({ data }: OfAccident<'CareCorrected'>) => [
    revise('STAY', careId(data), (fact) => ({
      ...fact,
      data: { ...fact.data, amountIdr: data.invoiceIdr, isReceipt: data.billing === 'REIMBURSEMENT' },
    })),
  ],
  DoctorStatementIssued: (event: OfAccident<'DoctorStatementIssued'>) => {
    const { accidentId, participantId, statedOn } = event.data;
    const { unableFrom, unableUntil } = opened(event.data.health) ?? {};
    if (unableFrom === undefined || unableUntil === undefined) return [];
    return [
      keep(event, 'REST', {
        id: event.id,
        personId: participantId,
        thingId: accidentId,
        onDay: statedOn,
        data: { days: daysBetween(unableFrom, unableUntil) + 1 },
      }),
    ];
  },
  InvoiceSubmitted: billed,
  InvoiceRevised: billed,
  InvoiceWithdrawn: ({ data: { invoiceId } }: OfBilling<'InvoiceWithdrawn'>) => [
    drop('STAY', invoiceId),
    drop('BILL', invoiceId),
    drop('PAPER', invoiceId),
  ],
  InvoicePaymentShown: ({ data: { invoiceId, paidBy } }: OfBilling<'InvoicePaymentShown'>) => [
    revise('STAY', invoiceId, (fact) => ({
      ...fact,
      data: { ...fact.data, isReceipt: paidBy !== 'NOBODY' },
    })),
  ],
  InvoiceVerified: (event: OfBilling<'InvoiceVerified'>) => {
    const { invoiceId, accidentId, participantId, acceptedIdr, effectiveOn } = event.data;
    return [
      put(
        facts,
        via(bills, invoiceId, ({ key, facilityId }) =>
          factRow(event, 'BILL', {
            id: invoiceId,
            personId: participantId,
            key,
            thingId: accidentId,
            onDay: effectiveOn,
            data: { facilityId, acceptedIdr },
          }),
        ),
      ),
    ];
  },
  InvoiceApproved: (event: OfBilling<'InvoiceApproved'>) => {
    const { participantId, invoiceId, acceptedIdr, authority, approverId, effectiveOn } = event.data;
    return [
      keep(event, 'DECISION', {
        id: event.id,
        personId: participantId,
        actorId: approverId,
        thingId: invoiceId,
        onDay: effectiveOn,
        data: {
          of: 'INVOICE',
          level: authority?.level ?? null,
          weighed: authority?.weighed ?? [{ matter: 'CARE', amountIdr: acceptedIdr }],
        },
      }),
    ];
  },
  FacilityRegistered: ({ data: { facilityId, district } }: OfFacility<'FacilityRegistered'>) => [
    put(facilities, { facilityId, province: district.slice(0, 2) }),
  ],
  PlkkAgreementSigned: (event: OfFacility<'PlkkAgreementSigned'>) => {
    const { facilityId, agreementId, validFrom, validUntil, terms } = event.data;
    if (!terms) return [];
    return [
      keep(event, 'BEDS', {
        id: agreementId,
        key: facilityId,
        onDay: validFrom,
        data: { beds: terms.beds, until: validUntil },
      }),
    ];
  },
  PlkkAgreementAmended: ({ data: { agreementId, terms } }: OfFacility<'PlkkAgreementAmended'>) => [
    revise('BEDS', agreementId, (fact) => ({
      ...fact,
      data: { ...fact.data, beds: terms.beds ?? fact.data.beds },
    })),
  ],
  PlkkAgreementExtended: ({ data: { agreementId, validUntil } }: OfFacility<'PlkkAgreementExtended'>) => [
    revise('BEDS', agreementId, (fact) => ({ ...fact, data: { ...fact.data, until: validUntil } })),
  ],
};
