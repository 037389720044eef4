import { type Sealed, type Upcasters, isErased } from '#kernel';

/** As the first editions recorded it: the number of the certificate, which names the dead, in plain text. */
interface CertificateInPlainText {
  readonly certificate: string;
  readonly health: Sealed<object>;
}

/** Schema 2 carries the number of the certificate under `person`. Of an erased person it is gone. */
function sealCertificate(data: Record<string, unknown>): Record<string, unknown> {
  const { certificate, ...rest } = data as unknown as CertificateInPlainText;
  return { ...rest, person: isErased(rest.health) ? rest.health : { certificate } };
}

/** How old events of a participant are read. */
export const PARTICIPANT_UPCASTERS: Upcasters = { DeathReported: [sealCertificate] };
