import {
  asTexts,
  gatewaysOf,
  key,
  MESH_GATEWAY,
  member,
  resolveGateway,
  valueAt,
  asList,
  asText,
  hostMatches,
  hostsOf,
  type MeshView,
} from '../../../istio/index.ts';
import { boundHosts, gatewayNamed, isDelegate, serversOf } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, at, items, texts, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

const KUBERNETES_GATEWAY = 'Gateway.gateway.networking.k8s.io';

/** Gateways that a VirtualService names: they exist, and serve one of its hosts at least. */
export const gatewaysFound: LinkedRule = (subject) => [
  ...texts(items(at(subject.spec, 'gateways'))).flatMap((spot) => atGateway(spot, subject)),
  ...texts(all(subject.spec, 'http[].match[].gateways[]'))
    .concat(texts(all(subject.spec, 'tls[].match[].gateways[]')))
    .concat(texts(all(subject.spec, 'tcp[].match[].gateways[]')))
    .flatMap((spot) => inMatch(spot, subject)),
];

const kubernetesGateway = ({ find }: MeshView, gateway: string) => {
  const slash = gateway.indexOf('/');
  return find(key.name(KUBERNETES_GATEWAY, gateway.slice(0, slash), gateway.slice(slash + 1)))[0];
};

/** istiod reads the old `name.namespace` too, without more behind it. */
function gatewayMeant(written: string, namespace: string): string {
  const old = /^([^./]+)\.([^./]+)$/.exec(written);
  return old ? `${old[2] ?? ''}/${old[1] ?? ''}` : resolveGateway(written, namespace);
}

function atGateway(spot: Spot<string>, subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, resource } = subject;
  if (spot.value === MESH_GATEWAY || spot.value === '') return [];
  const name = gatewayMeant(spot.value, namespace);
  const gateway = gatewayNamed(view, name);
  const listeners = gateway ? undefined : kubernetesGateway(view, name);
  if (!gateway && !listeners) return [missing('MW2007', spot, name, subject)];
  const meets = gateway
    ? serversOf(gateway).some((server) => boundHosts(resource, gateway, server, view).length > 0)
    : asList(valueAt(listeners?.value, ['spec', 'listeners'])).some((listener) => {
        const host = asText(member(listener, 'hostname'));
        return !host || hostsOf(resource, view.settings).some((own) => hostMatches(own, host));
      });
  if (meets || (isDelegate(resource) && !gatewaysOf(resource, view.settings).length)) return [];
  const what = `Gateway ${quote(name)} serves none of the hosts of this VirtualService, so no request comes from there. Its servers have other hosts, or let in other namespaces only.`;
  return [say('MW2009', spot, what)];
}

function inMatch(spot: Spot<string>, subject: LinkedSubject): readonly Finding[] {
  const name = gatewayMeant(spot.value, subject.namespace);
  if (spot.value === MESH_GATEWAY || spot.value === '' || gatewayNamed(subject.view, name)) return [];
  if (kubernetesGateway(subject.view, name)) return [];
  // What the VirtualService names for itself is told of there, once.
  if (asTexts(at(subject.spec, 'gateways').value).includes(spot.value)) return [];
  return [missing('MW2008', spot, name, subject)];
}

function missing(
  code: 'MW2007' | 'MW2008',
  spot: Spot<string>,
  name: string,
  subject: LinkedSubject,
): Finding {
  const { view, namespace } = subject;
  const slash = name.indexOf('/');
  const all = view.find(key.kind('Gateway'));
  const elsewhere = all.filter((gateway) => gateway.name === name.slice(slash + 1));
  const near =
    elsewhere.length === 1
      ? `${elsewhere[0]?.namespace || view.settings.defaultNamespace}/${name.slice(slash + 1)}`
      : closest(
          spot.value,
          all.flatMap((gateway) => {
            const home = gateway.namespace || view.settings.defaultNamespace;
            return home === namespace
              ? [gateway.name, `${home}/${gateway.name}`]
              : [`${home}/${gateway.name}`];
          }),
        );
  const effect =
    code === 'MW2007'
      ? 'No request from outside reaches these rules by it.'
      : 'The match is never true there.';
  return say(code, spot, `No Gateway ${quote(name)} is in the workspace. ${effect}`, {
    mends: near === undefined ? [] : [setting(spot.path, near)],
  });
}
