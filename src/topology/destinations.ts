import {
  asNumber,
  asText,
  isWildcard,
  member,
  namespaceOf,
  resolveHost,
  type Resource,
} from '../istio/index.ts';
import { destinationRulesInForce, findHost, portsOf } from '../routing/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { End } from './edges.ts';
import { missingHost } from './ghosts.ts';
import { ghostId, portRow } from './ids.ts';
import type { Missing } from './types.ts';
import type { Demand, Scope } from './unit.ts';

/** Where a destination leads. */
export interface Destination {
  readonly to: End;
  readonly host: string;
  readonly port: number | null;
  readonly subset: string | null;
  /** Why it leads nowhere, in a sentence, and whether that is certain; undefined where it does not. */
  readonly broken: { readonly reason: string; readonly missing: Missing } | undefined;
}

/** The port that a destination means: as written, else the rule's own, else the only one there is. */
function portMeant(
  written: number | undefined,
  rulePort: number | undefined,
  definers: readonly Resource[],
): number | null {
  if (written !== undefined) return written;
  const numbers = new Set(definers.flatMap((definer) => portsOf(definer).map((port) => port.number)));
  if (rulePort !== undefined && numbers.has(rulePort)) return rulePort;
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
}

function subsetProblem(
  host: string,
  subset: string,
  definer: Resource | undefined,
  mirror: boolean,
  scope: Scope,
): string | undefined {
  const rules = destinationRulesInForce(
    scope.view,
    host,
    definer ? namespaceOf(definer, scope.settings) : null,
  );
  if (rules.some(({ rule }) => rule.subsets.has(subset))) return undefined;
  const fate = mirror ? 'the copies are dropped without a word.' : 'requests get 503.';
  return rules.length
    ? `The DestinationRule for ${host} defines no subset "${subset}": ${fate}`
    : `No DestinationRule for ${host} defines the subset "${subset}": ${fate}`;
}

/**
 * Finds what a `destination` of a resource means. `rulePort` is the port its rule matches, if that is one;
 * `mirror` says that copies are sent there, whose failure nobody sees.
 * Undefined where no host is written.
 */
export function findDestination(
  resource: Resource,
  destination: YamlValue | undefined,
  rulePort: number | undefined,
  mirror: boolean,
  scope: Scope,
): Destination | undefined {
  const written = asText(member(destination, 'host'));
  if (!written) return undefined;
  const { view, settings } = scope;
  const own = namespaceOf(resource, settings);
  const host = resolveHost(written, own, settings.clusterDomain);
  const subset = asText(member(destination, 'subset')) || null;
  const writtenPort = asNumber(member(member(destination, 'port'), 'number'));

  const { resources, hidden } = findHost(view, host, own);
  const definers = resources.length ? resources : hidden.slice(0, 1);
  const port = portMeant(writtenPort, rulePort, definers);
  const first = definers[0];
  if (!first) {
    const reason = isWildcard(host)
      ? `No ServiceEntry defines ${host}.`
      : `Nothing in these files defines ${host}: no Service and no ServiceEntry.`;
    const broken = { reason, missing: missingHost(host, scope) };
    return { to: { node: ghostId(host), row: null }, host, port, subset, broken };
  }
  const withPort = definers.find((definer) => portsOf(definer).some((offered) => offered.number === port));
  const reason = !resources.length
    ? `${first.type} ${first.name} is not visible in namespace ${own}: its exportTo leaves it out.`
    : port !== null && !withPort && portsOf(first).length
      ? `${first.type} ${first.name} has no port ${String(port)}.`
      : subset === null
        ? undefined
        : subsetProblem(host, subset, first, mirror, scope);
  return {
    to: { node: (withPort ?? first).id, row: withPort && port !== null ? portRow(port) : null },
    host,
    port: withPort ? port : null,
    subset,
    broken: reason === undefined ? undefined : { reason, missing: 'missing' },
  };
}

/** What the destination asks of its host. */
export const demandOf = (
  destination: Destination,
  flows: readonly string[],
  mirror: number | null,
  inert: string | undefined,
): Demand => ({
  node: destination.to.node,
  host: destination.host,
  port: destination.port,
  subset: destination.subset,
  flows,
  mirror,
  ...(inert === undefined ? {} : { inert }),
});
