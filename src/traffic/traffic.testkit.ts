import { beforeAll, describe, expect, it } from 'vitest';
import { linkMesh, loadRegexes, type Mesh } from '../istio/index.ts';
import { parseDocument, splitDocuments, type YamlMap } from '../yaml/index.ts';
import type { Destination, Outcome } from './outcome.ts';
import type { Request } from './request.ts';
import { route } from './route.ts';
import type { Step } from './trace.ts';

const GROUPS: Readonly<Record<string, string>> = { Service: 'v1', Pod: 'v1', Namespace: 'v1' };

/** `Kind namespace/name { spec }`, oldest first; `@{ metadata }` may stand before the spec. */
export function meshOf(resources: readonly string[], meshConfig: YamlMap = {}): Mesh {
  const text = resources.map(asYaml).join('---\n');
  const documents = splitDocuments(text).map((slice) => parseDocument(slice.text));
  return linkMesh([{ path: 'mesh.yaml', documents }], { meshConfig });
}

export function asYaml(line: string): string {
  const [, kind = '', namespace = '', name = '', more = '', spec = ''] =
    /^(\S+) ([^/\s]+)\/(\S+) ?(?:@\{(.*?)\}@ ?)?(.*)$/s.exec(line) ?? [];
  const metadata = `{ name: ${name}, namespace: ${namespace}${more && `, ${more}`} }`;
  return `apiVersion: ${GROUPS[kind] ?? 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec || '{}'}\n`;
}

/** A Service with HTTP on port 80, so that sidecars listen there. */
export const FILLER =
  'Service base/filler { clusterIP: 10.0.0.1, selector: { app: filler }, ports: [{ name: http, port: 80 }] }';

export const fromShop: Request['caller'] = { kind: 'sidecar', namespace: 'shop', labels: { app: 'web' } };
export const atGateway: Request['caller'] = { kind: 'gateway', namespace: 'edge', labels: { istio: 'edge' } };

/** A request by its URL, from the workload `web` of the namespace `shop`. */
export const get = (url: string, more: Partial<Request> = {}): Request => ({
  caller: fromShop,
  url,
  ...more,
});

/** How it ends, in short: `forward outbound|80||a.example /path`, `not-found 404`. */
export function end({ kind, status, destinations, upstream, redirect }: Outcome): string {
  const clusters = (destinations ?? []).map(clusterWords);
  return [kind, status, ...clusters, kind === 'forward' ? upstream?.path : undefined, redirect?.location]
    .filter((part) => part !== undefined)
    .join(' ');
}

const clusterWords = ({ cluster, weight, exists }: Destination): string =>
  `${cluster.replace('outbound|', '')}${weight === 100 ? '' : `=${weight}`}${exists ? '' : '!'}`;

/** Runs a request; RE2 is loaded before the tests. */
export function sent(
  resources: readonly string[],
  request: Request,
  meshConfig: YamlMap = {},
): { readonly outcome: Outcome; readonly steps: readonly Step[] } {
  return route(meshOf(resources, meshConfig), request);
}

export const withRegexes = (): void => beforeAll(async () => void (await loadRegexes()));

export const REGISTRY_ONLY: YamlMap = { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } };

/** What is sent in which mesh, and how it ends, in the words of `end`. */
export type RouteRow = readonly [
  name: string,
  resources: readonly string[],
  request: Request,
  end: string,
  meshConfig?: YamlMap,
];

/** Requests, each with its end. */
export const routeTable = (title: string, rows: readonly RouteRow[]): void => {
  describe(title, () => {
    it.each(rows.map((row) => ({ name: row[0], row })))(
      '$name',
      ({ row: [, resources, request, expected, meshConfig] }) => {
        expect(end(sent(resources, request, meshConfig).outcome)).toBe(expected);
      },
    );
  });
};
