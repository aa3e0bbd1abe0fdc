import type { TextFile } from '../src/text/index.ts';

/** A third each of VirtualServices, DestinationRules and ServiceEntries, about 55 lines a document, with comments and flow maps. */
function documentOf(index: number): string {
  const group = Math.floor(index / 3);
  const host = `api-${group}.partners.example`;
  const namespace = `team-${group % 20}`;
  const head = (kind: string, name: string) =>
    `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  labels: {app: api-${group}, tier: edge}\nspec:\n`;
  switch (index % 3) {
    case 0:
      return (
        head('ServiceEntry', `api-${group}`) +
        `  # the partner's own host\n  hosts:\n  - ${host}\n  location: MESH_EXTERNAL\n  resolution: DNS\n  ports:\n` +
        `  - {number: 80, name: http, protocol: HTTP, targetPort: 443}\n  - {number: 443, name: https, protocol: HTTPS}\n` +
        `  endpoints:\n` +
        ['eu', 'us', 'ap']
          .map(
            (region) =>
              `  - address: ${region}.${host}\n    locality: ${region}\n    labels:\n      version: ${region}\n`,
          )
          .join('')
      );
    case 1:
      return (
        head('DestinationRule', `api-${group}`) +
        `  host: ${host}\n  trafficPolicy:\n    connectionPool:\n      tcp:\n        maxConnections: 30 # agreed with the partner\n` +
        `      http:\n        http1MaxPendingRequests: 100\n    outlierDetection:\n      consecutive5xxErrors: 2\n      interval: 5s\n` +
        `    portLevelSettings:\n    - port: {number: 80}\n      tls: {mode: SIMPLE}\n  subsets:\n` +
        ['eu', 'us', 'ap']
          .map((region) => `  - name: ${region}\n    labels:\n      version: ${region}\n`)
          .join('')
      );
    default:
      return (
        head('VirtualService', `api-${group}`) +
        `  hosts: [${host}]\n  http:\n` +
        ['v1', 'v2', 'v3', 'v4', 'v5']
          .map(
            (version, rule) =>
              `  # ${version}\n  - name: ${version}\n    match:\n    - uri: {prefix: /${version}/}\n      method: {exact: GET}\n    rewrite:\n      uri: /\n` +
              `    timeout: ${rule + 1}s\n    retries:\n      attempts: 2\n      perTryTimeout: 500ms\n    route:\n` +
              `    - destination:\n        host: ${host}\n        subset: eu\n        port: {number: 80}\n      weight: 90\n` +
              `    - destination: {host: ${host}, subset: us, port: {number: 80}}\n      weight: 10\n`,
          )
          .join('')
      );
  }
}

/** `count` resources in one file, or in files of `each` documents. The same for the same arguments. */
export function workspaceOf(count: number, each = count): TextFile[] {
  const files: TextFile[] = [];
  for (let from = 0; from < count; from += each) {
    const documents = Array.from({ length: Math.min(each, count - from) }, (_, index) =>
      documentOf(from + index),
    );
    files.push({ path: `mesh-${files.length + 1}.yaml`, text: documents.join('---\n') });
  }
  return files;
}
