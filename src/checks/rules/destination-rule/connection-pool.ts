import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, type Spot } from '../../spot.ts';
import { idleTimeout } from './idle-timeout.ts';
import { policyParts } from './policies.ts';

/** The connection pools of a DestinationRule. */
export const connectionPools: SpecRule = ({ spec }) =>
  policyParts(spec, 'connectionPool').flatMap(connectionPool);

/** A connection pool, which a Sidecar has too. Of numbers and durations the schema speaks. */
export function connectionPool(pool: Spot): readonly Finding[] {
  const [http, tcp] = [at(pool, 'http'), at(pool, 'tcp')];
  if (!isPresent(http) && !isPresent(tcp)) {
    const what = 'This connection pool has no limits. Set some under "tcp" or "http", or remove it.';
    return [refuse('MW0506', pool, what, { at: 'key', mends: [removing(pool.path)] })];
  }
  return [...idleTimeout(pool), ...upgrade(http), ...keepAlive(at(http, 'http2KeepAlive'))];
}

function upgrade(http: Spot): readonly Finding[] {
  const [policy, client] = [at(http, 'h2UpgradePolicy'), at(http, 'useClientProtocol')];
  if (policy.value !== 'UPGRADE' || client.value !== true) return [];
  const what = `"h2UpgradePolicy: UPGRADE" sends everything as HTTP/2 and "useClientProtocol" keeps the caller's protocol; only one can be.`;
  return [
    refuse('MW0507', client, what, { at: 'key', mends: [removing(client.path), removing(policy.path)] }),
  ];
}

function keepAlive(pings: Spot): readonly Finding[] {
  if (!isPresent(pings)) return [];
  const defaults = { interval: '30s', timeout: '10s' };
  return (['interval', 'timeout'] as const)
    .filter((name) => !isPresent(at(pings, name)))
    .map((name) => {
      const mends = [setting([...pings.path, name], defaults[name], `Set ${name} to ${defaults[name]}`)];
      return refuse(
        'MW0508',
        pings,
        `HTTP/2 pings need both "interval" and "timeout"; "${name}" is missing.`,
        {
          at: 'key',
          mends,
        },
      );
    });
}
