import { asNumber, valueAt, type MeshView } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Assumption } from '../assume.ts';
import { serviceToAssume } from '../assumption-for.ts';
import type { Sender } from './senders.ts';

/**
 * The Service that the files lack, with ports of the protocol that the rules are for: by a bare number nobody could tell that
 * http rules apply. Null where the files define the host, or no Service can be called that.
 */
export function missingService(
  mesh: MeshView,
  host: string,
  senders: readonly Sender[],
): (Assumption & { kind: 'assume-service' }) | null {
  const asked = new Map<number, string>();
  for (const { rule, routes, toHost } of senders) {
    for (const index of toHost)
      asked.set(
        asNumber(valueAt(routes[index], ['destination', 'port', 'number'])) ?? 80,
        rule.section === 'http' ? 'http' : rule.section,
      );
  }
  if (asked.size === 0) asked.set(80, 'http');
  const found = serviceToAssume(mesh, host);
  const ports = [...asked].map(([port, protocol]): YamlMap => ({
    port,
    name: asked.size > 1 ? `${protocol}-${port}` : protocol,
  }));
  return found && { ...found, ports };
}
