import {
  hostSubsetOf,
  hostSuffixes,
  isWildcard,
  key,
  hostsOf,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { findHost, isVisible } from '../../../routing/index.ts';

/** What defines a host for a namespace, a wildcard ServiceEntry that covers it included; empty where nothing does. */
export function definersOf(view: MeshView, host: string, namespace: string): readonly Resource[] {
  const exact = findHost(view, host, namespace).resources;
  if (exact.length) return exact;
  return coveringEntries(view, host).filter((entry) => isVisible(entry, namespace, view.settings));
}

/** Those that define the host, or cover it, but for others only. */
export function hiddenDefiners(view: MeshView, host: string, namespace: string): readonly Resource[] {
  return [
    ...findHost(view, host, namespace).hidden,
    ...coveringEntries(view, host).filter((entry) => !isVisible(entry, namespace, view.settings)),
  ];
}

function coveringEntries(view: MeshView, host: string): readonly Resource[] {
  return [
    ...hostSuffixes(host).flatMap((suffix) => view.find(key.host('ServiceEntry', `*${suffix}`))),
    ...view
      .find(key.oddWildcards('ServiceEntry'))
      .filter((entry) =>
        hostsOf(entry, view.settings).some((one) => isWildcard(one) && hostSubsetOf(host, one)),
      ),
  ];
}
