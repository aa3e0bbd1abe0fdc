import { hostsOf, type Mesh, type ResourceId } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';
import { isOutside } from './entry-facts.ts';

/** What no file can tell of hosts outside: said once in a workspace, at the first that declares one. */
export function outsideNote(mesh: Mesh): ReadonlyMap<ResourceId, readonly Finding[]> {
  for (const { resources } of mesh.files) {
    const entry = resources.find((one) => isOutside(one) && !one.stale && !one.assumed);
    if (entry) return new Map([[entry.id, [noted(hostsOf(entry, mesh.settings)[0] ?? '')]]]);
  }
  return NOTHING;
}

const NOTHING: ReadonlyMap<ResourceId, readonly Finding[]> = new Map();

function noted(host: string): Finding {
  const what = `Whether calls get out to ${quote(host)} and other hosts outside is not in any file: a firewall of the cluster or of the other side may stop them, however right the configuration is. Have the addresses that the cluster calls from let in there.`;
  return say('MW3220', { path: ['spec', 'hosts'] }, what, { at: 'key' });
}
