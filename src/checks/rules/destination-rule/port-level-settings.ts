import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, type Spot } from '../../spot.ts';
import { portPoliciesOf } from './policies.ts';

const parts = ['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'];

/** Settings for single ports: for which port, and what. */
export const portLevelSettings: SpecRule = ({ spec }) =>
  portPoliciesOf(spec).flatMap((policy) => [...port(policy), ...empty(policy)]);

function port(policy: Spot): readonly Finding[] {
  if (isPresent(at(policy, 'port'))) return [];
  const mends = [setting([...policy.path, 'port'], { number: 80 }, 'Set the port to 80')];
  return [
    refuse('MW0504', policy, 'These settings do not say for which port. Set "port.number".', {
      at: 'key',
      mends,
    }),
  ];
}

function empty(policy: Spot): readonly Finding[] {
  if (parts.some((part) => isPresent(at(policy, part)))) return [];
  const what = 'These settings for a port set nothing. Give them at least one, or remove them.';
  return [
    refuse('MW0502', policy, what, { at: 'key', mends: [removing(policy.path, 'Remove these settings')] }),
  ];
}
