import { key, namespaceOf, type Resource } from '../istio/index.ts';
import { question } from './question.ts';
import { isVisible } from './visibility.ts';

/** Who defines a host, for a client. */
export interface HostDefinition {
  /** The Service or ServiceEntries that define it, the one that counts first; empty where none does. */
  readonly resources: readonly Resource[];
  /** Those that define it, but not for this client: `exportTo` hides them. */
  readonly hidden: readonly Resource[];
}

/** A Service counts more than a ServiceEntry, then age decides: `find` gives the oldest first. */
const serviceFirst = (resources: readonly Resource[]): Resource[] => [
  ...resources.filter((resource) => resource.type === 'Service'),
  ...resources.filter((resource) => resource.type !== 'Service'),
];

/**
 * Which resources define a host (resolved, or a wildcard just as a ServiceEntry writes it) for clients in a namespace;
 * null stands for any client. One namespace wins and the others vanish: the client's own, else that of a Service, else
 * that of the oldest. A wildcard ServiceEntry does not define a name it covers: Istio makes no cluster for that name.
 */
export const findHost = question((view, host: string, clientNamespace: string | null): HostDefinition => {
  const all = serviceFirst([
    ...view.find(key.host('Service', host)),
    ...view.find(key.host('ServiceEntry', host)),
  ]);
  const visible = all.filter((resource) => isVisible(resource, clientNamespace, view.settings));
  const hidden = all.filter((resource) => !visible.includes(resource));
  const own = visible.find((resource) => namespaceOf(resource, view.settings) === clientNamespace);
  const first = own ?? visible[0];
  if (!first) return { resources: [], hidden };
  const namespace = namespaceOf(first, view.settings);
  const winners = visible.filter((resource) => namespaceOf(resource, view.settings) === namespace);
  // A Service stands alone; ServiceEntries of one namespace lend each other their ports.
  return { resources: winners[0]?.type === 'Service' ? winners.slice(0, 1) : winners, hidden };
});
