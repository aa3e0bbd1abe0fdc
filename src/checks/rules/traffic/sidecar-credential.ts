import { gatewaysOf, hostsOf, key, MESH_GATEWAY } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, isFilled, text } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from '../destination-rule/policies.ts';

/** Credentials by name that only gateways read, in rules that are for sidecars too. */
export const sidecarCredential: LinkedRule = ({ resource, spec, view, namespace }) => {
  if (isFilled(at(spec, 'workloadSelector')) || namespace === view.settings.rootNamespace) return [];
  const named = policyParts(spec, 'tls').filter((tls) => {
    const name = text(at(tls, 'credentialName'));
    return (
      name && !name.startsWith('configmap://') && ['SIMPLE', 'MUTUAL'].includes(text(at(tls, 'mode')) ?? '')
    );
  });
  if (!named.length) return [];
  const senders = hostsOf(resource, view.settings).flatMap((host) => view.find(key.sendingTo(host)));
  const inMesh = senders.some((sender) => gatewaysOf(sender, view.settings).includes(MESH_GATEWAY));
  if (senders.length > 0 && !inMesh) return [];
  return named.map((tls) => {
    const spot = at(tls, 'credentialName');
    const what = `Gateways find the credential ${quote(text(spot) ?? '')} in their namespace. Sidecars do not look for it, unless the rule selects their workload with "workloadSelector": they leave TLS out and call in plain text. For sidecars name files, such as in "clientCertificate".`;
    // Without a rule that sends there, nobody can say who calls.
    return say('MW3207', spot, what, inMesh ? {} : { severity: 'info' });
  });
};
