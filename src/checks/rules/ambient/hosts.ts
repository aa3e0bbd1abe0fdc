import { asText, member, resolveHost, specOf } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';
import { isAmbientNamespace, labelsOf, namespaceLabels, waypointNamed } from './mode.ts';
import { enrolling } from './enrolling.ts';
import { routesRequests, ruleAboutRequests, servicesAt, textsAt } from './requests.ts';

interface Codes {
  readonly withoutWaypoint: string;
  readonly notCaptured: string;
  readonly elsewhere: string;
}

/** A VirtualService for callers in ambient mode: its Service stands behind a waypoint, in its own namespace. */
export const ambientRoutes: LinkedRule = (subject) => {
  const { resource, view } = subject;
  if (!routesRequests(resource, view)) return [];
  return judged(subject, textsAt(resource, 'hosts'), (index) => ['spec', 'hosts', index], {
    withoutWaypoint: 'KIA1109',
    notCaptured: 'KIA1113',
    elsewhere: 'KIA1114',
  });
};

/** The same of a DestinationRule that is about requests. */
export const ambientRule: LinkedRule = (subject) => {
  const host = asText(member(specOf(subject.resource), 'host'));
  if (!host || !ruleAboutRequests(subject.resource)) return [];
  return judged(subject, [host], () => ['spec', 'host'], {
    withoutWaypoint: 'KIA0210',
    notCaptured: 'KIA0211',
    elsewhere: 'KIA0212',
  });
};

function judged(
  { view, namespace }: LinkedSubject,
  written: readonly string[],
  pathOf: (index: number) => readonly (string | number)[],
  codes: Codes,
): readonly Finding[] {
  const hosts = written.map((host) => resolveHost(host, namespace, view.settings.clusterDomain));
  const ambient = servicesAt(hosts, view).filter((one) => isAmbientNamespace(view, one.namespace));
  if (!ambient.length) {
    const labels = namespaceLabels(view, namespace);
    if (!isAmbientNamespace(view, namespace) || waypointNamed({}, labels)) return [];
    const what = `Namespace ${namespace} is in ambient mode and uses no waypoint, so nobody there follows rules for requests.`;
    return [
      say('MW2501', { path: pathOf(0) }, what, {
        aliases: [codes.withoutWaypoint],
        mends: enrolling(view, namespace),
      }),
    ];
  }
  return ambient.flatMap(({ service, namespace: home, index }) => {
    const found: Finding[] = [];
    if (home !== namespace) {
      const what = `${quote(service.name)} is a Service of the ambient namespace ${home}, whose waypoint follows rules of its own namespace only. Move this one there.`;
      found.push(say('MW2503', { path: pathOf(index) }, what, { aliases: [codes.elsewhere] }));
    }
    if (!waypointNamed(labelsOf(service), namespaceLabels(view, home))) {
      const what = `Service ${quote(service.name)} is in ambient mode and no waypoint stands before it, so nobody follows these rules.`;
      found.push(
        say('MW2502', { path: pathOf(index) }, what, {
          aliases: [codes.notCaptured],
          mends: enrolling(view, home),
        }),
      );
    }
    return found;
  });
}
