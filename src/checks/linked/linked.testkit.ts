import { describe, expect, it } from 'vitest';
import { check } from '../check.testkit.ts';
import { mended } from '../rules.testkit.ts';

/** What it is about, a workspace of one-line resources, and `code Kind/name path` of each problem between them. */
export type LinkedCase = readonly [name: string, resources: readonly string[], ...problems: string[]];

const GROUPS: Readonly<Record<string, string>> = {
  Service: 'v1',
  Namespace: 'v1',
  Secret: 'v1',
  Pod: 'v1',
  ServiceAccount: 'v1',
  Deployment: 'apps/v1',
  PeerAuthentication: 'security.istio.io/v1',
  AuthorizationPolicy: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  Telemetry: 'telemetry.istio.io/v1',
  WasmPlugin: 'extensions.istio.io/v1alpha1',
  KubernetesGateway: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  ReferenceGrant: 'gateway.networking.k8s.io/v1beta1',
};

/**
 * `Kind namespace/name { spec }` as YAML. What follows a `|` goes into the metadata, what follows another one stands
 * beside the spec: `Pod shop/p { containers: [] } | labels: { app: web }`. For a Pod without a `|` the braces are its labels.
 */
export function oneLine(line: string): string {
  const [, kind = '', namespace = '', name = '', rest = ''] =
    /^(\S+) ([^/\s]+)\/(\S+) ?(.*)$/.exec(line) ?? [];
  const [written = '', metadata = '', beside = ''] = rest.split('|').map((part) => part.trim());
  const pod = kind === 'Pod' && !rest.includes('|');
  const [spec, more] = pod ? ['{}', `labels: ${written || '{}'}`] : [written || '{}', metadata];
  const apiVersion = GROUPS[kind] ?? 'networking.istio.io/v1';
  return [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind.replace('Kubernetes', '')}`,
    `metadata: { name: ${name}, namespace: ${namespace}${more && `, ${more}`} }`,
    `spec: ${spec}`,
    ...(beside ? [beside] : []),
    '',
  ].join('\n');
}

export const service = (place: string, ...ports: number[]): string =>
  `Service ${place} { selector: { app: ${place.split('/')[1] ?? ''} }, ports: [${ports.map((port) => `{ port: ${String(port)}, name: http-${String(port)} }`).join(', ')}] }`;

/** What resources have to do with others; what Services, pods and namespaces are told of by themselves (MW26xx) aside. */
const aboutOthers = (code: string): boolean =>
  code >= 'MW2000' && code < 'MW3000' && !code.startsWith('MW26');

/** Holds workspaces to the problems between their resources, and each fix to leaving its problem gone. */
export function judgedTogether(
  title: string,
  cases: readonly LinkedCase[],
  among = aboutOthers,
  settings = '',
): void {
  describe(title, () => {
    it.each(cases.map(([name, resources, ...problems]) => ({ name, resources, problems })))(
      '$name',
      ({ resources, problems }) => {
        const text = resources.map(oneLine).join('---\n');
        const files = (changed: Record<string, string> = {}): Record<string, string> => ({
          'a.yaml': text,
          ...(settings ? { 'meshwright.config.yaml': settings } : {}),
          ...changed,
        });
        const found = check(files()).filter(({ code }) => among(code));
        const brief = found.map(
          ({ code, resource, path }) => `${code} ${resource?.kind ?? ''}/${resource?.name ?? ''} ${path}`,
        );
        expect(brief.toSorted()).toEqual(problems.toSorted());
        for (const problem of found) {
          for (const fix of problem.fixes)
            expect(check(files(mended(text, fix))).map(({ message }) => message)).not.toContain(
              problem.message,
            );
        }
      },
    );
  });
}
