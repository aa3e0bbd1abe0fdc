import {
  asText,
  firstLabel,
  key,
  labelsMatch,
  MESH_GATEWAY,
  namespaceOf,
  resolveGateway,
  selectorOf,
  targetRefsOf,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../../istio/index.ts';
import { gatewayNamed } from '../../../routing/index.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { all, entries, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { ingressGateway } from './ingress-gateway.ts';

const CLAIM = '@request.auth.claims';

/** Matches by claims of tokens, at gateways where no RequestAuthentication reads tokens. */
export const claimsAuthenticated: LinkedRule = (subject) => {
  const [claim] = ['headers', 'withoutHeaders'].flatMap((field) =>
    all(subject.spec, `http[].match[].${field}`).flatMap((headers) =>
      entries(headers).filter(({ key: name }) => name.toLowerCase().startsWith(CLAIM)),
    ),
  );
  if (!claim) return [];
  const gateways = all(subject.spec, 'gateways[]').flatMap((spot: Spot) => {
    const written = asText(spot.value);
    if (!written || written === MESH_GATEWAY) return [];
    return gatewayNamed(subject.view, resolveGateway(written, subject.namespace)) ?? [];
  });
  const open = gateways.find((gateway) => !isAuthenticated(gateway, subject));
  if (!open) return [];
  const what = `No RequestAuthentication is for the proxies of Gateway ${open.name}, so nobody reads the token there, and the match by ${quote(claim.key)} is never true.`;
  return [say('MW2061', claim, what, { at: 'key' })];
};

interface Proxies {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Each proxy of a Gateway has a RequestAuthentication; where none is known, the selectors alone are compared. */
function isAuthenticated(gateway: Resource, { view }: LinkedSubject): boolean {
  const selector = selectorOf(gateway) ?? {};
  const first = firstLabel(selector);
  const found = (first ? view.find(key.labelledAnywhere(...first)) : [])
    .map((workload) => ({
      namespace: namespaceOf(workload, view.settings),
      labels: workloadLabels(workload) ?? {},
    }))
    .filter(({ labels }) => labelsMatch(selector, labels));
  const ingress = ingressGateway(view.settings, selector);
  const home = namespaceOf(gateway, view.settings);
  const known: readonly Proxies[] = [
    ...found,
    ...(ingress ? [{ namespace: view.settings.rootNamespace, labels: ingress.labels }] : []),
  ];
  const proxies = known.length ? known : [{ namespace: home, labels: selector }];
  return proxies.every(({ namespace, labels }) =>
    [...new Set([view.settings.rootNamespace, namespace])]
      .flatMap((where) => view.find(key.kindIn('RequestAuthentication', where)))
      // One that is attached by name is for what it names.
      .filter((policy) => targetRefsOf(policy).length === 0)
      .some((policy) => labelsMatch(selectorOf(policy) ?? {}, labels)),
  );
}
