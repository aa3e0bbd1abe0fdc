import { expect, it } from 'vitest';
import { check } from '../../check.testkit.ts';
import { expectMended, mended } from '../../rules.testkit.ts';
import type { Fix, Problem } from '../../problem.ts';
import { judgedTogether, oneLine, service } from '../../linked/linked.testkit.ts';

const web = service('shop/web', 80);
const route = (destination: string): string =>
  `VirtualService shop/v { hosts: [web], http: [{ route: [{ destination: { ${destination} } }] }] }`;
const here = 'spec.http[0].route[0].destination';

const inside = (exportTo: string): string =>
  `ServiceEntry shop/e { hosts: [inside.shop.svc.cluster.local], exportTo: [${exportTo}], ports: [{ number: 80, name: http, protocol: HTTP }] }`;

judgedTogether('destinations', [
  ['a Service of the namespace', [web, route('host: web')]],
  ['a slip of the finger', [web, route('host: wbe')], `MW2001 VirtualService/v ${here}.host`],
  [
    'two parts of a name',
    [service('back/api', 80), route('host: api.back')],
    `MW2001 VirtualService/v ${here}.host`,
  ],
  ['the whole name', [service('back/api', 80), route('host: api.back.svc.cluster.local')]],
  ['no Service at all', [route('host: web')], `MW2002 VirtualService/v ${here}.host`],
  [
    'a ServiceEntry of another namespace, hidden',
    [
      web,
      'ServiceEntry far/e { hosts: [pay.example], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }',
      route('host: pay.example'),
    ],
    `MW2001 VirtualService/v ${here}.host`,
  ],
  [
    'a ServiceEntry with a star',
    [
      web,
      'ServiceEntry far/e { hosts: ["*.pay.example"], ports: [{ number: 443, name: tls, protocol: TLS }] }',
      route('host: a.pay.example'),
    ],
  ],
  [
    'a host that only those see whom the rules are for',
    [web, inside('till'), route('host: inside').replace('{ hosts', '{ exportTo: [till], hosts')],
  ],
  [
    'a host that those do not see whom the rules are for',
    [web, inside('"."'), route('host: inside').replace('{ hosts', '{ exportTo: [till], hosts')],
    `MW2001 VirtualService/v ${here}.host`,
  ],
  ['a port it has', [web, route('host: web, port: { number: 80 }')]],
  [
    'a port it lacks',
    [web, route('host: web, port: { number: 81 }')],
    `MW2005 VirtualService/v ${here}.port.number`,
  ],
  [
    'one of two ports',
    [service('shop/web', 80, 81), route('host: web')],
    `MW2006 VirtualService/v ${here}.host`,
  ],
]);

const rule = (namespace: string, more = ''): string =>
  `DestinationRule ${namespace}/d { host: web.shop.svc.cluster.local, subsets: [{ name: v1, labels: { version: v1 } }]${more} }`;

judgedTogether('subsets', [
  ['defined', [web, rule('shop'), route('host: web, subset: v1')]],
  [
    'of another name',
    [web, rule('shop'), route('host: web, subset: v11')],
    `MW2003 VirtualService/v ${here}.subset`,
  ],
  ['without a rule', [web, route('host: web, subset: v1')], `MW2003 VirtualService/v ${here}.subset`],
  [
    'kept in another namespace',
    [web, rule('far', ', exportTo: ["."]'), route('host: web, subset: v1')],
    `MW2004 VirtualService/v ${here}.subset`,
  ],
  ['of the root namespace', [web, rule('istio-system'), route('host: web, subset: v1')]],
]);

const fixOf = (problem: Problem | undefined): Fix => {
  const fix = problem?.fixes[0];
  if (!fix) throw new Error('It has no fix');
  return fix;
};

it.each<[string, readonly string[], readonly string[]]>([
  [
    'a rule for the host',
    [rule('shop'), route('host: web, subset: v2')],
    ['Define v2 in DestinationRule d', 'Change to "v1"', 'Send to all of the host'],
  ],
  [
    'no rule',
    [route('host: web, subset: v2')],
    ['Send to all of the host', 'Define v2 in a new DestinationRule'],
  ],
  [
    'a rule for many hosts',
    ['DestinationRule shop/d { host: "*.shop.svc.cluster.local" }', route('host: web, subset: v2')],
    ['Send to all of the host'],
  ],
])('offers to define a subset where there is %s', (_, resources, titles) => {
  const text = [web, ...resources].map(oneLine).join('---\n');
  const [lacking] = check({ 'a.yaml': text }).filter(({ code }) => code === 'MW2003');
  expect(lacking?.fixes.map(({ title }) => title)).toEqual(titles);
  expectMended(text);
});

it.each([
  ['a subset', 'host: web, subset: v2', 'MW2003'],
  ['a port', 'host: web, port: { number: 81 }', 'MW2005'],
  ['a host', 'host: wob', 'MW2001'],
])(
  'says of copies for %s that is not there that they go nowhere, and not that requests fail',
  (_, to, code) => {
    const text = [
      web,
      `VirtualService shop/v { hosts: [web], http: [{ route: [{ destination: { host: web } }], mirror: { ${to} } }] }`,
    ]
      .map(oneLine)
      .join('---\n');
    const [lacking] = check({ 'a.yaml': text }).filter((found) => found.code === code);
    expect(lacking?.message).toContain('Copies of requests go nowhere.');
    expect(lacking?.message).not.toContain('503');
  },
);

it('defines a subset by the label of its neighbours', () => {
  const own = rule('shop').replace('labels: { version: v1 }', 'labels: { app: web, track: v1 }');
  const text = [web, own, route('host: web, subset: v2')].map(oneLine).join('---\n');
  const [lacking] = check({ 'a.yaml': text }).filter(({ code }) => code === 'MW2003');
  expect(mended(text, fixOf(lacking))['a.yaml']).toMatch(/name: v2, labels: \{ ?track: v2/);
});

it('offers to add a Gateway that no name comes near', () => {
  const text = oneLine(
    'VirtualService shop/v { hosts: [web.example], gateways: [front], http: [{ redirect: { uri: / } }] }',
  );
  const [lacking] = check({ 'a.yaml': text }).filter(({ code }) => code === 'MW2007');
  expect(lacking?.fixes.map(({ title }) => title)).toEqual(['Add the Gateway front']);
  const after = mended(text, fixOf(lacking));
  expect(check(after).filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
});

const gateway = (name: string, hosts: string, selector = 'istio: ingressgateway', port = 80): string =>
  `Gateway shop/${name} { selector: { ${selector} }, servers: [{ port: { number: ${String(port)}, name: http, protocol: HTTP }, hosts: [${hosts}] }] }`;
const bound = (gateways: string): string =>
  `VirtualService shop/v { hosts: [web.example], gateways: [${gateways}], http: [{ redirect: { uri: / } }] }`;

judgedTogether('Gateways of a VirtualService', [
  ['one that serves its host', [gateway('front', '"*.example"'), bound('front')]],
  ['one by its old name', [gateway('front', '"*"'), bound('front.shop')]],
  [
    'one that is missing',
    [gateway('front', '"*"'), bound('frnt')],
    'MW2007 VirtualService/v spec.gateways[0]',
  ],
  [
    'one for other hosts',
    [gateway('front', 'other.example'), bound('front')],
    'MW2009 VirtualService/v spec.gateways[0]',
  ],
]);

const pod = (place: string, labels: string): string => `Pod ${place} { ${labels} }`;

judgedTogether('proxies of a Gateway', [
  ['the ingress gateway, at a port of its own', [gateway('front', '"*"'), pod('shop/p', 'app: web')]],
  [
    'the ingress gateway, at another',
    [gateway('front', '"*"', undefined, 8081)],
    'MW2013 Gateway/front spec.servers[0].port.number',
  ],
  ['labels of a pod', [gateway('front', '"*"', 'app: edge'), pod('edge/p', 'app: edge')]],
  [
    'labels of none',
    [gateway('front', '"*"', 'app: edge'), pod('shop/p', 'app: web')],
    'MW2012 Gateway/front spec.selector',
  ],
  ['nothing known of pods', [gateway('front', '"*"', 'app: edge')]],
]);

it.each([
  [8080, 'info'],
  [8081, 'warning'],
])('tells of port %s of the ingress gateway as %s', (port, severity) => {
  const text = oneLine(gateway('front', '"*"', undefined, port));
  expect(check(text).filter(({ code }) => code === 'MW2013')).toMatchObject([
    { severity, aliases: ['IST0162'] },
  ]);
});

it('offers to assume the pods of a Gateway beside it', () => {
  const text = [gateway('front', '"*"', 'app: edge'), pod('shop/p', 'app: web')].map(oneLine).join('---\n');
  const [lacking] = check({ 'a.yaml': text }).filter(({ code }) => code === 'MW2012');
  expect(lacking?.fixes.map(({ title }) => title)).toEqual(['Assume the workload edge']);
});

judgedTogether('hosts of DestinationRules', [
  ['known', [web, 'DestinationRule shop/d { host: web }']],
  ['unknown', [web, 'DestinationRule shop/d { host: wbe }'], 'MW2010 DestinationRule/d spec.host'],
  ['a star', [web, 'DestinationRule shop/d { host: "*.example" }']],
  ['a subset with a pod', [web, pod('shop/p', 'app: web, version: v1'), rule('shop')]],
  [
    'a subset without',
    [web, pod('shop/p', 'app: web, version: v2'), rule('shop')],
    'MW2011 DestinationRule/d spec.subsets[0]',
  ],
]);

const policy = (rest: string): string => `AuthorizationPolicy shop/p { ${rest} }`;

judgedTogether('what policies name', [
  ['a workload', [pod('shop/p', 'app: web'), policy('selector: { matchLabels: { app: web } }, rules: [{}]')]],
  [
    'a workload elsewhere',
    [pod('far/p', 'app: web'), policy('selector: { matchLabels: { app: web } }, rules: [{}]')],
    'MW2015 AuthorizationPolicy/p spec.selector',
  ],
  [
    'a namespace',
    ['Namespace default/back', policy('rules: [{ from: [{ source: { namespaces: [back, "ba*"] } }] }]')],
  ],
  [
    'a namespace that is not there',
    ['Namespace default/back', policy('rules: [{ from: [{ source: { namespaces: [bakc] } }] }]')],
    'MW2016 AuthorizationPolicy/p spec.rules[0].from[0].source.namespaces[0]',
  ],
  [
    'an egress host',
    [web, 'Sidecar shop/s { egress: [{ hosts: ["./web.shop.svc.cluster.local", "./*"] }] }'],
  ],
  [
    'an egress host that is not there',
    [web, 'Sidecar shop/s { egress: [{ hosts: ["./wbe.shop.svc.cluster.local"] }] }'],
    'MW2017 Sidecar/s spec.egress[0].hosts[0]',
  ],
]);

const tls =
  'Gateway shop/g { selector: { istio: ingressgateway }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: ["*"], tls: { mode: SIMPLE, credentialName: cert } }] }';

judgedTogether('certificates of a Gateway', [
  ['beside its pods', [tls, 'Secret istio-system/cert']],
  ['elsewhere', [tls, 'Secret shop/cert'], 'MW2014 Gateway/g spec.servers[0].tls.credentialName'],
  ['nothing known of Secrets', [tls]],
]);
