import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, text, type Spot } from '../../spot.ts';
import { isTlsLike } from '../../values/protocol.ts';
import { serverTls } from '../tls/server-tls.ts';

/** TLS that a sidecar opens for clients outside the mesh, which can do less than that of a Gateway. */
export const ingressTls: SpecRule = ({ spec }) =>
  all(spec, 'ingress[]').flatMap((listener) => {
    const tls = at(listener, 'tls');
    if (!isPresent(tls)) return [];
    return [
      ...unsupported(tls),
      ...mode(at(tls, 'mode')),
      ...protocol(at(listener, 'port', 'protocol')),
      ...serverTls(tls),
    ];
  });

const fields = ['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'];

const unsupported = (tls: Spot): readonly Finding[] =>
  fields
    .map((name) => at(tls, name))
    .filter(isFilled)
    .map((spot) => {
      const what = `Sidecars cannot do "${String(spot.path.at(-1))}"; it is for Gateways. Certificates of sidecars come from files.`;
      return refuse('MW0803', spot, what, { at: 'key', mends: [removing(spot.path)] });
    });

function mode(spot: Spot): readonly Finding[] {
  const written = text(spot);
  if (written !== 'ISTIO_MUTUAL' && written !== 'AUTO_PASSTHROUGH') return [];
  const what = `The ingress of a sidecar cannot have the mode ${written}. Use SIMPLE or MUTUAL; mutual TLS within the mesh needs no settings here.`;
  return [refuse('MW0804', spot, what, { mends: [setting(spot.path, 'SIMPLE')] })];
}

function protocol(spot: Spot): readonly Finding[] {
  const written = text(spot) ?? '';
  if (isTlsLike(written)) return [];
  const what = `TLS settings need a port with the protocol HTTPS or TLS${written === '' ? '' : `, not ${written}`}.`;
  return [refuse('MW0805', spot, what, { mends: [setting(spot.path, 'HTTPS'), setting(spot.path, 'TLS')] })];
}
