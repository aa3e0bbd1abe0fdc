import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent } from '../../spot.ts';

/** A Sidecar that says nothing. */
export const emptySidecar: SpecRule = ({ root, spec }) => {
  if (isFilled(at(spec, 'egress')) || isFilled(at(spec, 'ingress'))) return [];
  if (isPresent(at(spec, 'outboundTrafficPolicy')) || isPresent(at(spec, 'inboundConnectionPool'))) return [];
  const what =
    'This Sidecar sets nothing. Give it "egress", "ingress", "outboundTrafficPolicy" or "inboundConnectionPool".';
  const mends = [
    setting(
      ['spec', 'egress'],
      [{ hosts: ['./*', 'istio-system/*'] }],
      'Know this namespace and istio-system',
    ),
  ];
  return [refuse('MW0801', isPresent(at(root, 'spec')) ? spec : root, what, { at: 'key', mends })];
};
