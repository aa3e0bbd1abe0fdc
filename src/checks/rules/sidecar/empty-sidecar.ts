import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent } from '../../spot.ts';
import { misspeltAt } from '../misspelt.ts';

/** A Sidecar that says nothing. */
export const emptySidecar: SpecRule = ({ root, spec }) => {
  const [lists, others] = [
    ['egress', 'ingress'],
    ['outboundTrafficPolicy', 'inboundConnectionPool'],
  ];
  if (lists.some((name) => isFilled(at(spec, name)))) return [];
  if (others.some((name) => isPresent(at(spec, name)))) return [];
  if (misspeltAt('Sidecar', spec, ...lists, ...others)) return [];
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
