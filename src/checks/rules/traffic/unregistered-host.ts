import { gatewaysOf, hostsOf, isWildcard, MESH_GATEWAY } from '../../../istio/index.ts';
import { definersUnder, ruleGateways, rulesOf } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, items, texts } from '../../spot.ts';
import { quote } from '../../words.ts';
import { defining } from '../references/defining.ts';
import { definersOf, hiddenDefiners } from '../references/known-host.ts';

/** HTTP rules for the mesh, for hosts that nothing defines. */
export const unregisteredHost: LinkedRule = (subject) => {
  const { resource, spec, view, namespace, given } = subject;
  if (!gatewaysOf(resource, view.settings).includes(MESH_GATEWAY)) return [];
  const http = rulesOf(resource).some(
    (rule) => rule.section === 'http' && ruleGateways(resource, rule, view).includes(MESH_GATEWAY),
  );
  const hosts = hostsOf(resource, view.settings);
  const isKnown = (host: string): boolean =>
    definersOf(view, host, namespace).length > 0 ||
    (isWildcard(host) && definersUnder(view, host).length > 0);
  // Hosts that are known lend the others their ports.
  if (!http || !hosts.length || hosts.some(isKnown)) return [];
  const inside = hosts.some((host) => host.endsWith(`.${view.settings.clusterDomain}`));
  if (!(inside ? given.services : given.entries)) return [];
  const [first] = texts(items(at(spec, 'hosts')));
  const [host] = hosts;
  if (!first || host === undefined) return [];
  const [hidden] = hiddenDefiners(view, host, namespace);
  const why = hidden
    ? `${hidden.kind} ${hidden.name} defines ${quote(first.value)}, and is not exported to namespace ${namespace}`
    : `Nothing defines ${quote(first.value)}`;
  const what = `${why}, so sidecars know none of its ports: these rules count at port 80 alone, and only where something else of HTTP is at port 80. Calls by https:// they never see.`;
  return [say('MW3217', first, what, { mends: inside || hidden ? [] : defining(host, subject, [80]) })];
};
