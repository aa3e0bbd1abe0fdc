import {
  asList,
  asTexts,
  gatewaysOf,
  hostsOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  regexesAtHand,
  type MeshView,
  type Regexes,
  type Resource,
} from '../../istio/index.ts';
import {
  delegatorsOf,
  exportTo,
  isDelegate,
  meshClaims,
  readHttpMatch,
  readProxyMatch,
  rulesOf,
  unreachedRules,
  type RouteRule,
} from '../../routing/index.ts';
import { nameOf } from '../http-route.ts';
import { missingOf, unseen } from './in-vain.ts';
import { httpMatchWords, proxyWords } from './match-words.ts';
import { actionWords, extras, routeWords } from './rule-words.ts';
import { capital, listOf, type Sentence } from './sentence.ts';

/** What a VirtualService does, rule by rule. */
export function explainVirtualService(
  view: MeshView,
  virtualService: Resource,
  regexes: Regexes | undefined = regexesAtHand(),
): readonly Sentence[] {
  const dead = new Set(unreachedRules(view, virtualService, regexes).map(({ rule }) => rule.path.join('/')));
  const rules = rulesOf(virtualService);
  return [
    ...whom(view, virtualService),
    ...rules.flatMap((rule, index) =>
      ruleSentences(
        view,
        virtualService,
        rule,
        rules.findIndex(({ section }) => section === rule.section) === index,
        dead,
      ),
    ),
    ...rest(view, virtualService, rules),
  ];
}

function whom(view: MeshView, virtualService: Resource): readonly Sentence[] {
  if (isDelegate(virtualService)) {
    const roots = delegatorsOf(view, virtualService).map((root) => nameOf(view, root));
    const text = roots.length
      ? `Without hosts of its own it takes what ${listOf(roots)} hand${roots.length === 1 ? 's' : ''} on to it.`
      : 'It has no hosts, and nobody hands requests on to it: it does nothing.';
    return [{ text, path: ['spec'], ...(!roots.length && { odd: true }) }];
  }
  const gateways = gatewaysOf(virtualService, view.settings).map((gateway) =>
    gateway === MESH_GATEWAY ? 'from apps in the mesh' : `through the gateway ${gateway}`,
  );
  const hosts = listOf(hostsOf(virtualService, view.settings));
  return [
    {
      text: `It is for requests to ${hosts}, ${listOf(gateways)}. Its rules are asked in order, and the first that takes a request decides.`,
      path: ['spec', 'hosts'],
    },
    ...visibility(view, virtualService),
    ...unseen(view, virtualService),
    ...shadows(view, virtualService),
  ];
}

function visibility(view: MeshView, resource: Resource): readonly Sentence[] {
  const to = exportTo(resource, view.settings);
  return to.includes('*')
    ? []
    : [{ text: `Only proxies in ${listOf(to)} see it.`, path: ['spec', 'exportTo'] }];
}

/** In the mesh one VirtualService serves a host. */
function shadows(view: MeshView, virtualService: Resource): readonly Sentence[] {
  const own = namespaceOf(virtualService, view.settings);
  return hostsOf(virtualService, view.settings).flatMap((host) => {
    const [first] = meshClaims(view, host, own);
    if (
      !first ||
      first === virtualService ||
      !gatewaysOf(virtualService, view.settings).includes(MESH_GATEWAY)
    )
      return [];
    return [
      {
        text: `For apps in ${own}, ${nameOf(view, first)} comes first for ${host}: in the mesh one VirtualService serves a host, and this one is not asked.`,
        path: ['spec', 'hosts'],
        odd: true,
      },
    ];
  });
}

export const THINGS: Readonly<Record<RouteRule['section'], string>> = {
  http: 'requests',
  tls: 'TLS connections',
  tcp: 'connections',
};

function ruleSentences(
  view: MeshView,
  writer: Resource,
  rule: RouteRule,
  first: boolean,
  dead: ReadonlySet<string>,
): readonly Sentence[] {
  const at = { view, writer, path: rule.path, value: rule.value };
  const things = THINGS[rule.section];
  const which = matchWords(view, writer, rule);
  const all = which === null;
  const subject = all ? (first ? `all ${things}` : `all other ${things}`) : `${things}${which}`;
  const does = rule.section === 'http' ? actionWords(at) : routeWords(at);
  return [
    { text: `${capital(subject)} ${does}.`, path: rule.path },
    ...(dead.has(rule.path.join('/'))
      ? [
          {
            text: 'No request comes to this rule: those before it take all that it asks for, or nothing can be what it asks for.',
            path: rule.path,
            odd: true,
          },
        ]
      : []),
    ...(rule.section === 'http' ? extras(at) : []),
    ...missingOf(view, writer, rule),
  ];
}

/** Null where a rule asks for nothing. */
export function matchWords(
  view: Pick<MeshView, 'settings'>,
  writer: Resource,
  rule: RouteRule,
): string | null {
  const namespace = namespaceOf(writer, view.settings);
  const matches = asList(member(rule.value, 'match')).map((match) => {
    if (rule.section === 'http') return httpMatchWords(readHttpMatch(match, namespace));
    const names = asTexts(member(match, 'sniHosts'));
    const subnets = asTexts(member(match, 'destinationSubnets'));
    const words = [
      ...(names.length ? [`that ask for ${listOf(names, 'or')}`] : []),
      ...(subnets.length ? [`to addresses in ${listOf(subnets, 'or')}`] : []),
      ...proxyWords(readProxyMatch(match, namespace), true),
    ];
    return words.length ? ` ${words.join(', ')}` : '';
  });
  if (!matches.length || matches.includes('')) return null;
  return matches.join(', or');
}

/** What becomes of requests that no rule takes. */
function rest(view: MeshView, virtualService: Resource, rules: readonly RouteRule[]): readonly Sentence[] {
  const http = rules.filter(({ section }) => section === 'http');
  const open = http.some((rule) => matchWords(view, virtualService, rule) === null);
  if (!http.length || open || isDelegate(virtualService)) return [];
  const mesh = gatewaysOf(virtualService, view.settings).includes(MESH_GATEWAY);
  return [
    {
      text: `What none of these rules takes is answered 404${mesh ? ', and no other VirtualService is asked in the mesh' : ''}.`,
      path: ['spec', 'http'],
    },
  ];
}
