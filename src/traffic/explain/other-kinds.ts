import {
  asLabels,
  asList,
  asNumber,
  asText,
  asTexts,
  hostsOf,
  key,
  labelsText,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  targetsOf,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import {
  boundHosts,
  exportTo,
  isDelegate,
  portsOf,
  protocolClass,
  serversOf,
  type Port,
} from '../../routing/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { capital, listOf, type Sentence } from './sentence.ts';

const PORTS: Readonly<Record<Port['class'], string>> = {
  http: 'plaintext HTTP: rules see paths and headers',
  tls: 'the app’s own TLS: only the name it asks for is seen, no path and no header',
  tcp: 'bytes: only the address counts',
  auto: 'whatever is spoken, found out by the first bytes',
  udp: 'UDP, which proxies leave alone',
};

const portSentence = ({ number, class: kind, protocol, target, path }: Port): Sentence => ({
  text: `Port ${number}${protocol ? ` (${protocol})` : ''} carries ${PORTS[kind]}${target === undefined ? '' : `; endpoints listen on ${target}`}.`,
  path,
});

const RESOLUTIONS: Readonly<Record<string, string>> = {
  NONE: 'Connections go to the address that the app dialled.',
  STATIC: 'Connections go to the endpoints that are listed.',
  DNS: 'The proxy looks its names up by DNS and spreads connections over all addresses.',
  DNS_ROUND_ROBIN: 'The proxy looks its name up by DNS, and each new connection goes to the first address.',
  DYNAMIC_DNS: 'The proxy looks up whatever name a request asks for.',
};

/** What a ServiceEntry adds to the mesh's list of hosts. */
export function explainServiceEntry(view: MeshView, entry: Resource): readonly Sentence[] {
  const spec = specOf(entry);
  const addresses = asTexts(member(spec, 'addresses'));
  const endpoints = asList(member(spec, 'endpoints')).length;
  const external = asText(member(spec, 'location')) !== 'MESH_INTERNAL';
  const resolution = asText(member(spec, 'resolution')) ?? 'NONE';
  return [
    {
      text: `It makes ${listOf(hostsOf(entry, view.settings))} known to the mesh, as ${external ? 'something outside it: Istio opens no mutual TLS by itself' : 'something inside it'}.`,
      path: ['spec', 'hosts'],
    },
    { text: RESOLUTIONS[resolution] ?? '', path: ['spec', 'resolution'] },
    ...portsOf(entry).map(portSentence),
    ...(addresses.length
      ? [
          {
            text: `TLS and TCP are taken only where the app dials ${listOf(addresses, 'or')}.`,
            path: ['spec', 'addresses'],
          },
        ]
      : portsOf(entry)
          .filter(({ class: kind }) => kind === 'tcp')
          .map(({ number, path }) => ({
            text: `It has no address, so every connection to port ${number} is taken for it, wherever it was meant to go.`,
            path,
            odd: true,
          }))),
    ...(endpoints
      ? [{ text: `It has ${endpoints} endpoint${endpoints === 1 ? '' : 's'}.`, path: ['spec', 'endpoints'] }]
      : []),
    ...seen(view, entry),
  ];
}

export function explainService(view: MeshView, service: Resource): readonly Sentence[] {
  const selector = labelsText(selectorOf(service) ?? {});
  return [
    { text: `Apps call it ${listOf(hostsOf(service, view.settings))}.`, path: ['metadata', 'name'] },
    ...(selector ? [{ text: `Its pods are those with ${selector}.`, path: ['spec', 'selector'] }] : []),
    ...portsOf(service).map(portSentence),
  ];
}

function seen(view: MeshView, resource: Resource): readonly Sentence[] {
  const to = exportTo(resource, view.settings);
  return to.includes('*')
    ? []
    : [{ text: `Only proxies in ${listOf(to)} see it.`, path: ['spec', 'exportTo'] }];
}

const TLS_MODES: Readonly<Record<string, string>> = {
  PASSTHROUGH: 'passes TLS on by the name it asks for, without looking inside',
  AUTO_PASSTHROUGH: 'passes TLS on to the cluster that its name spells',
  SIMPLE: 'ends TLS with its own certificate',
  MUTUAL: 'ends TLS and asks clients for a certificate',
  OPTIONAL_MUTUAL: 'ends TLS and checks a client’s certificate where it shows one',
  ISTIO_MUTUAL: 'ends the mutual TLS of the mesh',
};

export function explainGateway(view: MeshView, gateway: Resource): readonly Sentence[] {
  const selector = labelsText(selectorOf(gateway) ?? {});
  const bound = view
    .find(key.bound(`${namespaceOf(gateway, view.settings)}/${gateway.name}`))
    .filter((each) => !isDelegate(each));
  return [
    {
      text: `Its servers are opened at the gateway pods with ${selector || 'any labels'}, in whatever namespace.`,
      path: ['spec', 'selector'],
    },
    ...serversOf(gateway).flatMap((server): readonly Sentence[] => {
      const port = member(server.value, 'port');
      const protocol = asText(member(port, 'protocol')) ?? '';
      const tls = protocolClass(protocol) === 'tls';
      const mode = asText(member(member(server.value, 'tls'), 'mode')) ?? 'PASSTHROUGH';
      const redirects = member(member(server.value, 'tls'), 'httpsRedirect') === true;
      const hosts = listOf(asTexts(member(server.value, 'hosts')));
      const rules = bound.filter((each) => boundHosts(each, gateway, server, view).length);
      const does = tls
        ? (TLS_MODES[mode] ?? mode)
        : redirects
          ? 'sends everything to HTTPS with 301'
          : `takes ${protocol || 'bytes'}`;
      return [
        { text: `Port ${asNumber(member(port, 'number')) ?? '?'} ${does}, for ${hosts}.`, path: server.path },
        ...(rules.length || redirects
          ? []
          : [
              {
                text: 'No VirtualService is bound to this server: HTTP is answered 404, and other connections are closed.',
                path: server.path,
                odd: true,
              },
            ]),
      ];
    }),
  ];
}

const chosen = (resource: Resource): string => {
  const labels = labelsText(selectorOf(resource) ?? {});
  return labels ? `workloads with ${labels}` : 'all workloads of its namespace';
};

/** Whom a policy is for: what it names in `targetRefs`, the workloads that it selects, its namespace, or the mesh. */
function governed(view: MeshView, policy: Resource): string {
  const targets = targetsOf(policy, view.settings);
  if (targets.length > 0)
    return listOf(targets.map(({ type, name }) => `the ${type.split('.')[0] ?? type} ${name}`));
  const isRoot = namespaceOf(policy, view.settings) === view.settings.rootNamespace;
  return isRoot && !selectorOf(policy) ? 'all workloads of the mesh' : chosen(policy);
}

export function explainSidecar(view: MeshView, sidecar: Resource): readonly Sentence[] {
  const spec = specOf(sidecar);
  const policy = member(spec, 'outboundTrafficPolicy');
  const mode = policy ? (asText(member(policy, 'mode')) ?? 'REGISTRY_ONLY') : undefined;
  const root = namespaceOf(sidecar, view.settings) === view.settings.rootNamespace && !selectorOf(sidecar);
  return [
    {
      text: `It sets what the sidecars of ${root ? 'every namespace without a Sidecar of its own' : chosen(sidecar)} know.`,
      path: ['spec'],
    },
    ...asList(member(spec, 'egress')).map((egress, index): Sentence => {
      const port = asNumber(member(member(egress, 'port'), 'number'));
      return {
        text: `${port ? `On port ${port} they` : 'They'} see ${listOf(asTexts(member(egress, 'hosts')).map(importWords)) || 'nothing'}, and nothing else.`,
        path: ['spec', 'egress', index],
      };
    }),
    ...(mode === undefined
      ? []
      : [
          {
            text:
              mode === 'REGISTRY_ONLY'
                ? 'Hosts that they do not know are shut out.'
                : 'Hosts that they do not know are let through.',
            path: ['spec', 'outboundTrafficPolicy'],
          },
        ]),
  ];
}

function importWords(written: string): string {
  const [namespace = '', host = ''] = written.includes('/') ? written.split('/') : ['*', written];
  const what = host === '*' ? 'all hosts' : host;
  if (namespace === '~') return 'nothing';
  return `${what} of ${namespace === '*' ? 'every namespace' : namespace === '.' ? 'their own namespace' : namespace}`;
}

const MTLS: Readonly<Record<string, string>> = {
  STRICT: 'take mutual TLS alone; plaintext is refused',
  PERMISSIVE: 'take mutual TLS and plaintext',
  DISABLE: 'take plaintext, and no mutual TLS is opened to them',
};

export function explainPeerAuthentication(view: MeshView, policy: Resource): readonly Sentence[] {
  const spec = specOf(policy);
  const mode = asText(member(member(spec, 'mtls'), 'mode'));
  const ports = Object.entries(member(spec, 'portLevelMtls') ?? {}) as [string, YamlValue][];
  return [
    {
      text: `${capital(governed(view, policy))} ${MTLS[mode ?? ''] ?? 'take what the policy above them says'}.`,
      path: ['spec', 'mtls'],
    },
    ...ports.map(([port, value]) => ({
      text: `On port ${port} they ${MTLS[asText(member(value, 'mode')) ?? ''] ?? 'do the same'}.`,
      path: ['spec', 'portLevelMtls', port],
    })),
  ];
}

export function explainAuthorizationPolicy(view: MeshView, policy: Resource): readonly Sentence[] {
  const spec = specOf(policy);
  const action = asText(member(spec, 'action')) ?? 'ALLOW';
  const rules = asList(member(spec, 'rules')).length;
  const does =
    action === 'DENY'
      ? 'refuses with 403 the requests that one of its rules fits'
      : action === 'ALLOW'
        ? rules
          ? 'lets in only requests that one of its rules, or of another ALLOW policy, fits; others get 403'
          : 'has no rules, so nothing is let in'
        : action === 'AUDIT'
          ? 'has the requests that its rules fit written down'
          : 'asks somebody outside about the requests that its rules fit';
  return [
    { text: `For ${governed(view, policy)} it ${does}. Its verdict is not worked out here.`, path: ['spec'] },
  ];
}

export function explainRequestAuthentication(view: MeshView, policy: Resource): readonly Sentence[] {
  const issuers = asList(member(specOf(policy), 'jwtRules')).map(
    (rule) => asText(member(rule, 'issuer')) ?? '?',
  );
  return [
    {
      text: `At ${governed(view, policy)} a token has to be of ${listOf(issuers, 'or') || 'nobody'}; a bad one is refused with 401, and a request without one is let through.`,
      path: ['spec'],
    },
  ];
}

export function explainWorkloadEntry(_view: MeshView, entry: Resource): readonly Sentence[] {
  const spec = specOf(entry);
  const labels = labelsText(asLabels(member(spec, 'labels')));
  return [
    {
      text: `It is an endpoint at ${asText(member(spec, 'address')) ?? 'an address to come'}${labels ? `, with ${labels}` : ''}: ServiceEntries and Services that select these labels send to it.`,
      path: ['spec'],
    },
  ];
}
