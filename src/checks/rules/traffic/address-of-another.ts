import {
  gatewaysOf,
  hostMatches,
  hostsOf,
  isWildcard,
  MESH_GATEWAY,
  type Resource,
} from '../../../istio/index.ts';
import { findHost, ruleGateways, sentTo, type SentTo } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { quote } from '../../words.ts';
import { definersOf } from '../references/known-host.ts';
import { endpointsIn, resolutionOf } from './entry-facts.ts';

/** Destinations for which a proxy has no address: not looked up, or defined by a star alone. */
export const addressOfAnother: LinkedRule = (subject) =>
  sentTo(subject.resource, subject.view).flatMap((way) => {
    const definers = findHost(subject.view, way.host, subject.namespace).resources;
    return definers.length ? notLookedUp(way, definers, subject) : underStar(way, subject);
  });

const isNone = (definer: Resource): boolean =>
  definer.type === 'ServiceEntry' && resolutionOf(definer) === 'NONE' && !endpointsIn(definer).length;

function notLookedUp(
  way: SentTo,
  definers: readonly Resource[],
  { resource, view }: LinkedSubject,
): readonly Finding[] {
  if (!definers.every(isNone)) return [];
  const gateways = ruleGateways(resource, way.rule, view);
  const own = gatewaysOf(resource, view.settings);
  const gateway = gateways.find((one) => one !== MESH_GATEWAY);
  const spot = { path: [...way.path, 'host'] };
  const [entry] = definers;
  const mends =
    entry && !entry.assumed && !isWildcard(way.host)
      ? [
          {
            title: `Look ${way.host} up: resolution DNS in ServiceEntry ${entry.name}`,
            steps: [
              {
                kind: 'elsewhere' as const,
                operation: {
                  kind: 'set-field' as const,
                  resource: entry.id,
                  path: ['spec', 'resolution'],
                  value: 'DNS',
                },
              },
            ],
          },
        ]
      : [];
  if (gateway && own.includes(gateway)) {
    const what = `${quote(way.written)} has resolution NONE: it is reached at the address that the caller dialled. What arrives at a gateway was dialled to the gateway, so there is no such address, and requests fail with 503.`;
    return [say('MW3211', spot, what, { mends })];
  }
  if (
    !gateways.includes(MESH_GATEWAY) ||
    hostsOf(resource, view.settings).some((host) => hostMatches(host, way.host))
  )
    return [];
  const what = `${quote(way.written)} has resolution NONE: it is reached at the address that the caller dialled. Requests that come here were dialled to ${quote(hostsOf(resource, view.settings)[0] ?? 'another host')}, and that is where they go.`;
  return [say('MW3211', spot, what, { mends })];
}

function underStar(way: SentTo, { view, namespace }: LinkedSubject): readonly Finding[] {
  if (isWildcard(way.host)) return [];
  const [entry] = definersOf(view, way.host, namespace);
  const star =
    entry && hostsOf(entry, view.settings).find((host) => isWildcard(host) && hostMatches(host, way.host));
  if (!entry || star === undefined) return [];
  const what = `Only ${quote(star)} of ServiceEntry ${entry.name} covers ${quote(way.written)}. It defines no endpoints for single names, so requests that are sent there fail with 503. Name the host in a ServiceEntry of its own.`;
  return [
    say('MW3212', { path: [...way.path, 'host'] }, what, {
      mends: [
        setting([...way.path, 'host'], star, `Send to ${star}, at the address that the caller dialled`),
      ],
    }),
  ];
}
