import { asText, asMap, member } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, text } from '../../spot.ts';
import { policyParts } from '../destination-rule/policies.ts';
import { endpointsIn, isOutside } from './entry-facts.ts';
import { entriesBehind } from './entry-definers.ts';

const TLS_LABEL = 'security.istio.io/tlsMode';

/** Certificates of the mesh for hosts that are not of it. */
export const externalMutual: LinkedRule = (subject) => {
  const modes = policyParts(subject.spec, 'tls')
    .map((tls) => at(tls, 'mode'))
    .filter((mode) => text(mode) === 'ISTIO_MUTUAL');
  if (!modes.length) return [];
  const entries = entriesBehind(subject);
  // An endpoint with a sidecar of its own is of the mesh, whatever the entry says.
  const meshed = entries.some((entry) =>
    endpointsIn(entry).some(
      (endpoint) =>
        asText(member(endpoint, 'serviceAccount')) ||
        asMap(member(endpoint, 'labels'))?.[TLS_LABEL] !== undefined,
    ),
  );
  if (!entries.length || meshed || !entries.every(isOutside)) return [];
  const what =
    'The host is outside the mesh. With ISTIO_MUTUAL the proxy shows a certificate of the mesh and expects one, which a server outside does not have: connections fail. For TLS as everyone speaks it the mode is SIMPLE.';
  return modes.map((mode) => say('MW3206', mode, what, { mends: [setting(mode.path, 'SIMPLE')] }));
};
