import { asLabels, labelsMatch, selectorOf, specOf, type Labels } from '../../../istio/index.ts';
import { destinationRuleFor, effectivePolicy, tlsMode } from '../../../routing/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import type { Draft } from '../../draft.ts';
import { nameFor } from '../../templates/names.ts';
import { objectOf } from '../../templates/object.ts';
import { putTls } from '../tls/port-tls.ts';

/** Whose calls to which host and port begin TLS. */
export interface GatewayCalls {
  readonly host: string;
  readonly home: string | null;
  readonly port: number;
  /** The gateway's namespace, effective and as written; the labels of its pods. */
  readonly namespace: string;
  readonly labels: Labels;
  readonly file: string;
}

/**
 * Has the pods of a gateway begin TLS to a host, and nobody else: a rule for all would wrap the calls of apps that are in TLS
 * already. What has counted for the gateway so far is said again, since its own rule stands in its place as a whole.
 */
export function gatewayTls(draft: Draft, { host, home, port, namespace, labels, file }: GatewayCalls): void {
  const call = { host, hostNamespace: home, clientNamespace: namespace, clientLabels: labels };
  const now = destinationRuleFor(draft.mesh, call);
  if (now && tlsMode(effectivePolicy(now, port, null)) !== null) return;
  const tls: YamlMap = { mode: 'SIMPLE', sni: host, subjectAltNames: [host] };
  const [base] = now?.resources ?? [];
  const isOwn =
    base !== undefined &&
    now?.selected === true &&
    now.host === host &&
    labelsMatch(selectorOf(base) ?? {}, labels);
  if (now && base && isOwn) {
    putTls(draft, now, base.id, port, tls);
    return;
  }
  const name = nameFor(draft.mesh, 'DestinationRule', namespace, host);
  const { trafficPolicy, subsets } = base ? specOf(base) : ({} as YamlMap);
  const spec: YamlMap = {
    host,
    ...(trafficPolicy === undefined ? {} : { trafficPolicy }),
    ...(subsets === undefined ? {} : { subsets }),
    workloadSelector: { matchLabels: { ...asLabels({ ...labels }) } },
  };
  const id = addBeside(draft, file, objectOf('DestinationRule', namespace, name, spec));
  const made = destinationRuleFor(draft.mesh, call);
  if (made) putTls(draft, made, id, port, tls);
}
