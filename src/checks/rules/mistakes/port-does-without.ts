import type { Finding } from '../../finding.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, number, text, type Spot } from '../../spot.ts';
import { listOf } from '../../words.ts';
import { policiesOf } from '../destination-rule/policies.ts';

/** What settings for a port can say; the rest of a policy cannot be said for one port, and is lost there. */
const OF_PORTS = ['loadBalancer', 'connectionPool', 'outlierDetection', 'tls'] as const;
const OF_ALL = ['tunnel', 'proxyProtocol', 'retryBudget'] as const;

/** Settings for a port, in place of a policy that says more. Those of a subset stand in place of the whole policy's, too. */
export const portDoesWithout: SpecRule = ({ spec }) =>
  policiesOf(spec).flatMap((policy) => {
    const ports = all(policy, 'portLevelSettings[]');
    if (!ports.length) return [];
    const whole = policy.path.includes('subsets') ? [at(spec, 'trafficPolicy')] : [];
    return ports.flatMap((port) => lost(port, [policy, ...whole]));
  });

function lost(port: Spot, policies: readonly Spot[]): readonly Finding[] {
  const said = (part: string): Spot | undefined => {
    const policy = policies.find((one) => isFilled(at(one, part)));
    return policy && at(policy, part);
  };
  const missing = OF_PORTS.filter((part) => said(part) && at(port, part).value === undefined);
  // A policy of a subset that loses these still has those of the whole.
  const more = policies.length > 1 ? [] : OF_ALL.filter((part) => said(part));
  if (missing.length === 0 && more.length === 0) return [];
  const names = listOf([...missing, ...more], 'and');
  const mode = missing.includes('tls') ? text(at(said('tls') ?? port, 'mode')) : undefined;
  const plain = mode !== undefined && mode !== 'DISABLE';
  const which = number(at(port, 'port', 'number'));
  const what = `These settings stand in place of the whole policy for port ${which === undefined ? 'that they name' : String(which)}: its ${names} ${missing.length + more.length === 1 ? 'does' : 'do'} not count there.${plain ? ' Calls to this port are not encrypted by it.' : ''}`;
  const steps = missing.map((part) => ({
    kind: 'set-field' as const,
    path: [...port.path, part],
    value: said(part)?.value ?? {},
  }));
  return [
    say('MW1132', port, what, {
      at: 'key',
      ...(plain && { severity: 'warning' as const }),
      mends: more.length === 0 ? [{ title: `Say ${listOf(missing, 'and')} for the port too`, steps }] : [],
    }),
  ];
}
