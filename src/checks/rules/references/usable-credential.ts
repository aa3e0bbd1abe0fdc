import { asText, member, valueAt, type Resource } from '../../../istio/index.ts';
import { certificateIn, decoded, privateKeyIn } from '../../values/certificate.ts';
import { quote } from '../../words.ts';

/** Why a gateway cannot show the certificate in a Secret, as a sentence; undefined where it can. */
export function unusable(secret: Resource, today: number): string | undefined {
  // What is only assumed, or kept back from the files, has no data to look at.
  const data = member(secret.value, 'data');
  if (secret.assumed || (data === undefined && member(secret.value, 'stringData') === undefined))
    return undefined;
  const chain = textOf(secret, 'tls.crt') ?? textOf(secret, 'cert');
  const key = textOf(secret, 'tls.key') ?? textOf(secret, 'key');
  const name = `Secret ${quote(secret.name)}`;
  if (chain === undefined || key === undefined) {
    const missing = chain === undefined ? 'tls.crt' : 'tls.key';
    return `${name} has no ${missing}.`;
  }
  const certificate = certificateIn(chain);
  if (!certificate) return `What ${name} has for a certificate cannot be read.`;
  const privateKey = privateKeyIn(key);
  if (!privateKey) return `What ${name} has for a private key cannot be read.`;
  if (certificate.notAfter <= today)
    return `The certificate in ${name} ended on ${new Date(certificate.notAfter).toISOString().slice(0, 10)}.`;
  if (certificate.modulus && privateKey.modulus && certificate.modulus !== privateKey.modulus)
    return `The certificate and the private key in ${name} do not belong together.`;
  return undefined;
}

function textOf({ value }: Resource, key: string): string | undefined {
  const plain = asText(valueAt(value, ['stringData', key]));
  if (plain !== undefined) return plain;
  const base64 = asText(valueAt(value, ['data', key]));
  return base64 === undefined ? undefined : (decoded(base64) ?? '');
}
