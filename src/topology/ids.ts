import type { RouteRule } from '../routing/index.ts';

/** A host that no file defines. */
export const ghostId = (host: string): string => `Host/${host}`;
export const isGhost = (node: string): boolean => node.startsWith('Host/');
export const externalId = (host: string): string => `ExternalHost/${host}`;
export const mirrorId = (host: string, subset: string | null): string =>
  subset === null ? `Mirror/${host}` : `Mirror/${host}/${subset}`;
/** An address inside the mesh that is no resource. */
export const addressId = (address: string): string => `Workload/${address}`;

/** A namespace drawn as one node. */
export const namespaceId = (namespace: string): string => `Namespace/${namespace}`;
export const isNamespaceNode = (node: string): boolean => node.startsWith('Namespace/');
export const namespaceOfId = (node: string): string => node.slice('Namespace/'.length);

export const ANY_CALLER = 'Caller/any';
export const OUTSIDE_CALLER = 'Caller/outside';

export const ruleRow = (rule: Pick<RouteRule, 'section' | 'index'>): string =>
  `${rule.section}.${String(rule.index)}`;
export const serverRow = (index: number): string => `server.${String(index)}`;
export const portRow = (port: number): string => `port.${String(port)}`;
export const subsetRow = (name: string): string => `subset.${name}`;
export const endpointRow = (address: string): string => `endpoint.${address}`;

/** Tells rows of one id apart: two ports of one number, two subsets of one name. */
export function distinct<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, count);
    return count === 1 ? row : { ...row, id: `${row.id}#${String(count)}` };
  });
}
