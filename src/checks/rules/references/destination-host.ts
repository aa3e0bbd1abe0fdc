import {
  asLabels,
  asList,
  asText,
  firstLabel,
  isWildcard,
  key,
  labelsMatch,
  labelsText,
  member,
  namespaceOf,
  resolveHost,
  selectorOf,
  specOf,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, items } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { defining, otherDomain, settingDomain, slippedDomain } from './defining.ts';
import { definersOf } from './known-host.ts';
import { serviceOfTwoParts } from './two-parts.ts';

/** The host of a DestinationRule, and the workloads that its subsets pick behind it. */
export const destinationHost: LinkedRule = (subject) => {
  const { spec, namespace, view, given } = subject;
  const written = asText(member(spec.value, 'host'));
  if (!written || isWildcard(written)) return [];
  const host = resolveHost(written, namespace, view.settings.clusterDomain);
  const definers = definersOf(view, host, namespace);
  if (definers.length) return emptySubsets(definers, subject);
  return given.services ? [unknown(written, subject)] : [];
};

function unknown(written: string, subject: LinkedSubject): Finding {
  const { spec, namespace, view } = subject;
  const domain = otherDomain(written, view);
  if (domain) {
    const here = view.settings.clusterDomain;
    const what = `A Service of this name exists in a cluster whose domain is ${here}. If the domain is ${domain}, the settings should say so; if not, this rule applies to no call.`;
    const path = [...spec.path, 'host'];
    return say('MW2064', at(spec, 'host'), what, {
      aliases: ['IST0174'],
      mends: [setting(path, written.replace(domain, here)), settingDomain(domain)],
    });
  }
  const twoParts = serviceOfTwoParts(written, view);
  const near = closest(
    written,
    view.find(key.kindIn('Service', namespace)).map(({ name }) => name),
  );
  const meant = twoParts ?? slippedDomain(written, view) ?? near;
  // Kiali takes workloads of that app label for the host.
  const app = view.find(key.labelled(namespace, 'app', written.split('.')[0] ?? '')).length > 0;
  const what = `No Service or ServiceEntry defines ${quote(written)}, so this rule applies to no call.`;
  return say('MW2010', at(spec, 'host'), twoParts ? `${what} The Service is ${twoParts}.` : what, {
    aliases: twoParts || app ? ['IST0174'] : ['IST0174', 'KIA0202'],
    mends: [
      ...(meant === undefined ? [] : [setting([...spec.path, 'host'], meant)]),
      ...(twoParts ? [] : defining(resolveHost(written, namespace, view.settings.clusterDomain), subject)),
    ],
  });
}

function emptySubsets(definers: readonly Resource[], subject: LinkedSubject): readonly Finding[] {
  const { spec, view, given } = subject;
  if (!given.workloads) return [];
  return items(at(spec, 'subsets')).flatMap((subset) => {
    const labels = asLabels(member(subset.value, 'labels'));
    const first = firstLabel(labels);
    // Labels that Istio and Kubernetes add to pods by themselves are in no file.
    if (!first || Object.keys(labels).some((label) => /(^|\.)(istio|kubernetes)\.io\//.test(label)))
      return [];
    if (definers.some((definer) => hasEndpoints(definer, labels, subject))) return [];
    const anywhere = view
      .find(key.labelledAnywhere(...first))
      .some((workload) => labelsMatch(labels, workloadLabels(workload) ?? {}));
    const what = `No workload behind the host carries ${labelsText(labels)}, so requests for subset ${quote(asText(member(subset.value, 'name')) ?? '')} fail with 503.`;
    return [say('MW2011', subset, what, { aliases: anywhere ? ['KIA0203'] : ['IST0173', 'KIA0203'] })];
  });
}

/** Whether the host has an endpoint with these labels; true where that cannot be known. */
function hasEndpoints(definer: Resource, labels: Labels, { view }: LinkedSubject): boolean {
  const selector = selectorOf(definer);
  const first = selector && firstLabel(selector);
  if (first) {
    return view
      .find(key.labelled(namespaceOf(definer, view.settings), ...first))
      .some((workload) => labelsMatch({ ...selector, ...labels }, workloadLabels(workload) ?? {}));
  }
  if (definer.type === 'Service') return true;
  const endpoints = asList(member(specOf(definer), 'endpoints'));
  return (
    !endpoints.length ||
    endpoints.some((endpoint) => labelsMatch(labels, asLabels(member(endpoint, 'labels'))))
  );
}
