import { asText, hostsOf, key, member, specOf, type MeshView } from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';

/**
 * The other names that Services of type ExternalName give to hosts, by the host that each leads to in the end. A name that
 * leads back to itself leads nowhere.
 * https://github.com/istio/istio/blob/master/pilot/pkg/model/push_context.go (resolveServiceAliases)
 */
export const aliasesIn = (view: MeshView): ReadonlyMap<string, readonly string[]> =>
  remember(view, 'aliases', () => {
    const targets = new Map<string, string>();
    for (const service of view.find(key.kind('Service'))) {
      const [host] = hostsOf(service, view.settings);
      const target = asText(member(specOf(service), 'externalName'))?.toLowerCase();
      if (host && target && asText(member(specOf(service), 'type')) === 'ExternalName')
        targets.set(host.toLowerCase(), target);
    }
    const aliases = new Map<string, string[]>();
    for (const alias of targets.keys()) {
      const end = endOf(alias, targets);
      if (end !== undefined) aliases.set(end, [...(aliases.get(end) ?? []), alias]);
    }
    return aliases;
  });

function endOf(alias: string, targets: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let host = alias;
  for (let next = targets.get(host); next !== undefined; next = targets.get(host)) {
    if (seen.has(host)) return undefined;
    seen.add(host);
    host = next;
  }
  return host;
}
