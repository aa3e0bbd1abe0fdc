import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, isFilled, type Spot } from '../../spot.ts';
import { policiesOf } from './policies.ts';

const parts = [
  'connectionPool',
  'loadBalancer',
  'outlierDetection',
  'tls',
  'portLevelSettings',
  'tunnel',
  'proxyProtocol',
  'retryBudget',
];

/** A policy that sets nothing, and one that wraps connections in two ways at once. */
export const emptyPolicy: SpecRule = ({ spec }) =>
  policiesOf(spec).flatMap((policy) => [...empty(policy), ...twice(policy)]);

function empty(policy: Spot): readonly Finding[] {
  const set = parts.some((name) => {
    const part = at(policy, name);
    return name === 'portLevelSettings' ? isFilled(part) : isPresent(part);
  });
  if (set) return [];
  const what = 'This trafficPolicy sets nothing. Give it at least one setting, or remove it.';
  return [refuse('MW0502', policy, what, { at: 'key', mends: [removing(policy.path)] })];
}

function twice(policy: Spot): readonly Finding[] {
  const [tunnel, proxy] = [at(policy, 'tunnel'), at(policy, 'proxyProtocol')];
  if (!isPresent(tunnel) || !isPresent(proxy)) return [];
  const what = 'A connection can be sent through a tunnel or begin with the PROXY protocol, not both.';
  return [refuse('MW0503', proxy, what, { at: 'key', mends: [removing(proxy.path), removing(tunnel.path)] })];
}
