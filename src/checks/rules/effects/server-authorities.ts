import type { Finding } from '../../finding.ts';
import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, number, text, type Spot } from '../../spot.ts';

/** The bundle of public authorities in the image of Istio's proxy. */
const SYSTEM_BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** TLS that a DestinationRule opens without saying by which authorities the server's certificate is to be checked. */
export const serverAuthorities: SpecRule = ({ spec }) => {
  const selected = isFilled(at(spec, 'workloadSelector'));
  const unchecked = (tls: Spot): boolean =>
    ['SIMPLE', 'MUTUAL'].includes(text(at(tls, 'mode')) ?? '') &&
    !isFilled(at(tls, 'caCertificates')) &&
    // With a workloadSelector the authorities come with the credential.
    !(selected && isFilled(at(tls, 'credentialName')));
  return [
    ...all(spec, 'trafficPolicy.tls')
      .filter(unchecked)
      .map((tls) => toldOf('MW1003', tls)),
    ...all(spec, 'trafficPolicy.portLevelSettings[]').flatMap((port) => {
      const tls = at(port, 'tls');
      return unchecked(tls) ? [toldOf('MW1004', tls, number(at(port, 'port', 'number')))] : [];
    }),
    // istioctl leaves the policies of subsets out.
    ...all(spec, 'subsets[].trafficPolicy.tls')
      .filter(unchecked)
      .map((tls) => ({ ...toldOf('MW1003', tls), aliases: [] })),
  ];
};

function toldOf(code: 'MW1003' | 'MW1004', tls: Spot, port?: number): Finding {
  const where = port === undefined ? 'the server' : `the server at port ${String(port)}`;
  const skipped = at(tls, 'insecureSkipVerify').value === true;
  const what = skipped
    ? `With insecureSkipVerify the certificate of ${where} is not checked at all: whoever sits in between could pose as it.`
    : `No "caCertificates" say which authorities to check the certificate of ${where} by. Istio then takes those of the proxy's system, and before 1.21 none at all.`;
  const path = [...tls.path, 'caCertificates'];
  return say(code, skipped ? at(tls, 'insecureSkipVerify') : at(tls, 'mode'), what, {
    mends: skipped ? [] : [setting(path, SYSTEM_BUNDLE, "Check by the system's authorities")],
  });
}
